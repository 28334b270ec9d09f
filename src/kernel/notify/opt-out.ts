/** What a person does not want to be told; `all` is everything that may be turned off. */
export type OptOut = string

export interface Reach {
  /** `room.topic`; turning off `room` turns off all its topics. */
  topic: string
  /** A person is always told of a decision about them and of money that left their balance. */
  isRequired: boolean
  optOuts: readonly OptOut[]
  hasAddress: boolean
}

export type MayReach = { send: true } | { send: false; because: 'no_address' | 'opted_out' }

export function mayReach(reach: Reach): MayReach {
  if (!reach.hasAddress) return { send: false, because: 'no_address' }
  if (reach.isRequired) return { send: true }
  const isOff = reach.optOuts.some((off) => off === 'all' || off === reach.topic || reach.topic.startsWith(`${off}.`))
  return isOff ? { send: false, because: 'opted_out' } : { send: true }
}

const stopWords = new Set(['berhenti', 'stop', 'unsubscribe', 'unreg'])

/** Whether an answer asks for no more messages: one of the usual words, alone. */
export function isStopRequest(text: string): boolean {
  return stopWords.has(
    text
      .trim()
      .toLowerCase()
      .replace(/[.!]+$/, ''),
  )
}
