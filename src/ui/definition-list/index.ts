export { type Definition, DefinitionList, type Term, Terms } from './definition-list.tsx'
