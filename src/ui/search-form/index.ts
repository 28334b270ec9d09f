import '../button/index.ts'
import '../field/index.ts'

export { SearchForm } from './search-form.tsx'
