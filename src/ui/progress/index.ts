import '../button/index.ts'

export { Progress, Spinner } from './progress.tsx'
