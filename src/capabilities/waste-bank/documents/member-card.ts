import { memberCard, memberCardSheet, renderPdf } from '../../../kernel/documents/index.ts'
import type { MemberCards } from '../../../kernel/documents/index.ts'
import { download } from '../../../kernel/download/contract.ts'
import type { DownloadSetting } from '../../../kernel/download/contract.ts'
import { formatFor, translator } from '../../../kernel/i18n/contract.ts'
import { startOfDay } from '../../../kernel/clock/index.ts'
import type { z } from 'zod'
import { getMember } from '../queries/members.ts'
import { paperTexts } from '../texts/paper.ts'

type Member = z.output<(typeof getMember)['output']>

/** The member's card: its QR finds the member, and nothing more; nothing on it is secret. */
export const cardDownload = download({
  name: 'member.card',
  about: 'A member’s card, for a card printer or on A4.',
  query: getMember,
  formats: {
    'kartu.pdf': {
      mediaType: 'application/pdf',
      render: (member, setting) => renderPdf(memberCard(cardsOf(member, setting))),
    },
    'a4.pdf': {
      mediaType: 'application/pdf',
      render: (member, setting) => renderPdf(memberCardSheet(cardsOf(member, setting))),
    },
  },
  fileName: (member) => `kartu-${member.number}`,
})

function cardsOf(member: Member, { locale, city, publicUrl }: DownloadSetting): MemberCards {
  const t = translator(paperTexts, locale)
  const format = formatFor(locale, city.zone)
  return {
    title: t('paper.card'),
    language: locale,
    createdAt: startOfDay(member.joinedOn, city.zone),
    cards: [
      {
        kind: t('paper.card'),
        issuer: t('paper.unit', { name: member.unitName }),
        name: member.fullName,
        number: String(member.number).padStart(4, '0'),
        notes: [
          t('paper.kelurahan', { name: member.kelurahan }),
          t('paper.since', { date: format.date(member.joinedOn, 'medium') }),
        ],
        qrText: `${publicUrl}/k/${member.cardToken}`,
      },
    ],
    ...(city.demo ? { sample: t('paper.sample') } : {}),
  }
}
