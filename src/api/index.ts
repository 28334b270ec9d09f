export { mountApi } from './mount.ts'
export type { ApiParts } from './answer.ts'
export { texts as apiTexts } from './texts/index.ts'
export { schemaOf } from './openapi.ts'
