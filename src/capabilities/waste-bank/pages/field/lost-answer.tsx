import type { ShouldRevalidateFunctionArgs } from 'react-router'

const lost = { offline: true } as const

/** Runs an action of the server. Without an answer nothing is known: the same form, with its same key, is sent again. */
export async function untilAnswered<T>(serverAction: () => Promise<T>): Promise<T | typeof lost> {
  try {
    return await serverAction()
  } catch (error) {
    if (error instanceof TypeError) return lost
    throw error
  }
}

/** Where there is no answer to the form there is none to a new look at its data either; what is shown stays. */
export function revalidateWhenAnswered({
  actionResult,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  return actionResult === lost ? false : defaultShouldRevalidate
}
