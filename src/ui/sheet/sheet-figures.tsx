import { BarChart, threadAmount } from '../bar-chart/index.ts'
import { ColumnChart } from '../column-chart/index.ts'
import { Connection } from '../connection/index.ts'
import { Figure, Figures, OpenLink, PublishedFigure } from '../figure/index.ts'
import { ProofList, ProofMark } from '../proof-mark/index.ts'
import { Section } from '../section/index.ts'
import { Sample, Tag } from '../tag/index.ts'
import { Timeliness } from '../timeliness/index.ts'
import { bottlesKg, cardboardKg, deposits, months } from './sheet-data.ts'
import type { Say, SheetLocale } from './sheet-texts.ts'

export function FiguresSection({ say }: { say: Say }) {
  const sample = <Sample>{say('sample')}</Sample>
  return (
    <>
      <Section id="figures" title={say('figures')} note={say('figuresNote')}>
        <Figures>
          <Figure label={say('today')} value="27" href="#charts" open={say('openToday')} sample={sample} />
          <Figure
            label={say('lent')}
            value="Rp412"
            unit={say('million')}
            href="#charts"
            open={say('openLoans')}
            sample={sample}
          />
          <PublishedFigure label={say('units')} value="134" source={say('published')} />
        </Figures>
      </Section>
      <Section id="states" title={say('states')}>
        <p className="row">
          <Tag tone="ok">{say('approved')}</Tag>
          <Tag tone="wait">{say('waiting')}</Tag>
          <Tag tone="stop">{say('rejected')}</Tag>
          <Tag tone="act" icon="pencil-simple">
            {say('draft')}
          </Tag>
          <Tag icon="arrow-u-up-left">{say('returned')}</Tag>
          <Tag icon="prohibit" dashed>
            {say('byOther')}
          </Tag>
          {sample}
        </p>
        <p className="row">
          <ProofMark state="local">{say('local')}</ProofMark>
          <ProofMark state="sent">{say('sent')}</ProofMark>
          <ProofMark state="sealed">{say('sealed')}</ProofMark>
        </p>
        <ProofList
          label={say('dayList')}
          lines={[
            { id: '1', state: 'local', title: '09.28 Bambang Hartono', stateText: say('local'), amount: 'Rp8.250' },
            {
              id: '2',
              state: 'sent',
              title: '08.10 Endah Kusuma',
              stateText: say('sent'),
              amount: 'Rp6.150',
              href: '#states',
            },
            {
              id: '3',
              state: 'sealed',
              title: '07.52 Rudi Prasetyo',
              stateText: say('sealed'),
              amount: 'Rp21.300',
              href: '#states',
            },
          ]}
        />
      </Section>
      <Section id="connection" title={say('connection')}>
        <p>
          <Connection state="on">{say('joined')}</Connection>
        </p>
        <p>
          <Connection state="joining">{say('joining')}</Connection>
        </p>
        <p>
          <Connection state="off">{say('lost')}</Connection>
        </p>
      </Section>
    </>
  )
}

export function ChartsSection({ say, locale }: { say: Say; locale: SheetLocale }) {
  const columns = months(locale)
  const cells = (values: readonly (number | null)[]) =>
    values.map((value, index) =>
      value === null ? (
        <span key={columns[index]?.key} className="soft">
          {say('unknown')}
        </span>
      ) : (
        <OpenLink key={columns[index]?.key} href={`#month-${index}`}>
          {value}
        </OpenLink>
      ),
    )
  return (
    <Section id="charts" title={say('charts')} note={say('chartsNote')} pillar="environment">
      <BarChart
        id="kg"
        columns={columns}
        amount={threadAmount(923)}
        series={[
          {
            key: 'cardboard',
            name: say('cardboard'),
            sum: '7.353 kg',
            values: cardboardKg,
            cells: cells(cardboardKg),
            sentence: `${say('cardboard')}: 521-923 kg.`,
          },
          {
            key: 'bottles',
            name: say('bottles'),
            sum: '4.505 kg',
            values: bottlesKg,
            cells: cells(bottlesKg),
            sentence: `${say('bottles')}: 227-492 kg.`,
          },
        ]}
        table={{
          caption: say('kgTable'),
          region: say('kgRegion'),
          columnHead: say('month'),
          foot: [say('total'), '7.353', '4.505'],
        }}
      />
      <Timeliness
        sentence={say('timely')}
        parts={[
          { kind: 'day', label: say('onDay'), count: 312, shown: '312 (78%)' },
          { kind: 'week', label: say('inWeek'), count: 48, shown: '48 (12%)' },
          { kind: 'later', label: say('later'), count: 16, shown: '16 (4%)' },
          { kind: 'imported', label: say('imported'), count: 24, shown: '24 (6%)' },
        ]}
      />
      <ColumnChart
        id="deposits"
        name={say('deposits')}
        sentence={say('depositsSentence')}
        columns={columns}
        values={deposits}
        cells={cells(deposits)}
        top={{ value: 400, text: say('depositsTop') }}
        table={{ caption: say('depositsTable'), region: say('depositsRegion'), columnHead: say('month') }}
      />
    </Section>
  )
}
