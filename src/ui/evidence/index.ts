export { Evidence } from './evidence.tsx'
