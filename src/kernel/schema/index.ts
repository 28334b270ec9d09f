/** The server door: contracts as JSON Schema, for the API's document and the command line. */
export { schemaOf } from './json-schema.ts'
