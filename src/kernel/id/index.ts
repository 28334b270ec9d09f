/** The server door: ids, public tokens, one-time codes. */
export { Id, PublicToken } from './contract.ts'
export { idMadeAt, isId, newId } from './uuid-v7.ts'
export { base32, isPublicToken, newPublicToken } from './public-token.ts'
export { newOneTimeCode, readOneTimeCode } from './one-time-code.ts'
