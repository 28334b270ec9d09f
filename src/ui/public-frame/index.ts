export { PublicFrame, type PublicWords } from './public-frame.tsx'
