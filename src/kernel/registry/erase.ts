import type { OperationContext } from '../operation/index.ts'

/** Overwrites the live personal columns of one person in the part's own tables. */
export type Eraser = (context: OperationContext<never>, personId: string) => Promise<void>
