import { redirect } from 'react-router'
import { Refusal } from '../../../kernel/refusal/index.ts'
import { withWayBack } from './rules/way-back.ts'

/** A grave act whose actor must prove again who acts: first the password, then back to this page. */
export async function proveFirst<T>(next: string, work: () => Promise<T>): Promise<T | Response> {
  try {
    return await work()
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === 'access.prove_again')
      return redirect(withWayBack('/masuk/ulang', next))
    throw fault
  }
}
