export type { Eraser } from '../operation/index.ts'
