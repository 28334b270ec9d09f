export type { Eraser, HandOver } from '../operation/index.ts'
