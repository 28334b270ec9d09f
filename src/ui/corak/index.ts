export { Corak } from './corak.tsx'
export { corakPath, shortHash } from './corak-path.ts'
