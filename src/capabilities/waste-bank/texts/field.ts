import { defineTexts } from '../../../kernel/i18n/contract.ts'
import { fieldEn } from './field-en.ts'
import { fieldId } from './field-id.ts'

/** Words of the teller's pages, and of what a typed form may be refused for. */
export const fieldTexts = defineTexts(fieldId, fieldEn)
