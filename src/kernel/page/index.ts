/** The server door: what a page's loader and action hold. */
export { attempt } from './attempt.ts'
export type { Refused } from './attempt.ts'
export { requestContext } from './context.ts'
export type { PageSession, RequestContext, Theme } from './context.ts'
export { formKey } from './form-key.ts'
export { pageIn } from './page-in.ts'
export { signedIn } from './signed-in.ts'
