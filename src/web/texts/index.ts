import { defineTexts } from '../../kernel/i18n/contract.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const webTexts = defineTexts(id, en)
