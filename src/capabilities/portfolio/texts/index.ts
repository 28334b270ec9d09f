import { mergeTexts } from '../../../kernel/i18n/contract.ts'
import { claimTexts } from './claims.ts'
import { figureTexts } from './figures.ts'

export const texts = mergeTexts(claimTexts, figureTexts)
