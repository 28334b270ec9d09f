import { defineTexts } from '../../i18n/contract.ts'

export const texts = defineTexts(
  {
    'refusal.holiday.known': 'Hari itu sudah tercatat sebagai hari libur. Hapus dulu bila keterangannya perlu diganti.',
    'refusal.holiday.unknown': 'Hari itu tidak tercatat sebagai hari libur.',
  },
  {
    'refusal.holiday.known': 'That day is a holiday already. Remove it first if its words must change.',
    'refusal.holiday.unknown': 'That day is not entered as a holiday.',
  },
)
