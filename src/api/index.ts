/** The REST door. */
export { createApi } from './mount.ts'
export { texts as apiTexts } from './texts/index.ts'
