export { ErrorSummary, type FieldError } from './error-summary.tsx'
