export { Checkbox, type RadioChoice, Radios } from './choices.tsx'
export { type ControlLinks, Field, type FieldFrame, linksOf } from './field.tsx'
export { type FieldWords, FormWords } from './form-words.tsx'
export { type Choice, DateInput, FileInput, NumberInput, Select, Textarea, TextInput } from './inputs.tsx'
