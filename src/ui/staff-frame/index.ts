export { StaffFrame } from './staff-frame.tsx'
export { StaffPage } from './staff-page.tsx'
