export { LiveRegion, Toast } from './toast.tsx'
