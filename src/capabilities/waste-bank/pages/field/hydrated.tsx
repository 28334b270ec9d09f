import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False on the server and in the first drawing of the browser; true once the scripts of the page run. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
