import { expect, it } from 'vitest'
import { groupName } from './group-name.ts'

it('a group that the city knows has words in both languages; another stands as it was typed', () => {
  expect(groupName('Kaca', 'en')).toBe('Glass')
  expect(groupName('kertas', 'id')).toBe('Kertas')
  expect(groupName('Karet', 'en')).toBe('Karet')
})
