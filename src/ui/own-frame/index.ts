export { OwnFrame } from './own-frame.tsx'
