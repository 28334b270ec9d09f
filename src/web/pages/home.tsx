import { translator } from '../../kernel/i18n/contract.ts'
import { requestContext } from '../../kernel/page/index.ts'
import { languagesAt } from '../../ui/frame/index.ts'
import { Actions, LinkButton } from '../../ui/button/index.ts'
import { DefinitionList } from '../../ui/definition-list/index.ts'
import { PageHeader } from '../../ui/page-header/index.ts'
import { PublicFrame } from '../../ui/public-frame/index.ts'
import { Section } from '../../ui/section/index.ts'
import { PillarTag } from '../../ui/weave/index.ts'
import { homeTexts } from '../texts/home.ts'
import type { Route } from './+types/home.ts'

export const handle = { scripts: false, cache: true }

export function loader({ context }: Route.LoaderArgs) {
  const { city, locale, demo } = context.get(requestContext)
  return { city: city.name, locale, demo }
}

const pillars = ['economy', 'society', 'environment', 'living', 'branding', 'governance'] as const

export default function Home({ loaderData: { city, locale, demo } }: Route.ComponentProps) {
  const t = translator(homeTexts, locale)
  const links = [
    { href: '/', text: t('home.start'), current: true },
    { href: '/angka', text: t('home.figures_nav') },
    { href: '/milik', text: t('home.own_nav') },
  ]
  return (
    <PublicFrame
      words={{
        skip: t('home.skip'),
        mainNav: t('home.nav'),
        menu: t('home.menu'),
        language: t('home.language'),
        footNav: t('home.foot'),
      }}
      brand={{ href: '/', name: 'Daha', place: city }}
      nav={links}
      languages={languagesAt(locale, '/')}
      signIn={{ href: '/masuk', text: t('home.sign_in') }}
      sample={demo ? { label: t('home.sample'), text: t('home.sample_text') } : undefined}
      foot={{ sentence: t('home.sentence'), links: [...links, { href: '/api', text: t('home.api') }] }}
      pillars={pillars}
    >
      <title>{`${t('home.title')} · ${city}`}</title>
      <PageHeader
        title={t('home.title')}
        lead={t('home.lead')}
        actions={
          <Actions>
            <LinkButton href="/milik">{t('home.mine')}</LinkButton>
            <LinkButton href="/angka" kind="second">
              {t('home.figures')}
            </LinkButton>
          </Actions>
        }
      />
      <Section id="pilar" title={t('home.pillars')} note={t('home.pillars_note')}>
        <DefinitionList
          rows={pillars.map((pillar) => ({
            key: pillar,
            term: <PillarTag pillar={pillar} name={t(`home.${pillar}`)} />,
            detail: pillar === 'environment' ? <WasteBank t={t} /> : <span className="soft">{t('home.none')}</span>,
          }))}
        />
      </Section>
      <Section id="petugas" title={t('home.staff')} note={t('home.staff_text')}>
        <Actions>
          <LinkButton href="/timbang" kind="second">
            {t('home.weigh')}
          </LinkButton>
          <LinkButton href="/kelola" kind="second">
            {t('home.manage')}
          </LinkButton>
          <LinkButton href="/kelola/klaim" kind="second">
            {t('home.claims')}
          </LinkButton>
        </Actions>
      </Section>
      <Section id="program" title={t('home.machine')} note={t('home.machine_text')}>
        <p>
          <a href="/api">{t('home.api')}</a>
        </p>
      </Section>
    </PublicFrame>
  )
}

function WasteBank({ t }: { t: ReturnType<typeof translator<typeof homeTexts.id>> }) {
  return (
    <>
      <b>{t('home.waste')}</b>
      <br />
      {t('home.waste_text')}
      <br />
      <a href="/angka/waste.weight">{t('home.waste_figure')}</a> · <a href="/milik">{t('home.waste_own')}</a>
    </>
  )
}
