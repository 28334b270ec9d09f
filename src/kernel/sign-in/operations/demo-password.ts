import { z } from 'zod'
import { systemOnly } from '../../access/index.ts'
import { operation } from '../../operation/index.ts'
import { refuse } from '../../refusal/index.ts'
import { setPassword } from '../accounts.ts'
import { TypedSecret } from '../contract.ts'
import type { SignInTables } from '../tables.ts'

/** A password that everybody may know; only a demo can have one. */
export const setDemoPassword = operation<SignInTables>()({
  name: 'user.demo_password',
  about: 'Gives a sample user of a demo a known password; refused where the city is real.',
  input: z.strictObject({ userId: z.uuid(), password: TypedSecret }),
  output: z.strictObject({}),
  allow: systemOnly(),
  async run(context, { userId, password }) {
    if (!context.city.demo) throw refuse('user.not_a_demo')
    await setPassword(context, userId, password, false)
    return {}
  },
})
