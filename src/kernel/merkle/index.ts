/** Roots of lists, as seals and pins use them. */
export { merkleRoot } from './merkle.ts'
