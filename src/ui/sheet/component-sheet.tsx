import './sheet.css'
import type { Language } from '../frame/index.ts'
import { PageHeader } from '../page-header/index.ts'
import { PublicFrame } from '../public-frame/index.ts'
import { Section } from '../section/index.ts'
import { Cloth, type Pillar, PillarTag, weaveMarks } from '../weave/index.ts'
import { ChartsSection, FiguresSection } from './sheet-figures.tsx'
import { FieldSection } from './sheet-field.tsx'
import { ButtonsSection, FieldsSection } from './sheet-forms.tsx'
import { ProofSection, TablesSection } from './sheet-records.tsx'
import { type Say, sayIn, type SheetLocale } from './sheet-texts.ts'
import { NoticesSection, ProgressSection, WaysSection } from './sheet-words.tsx'

const pillars = Object.keys(weaveMarks) as Pillar[]
const colours = ['paper', 'sheet', 'well', 'ink', 'ink-soft', 'line-strong', 'action', 'ok', 'wait', 'stop', 'focus']

interface ComponentSheetProps {
  locale: SheetLocale
  languages: readonly Language[]
  /** Pages that show the other frames. */
  frames: { phone: string; staff: string; own: string }
}

/** Each component in each state, in one public page. */
export function ComponentSheet({ locale, languages, frames }: ComponentSheetProps) {
  const say = sayIn(locale)
  return (
    <PublicFrame
      words={{
        skip: say('skip'),
        mainNav: say('mainNav'),
        menu: say('menu'),
        language: say('language'),
        footNav: say('footNav'),
      }}
      brand={{ href: '/', name: 'Daha', place: say('city') }}
      nav={[
        { href: '#buttons', text: say('programmes'), current: true },
        { href: '#figures', text: say('figures') },
        { href: '#tables', text: say('openData') },
      ]}
      languages={languages}
      signIn={{ href: '#fields', text: say('signIn') }}
      sample={{ label: say('sampleLabel'), text: say('sampleText') }}
      foot={{
        sentence: say('footSentence'),
        note: say('footNote'),
        links: [
          { href: '#proof', text: say('privacy') },
          { href: '#weaves', text: say('accessibility') },
        ],
      }}
      pillars={pillars}
    >
      <PageHeader
        title={say('title')}
        lead={say('lead')}
        pillar={{ pillar: 'environment', name: 'Smart Environment' }}
      />
      <ButtonsSection say={say} />
      <FieldsSection say={say} />
      <FiguresSection say={say} />
      <ChartsSection say={say} locale={locale} />
      <ProofSection say={say} />
      <TablesSection say={say} />
      <ProgressSection say={say} />
      <NoticesSection say={say} />
      <WaysSection say={say} />
      <FieldSection say={say} />
      <Section id="frames" title={say('frames')} note={say('framesNote')}>
        <ul className="stack-s">
          <li>
            <a href={frames.phone}>{say('framePhone')}</a>
          </li>
          <li>
            <a href={frames.staff}>{say('frameStaff')}</a>
          </li>
          <li>
            <a href={frames.own}>{say('frameOwn')}</a>
          </li>
        </ul>
      </Section>
      <WeavesAndColours say={say} />
    </PublicFrame>
  )
}

function WeavesAndColours({ say }: { say: Say }) {
  return (
    <>
      <Section id="weaves" title={say('weaves')}>
        <div className="sheet-weaves">
          {pillars.map((pillar) => (
            <div key={pillar}>
              <Cloth pillar={pillar} />
              <PillarTag pillar={pillar} name={`Smart ${pillar[0]?.toUpperCase()}${pillar.slice(1)}`} />
            </div>
          ))}
        </div>
      </Section>
      <Section id="colours" title={say('colours')}>
        <ul className="sheet-swatches">
          {colours.map((colour) => (
            <li key={colour}>
              <i className={`sheet-${colour}`} />
              {colour}
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
