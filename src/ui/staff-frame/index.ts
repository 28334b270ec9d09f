export { StaffFrame, type StaffWords } from './staff-frame.tsx'
