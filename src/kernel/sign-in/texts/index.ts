import { defineTexts } from '../../i18n/contract.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const texts = defineTexts(id, en)
