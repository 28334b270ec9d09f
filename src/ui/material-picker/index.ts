import '../field/index.ts'

export { type Material, MaterialPicker } from './material-picker.tsx'
