import { formatBasisPoints, formatDate, formatKilogram, translator } from '../../../../kernel/i18n/contract.ts'
import { Button } from '../../../../ui/button/index.ts'
import { DefinitionList } from '../../../../ui/definition-list/index.ts'
import { NumberInput, Radios } from '../../../../ui/field/index.ts'
import { Section } from '../../../../ui/section/index.ts'
import { writeQuantity } from '../../rules/quantity.ts'
import { staffTexts } from '../../texts/staff.ts'
import { errorAt, refusedIn } from '../field/refused-note.tsx'
import type { StaffFacts } from './staff-facts.ts'
import { FromInput, StaffForm } from './staff-form.tsx'

interface SharingProps {
  page: StaffFacts
  answer: unknown
  rules: {
    sharing: {
      ruleId: string
      validFrom: string
      kind: 'percentage' | 'margin'
      memberBasisPoints: number
      madeBy: string
    }[]
  }
}

/** How a line is parted between member and unit, from a day on. */
export function Sharing({ page, rules, answer }: SharingProps) {
  const t = translator(staffTexts, page.locale)
  const refused = refusedIn(answer)
  return (
    <Section id="bagi" title={t('staff.sharing')}>
      {rules.sharing.length === 0 ? <p>{t('staff.sharing.none')}</p> : null}
      <DefinitionList
        rows={rules.sharing.map((rule) => ({
          key: rule.ruleId,
          term: formatDate(rule.validFrom, page.locale, 'medium'),
          detail:
            rule.kind === 'margin'
              ? t('staff.sharing.margin')
              : `${t('staff.sharing.part')} ${formatBasisPoints(rule.memberBasisPoints, page.locale)}`,
          source: rule.madeBy,
        }))}
      />
      <StaffForm page={page} at="bagi" act="sharing" answer={answer}>
        <FromInput page={page} answer={answer} name="sharingFrom" />
        <Radios
          name="kind"
          label={t('staff.sharing.kind')}
          defaultValue={[refused?.typed['kind'] ?? 'percentage']}
          choices={[
            { value: 'percentage', label: t('staff.sharing.percentage'), hint: t('staff.sharing.percentage_hint') },
            { value: 'margin', label: t('staff.sharing.margin'), hint: t('staff.sharing.margin_hint') },
          ]}
        />
        <NumberInput
          name="part"
          label={t('staff.sharing.part')}
          suffix="%"
          defaultValue={refused?.typed['part'] ?? '85'}
          error={errorAt(refused, 'part', 'memberBasisPoints')}
        />
        <Button kind="second">{t('staff.sharing.save')}</Button>
      </StaffForm>
    </Section>
  )
}

interface LimitsProps {
  page: StaffFacts
  answer: unknown
  rules: {
    limits: { limitId: string; validFrom: string; lineMax: number; medianFactor: number; madeBy: string }[]
    defaultLimit: { lineMax: number; medianFactor: number }
  }
}

/** Above which weight a second person is needed, and when a line is asked about. */
export function Limits({ page, rules, answer }: LimitsProps) {
  const t = translator(staffTexts, page.locale)
  const refused = refusedIn(answer)
  const { lineMax, medianFactor } = rules.defaultLimit
  return (
    <Section id="batas" title={t('staff.limit')}>
      {rules.limits.length === 0 ? (
        <p>{t('staff.limit.none', { max: formatKilogram(lineMax, page.locale), factor: medianFactor })}</p>
      ) : null}
      <DefinitionList
        rows={rules.limits.map((limit) => ({
          key: limit.limitId,
          term: formatDate(limit.validFrom, page.locale, 'medium'),
          detail: `${formatKilogram(limit.lineMax, page.locale)} · ${limit.medianFactor}×`,
          source: limit.madeBy,
        }))}
      />
      <StaffForm page={page} at="batas" act="limit" answer={answer}>
        <FromInput page={page} answer={answer} name="limitFrom" />
        <NumberInput
          name="lineMax"
          label={t('staff.limit.max')}
          suffix="kg"
          defaultValue={refused?.typed['lineMax'] ?? writeQuantity(lineMax, 'gram')}
          error={errorAt(refused, 'lineMax')}
          required
        />
        <NumberInput
          name="factor"
          whole
          label={t('staff.limit.factor')}
          defaultValue={refused?.typed['factor'] ?? String(medianFactor)}
          error={errorAt(refused, 'medianFactor')}
          required
        />
        <Button kind="second">{t('staff.limit.save')}</Button>
      </StaffForm>
    </Section>
  )
}

interface OrderProps {
  page: StaffFacts
  answer: unknown
  prices: { materialId: string; nameId: string; nameEn: string; position: number }[]
}

/** Which material stands first on the scales' screen. */
export function FavouriteOrder({ page, answer, prices }: OrderProps) {
  const t = translator(staffTexts, page.locale)
  const refused = refusedIn(answer)
  return (
    <Section id="urutan" title={t('staff.order')} note={t('staff.order.note')}>
      {prices.length === 0 ? (
        <p>{t('staff.order.none')}</p>
      ) : (
        <StaffForm page={page} at="urutan" act="order" answer={answer}>
          {prices.map((price, at) => (
            <NumberInput
              key={price.materialId}
              name={`o.${price.materialId}`}
              whole
              label={page.locale === 'id' ? price.nameId : price.nameEn}
              defaultValue={refused?.typed[`o.${price.materialId}`] ?? String(at + 1)}
              autoComplete="off"
            />
          ))}
          <Button kind="second">{t('staff.order.save')}</Button>
        </StaffForm>
      )}
    </Section>
  )
}
