import { useEffect, useRef } from 'react'
import { translator } from '../../../../kernel/i18n/contract.ts'
import type { Locale } from '../../../../kernel/i18n/contract.ts'
import { Actions, LinkButton } from '../../../../ui/button/index.ts'
import { Notice } from '../../../../ui/notice/index.ts'
import { QrCode } from '../../../../ui/qr-code/index.ts'
import { fieldTexts } from '../../texts/field.ts'

export interface Card {
  memberId: string
  number: number
  name: string
  /** Missing when the answer is a repetition: a secret is in the first answer only. */
  claimCode: string | undefined
  qr: { path: string; size: number }
}

/** What the member takes home: number, QR, and the code that opens Milik saya. */
export function CardView({
  locale,
  unitId,
  unitName,
  card,
}: {
  locale: Locale
  unitId: string
  unitName: string
  card: Card
}) {
  const t = translator(fieldTexts, locale)
  const home = `/timbang/${unitId}`
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => top.current?.focus(), [])
  return (
    <div className="phone-pad stack" ref={top} tabIndex={-1}>
      <article className="field-card">
        <QrCode
          path={card.qr.path}
          modules={card.qr.size}
          size={124}
          label={t('field.card.qr', { number: card.number })}
        />
        <div>
          <p className="small soft">{unitName}</p>
          <p className="field-card-number num">{t('field.number', { number: card.number })}</p>
          <p>
            <b>{card.name}</b>
          </p>
        </div>
        {card.claimCode === undefined ? null : (
          <p className="field-card-code">
            <span className="small">{t('field.card.claim')}</span>
            <b className="num">{card.claimCode}</b>
            <span className="small soft">{t('field.card.claim.hint')}</span>
          </p>
        )}
      </article>
      <Notice tone="wait">{card.claimCode === undefined ? t('field.card.gone') : t('field.card.once')}</Notice>
      <Actions>
        <LinkButton href={`${home}/setor/${card.memberId}`} icon="scales">
          {t('field.card.weigh')}
        </LinkButton>
        <LinkButton href={`/unduh/member.card.kartu.pdf?memberId=${card.memberId}`} kind="second" icon="printer">
          {t('field.card.print')}
        </LinkButton>
        <LinkButton href={`${home}/nasabah/${card.memberId}/kartu`} kind="quiet" small icon="arrows-clockwise">
          {t('field.card.renew')}
        </LinkButton>
      </Actions>
    </div>
  )
}
