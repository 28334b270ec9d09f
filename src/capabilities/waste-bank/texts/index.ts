export { roomTexts as texts } from './room.ts'
