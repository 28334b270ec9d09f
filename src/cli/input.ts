import { refuse } from '../kernel/refusal/index.ts'

/** @throws Refusal `input.not_json` */
export function inputFromText(text: unknown): unknown {
  try {
    return JSON.parse(typeof text === 'string' ? text : '{}') as unknown
  } catch {
    throw refuse('input.not_json', {}, { kind: 'invalid' })
  }
}
