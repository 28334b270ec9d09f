export { ListPagination, Pagination } from './pagination.tsx'
