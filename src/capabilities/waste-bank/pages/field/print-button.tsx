import { Button } from '../../../../ui/button/index.ts'
import { useHydrated } from './hydrated.tsx'

/** Prints the page; without scripts the browser's own menu does it. */
export function PrintButton({ children }: { children: string }) {
  if (!useHydrated()) return null
  return (
    <Button type="button" kind="second" icon="printer" onClick={() => globalThis.print()}>
      {children}
    </Button>
  )
}
