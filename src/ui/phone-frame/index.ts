export { PhoneFrame } from './phone-frame.tsx'
