import { expect, it } from 'vitest'
import { firstPage } from './first-page.ts'

it.each([
  [['teller'], '/timbang'],
  [['teller', 'waste_manager'], '/kelola'],
  [['smart_city_team'], '/kelola/klaim'],
  [['review_guest'], '/akun'],
  [[], '/akun'],
])('%j begins on %s', (roles, href) => {
  expect(firstPage(roles)).toBe(href)
})
