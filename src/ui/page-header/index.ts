export { Breadcrumbs, PageHeader } from './page-header.tsx'
