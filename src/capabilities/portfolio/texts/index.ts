import { mergeTexts } from '../../../kernel/i18n/contract.ts'
import { claimTexts } from './claims.ts'
import { figureTexts } from './figures.ts'
import { pageTexts } from './pages.ts'

export const texts = mergeTexts(claimTexts, figureTexts, pageTexts)
