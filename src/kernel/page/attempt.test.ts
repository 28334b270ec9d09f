import { RouterContextProvider } from 'react-router'
import { expect, it } from 'vitest'
import { refuse } from '../refusal/index.ts'
import { attempt } from './attempt.ts'
import { requestContext } from './context.ts'
import type { RequestContext } from './context.ts'

function aContext(): RouterContextProvider {
  const context = new RouterContextProvider()
  const report: RequestContext['report'] = ({ kind, code, params }) => ({
    kind,
    code,
    params,
    message: code,
    issues: [],
  })
  context.set(requestContext, { report } as RequestContext)
  return context
}

it('gives back what was typed, but no secret and no file', async () => {
  const form = new FormData()
  for (const name of ['weight', 'postcode', 'password', 'kata_sandi', 'pin', 'member.pin', 'otp']) form.set(name, name)
  form.set('photo', new File(['x'], 'x.jpg'))
  const result = await attempt(aContext(), form, () => Promise.reject(refuse('loan.taken', {}, { kind: 'conflict' })))
  expect(result).toMatchObject({ init: { status: 409 }, data: { refusal: { code: 'loan.taken' } } })
  expect('data' in result && result.data.typed).toEqual({ weight: 'weight', postcode: 'postcode' })
})

it('passes on what was done, and every other error', async () => {
  expect(await attempt(aContext(), new FormData(), async () => 7)).toBe(7)
  const fault = new Error('broken')
  await expect(attempt(aContext(), new FormData(), () => Promise.reject(fault))).rejects.toBe(fault)
})
