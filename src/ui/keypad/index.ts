export { type Key, Keypad, KeypadValue } from './keypad.tsx'
