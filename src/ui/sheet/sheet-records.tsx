import { LinkButton } from '../button/index.ts'
import { Corak, shortHash } from '../corak/index.ts'
import { DataTable } from '../data-table/index.ts'
import { Empty } from '../empty/index.ts'
import { Evidence } from '../evidence/index.ts'
import { OpenLink } from '../figure/index.ts'
import { Pagination } from '../pagination/index.ts'
import { Person, TwoHands } from '../person/index.ts'
import { QrCode } from '../qr-code/index.ts'
import { Section } from '../section/index.ts'
import { Tag } from '../tag/index.ts'
import { hashes, sampleCode } from './sheet-data.ts'
import type { Say } from './sheet-texts.ts'

export function ProofSection({ say }: { say: Say }) {
  return (
    <Section id="proof" title={say('proof')}>
      <Evidence
        title={say('survey')}
        detail={say('surveyDetail')}
        sealed={{ href: '#proof', hash: hashes[0], label: `${say('sealOf')} ${shortHash(hashes[0])}` }}
      />
      <Evidence title={say('loose')} detail={say('looseDetail')} />
      <p>
        <Person name="Sri Wahyuni" detail="NIK ••••••••••••••03 · Bujel, RT 3 RW 2" />
      </p>
      <TwoHands
        recorded={{ label: say('recordedBy'), name: 'Dimas Pratama', detail: '2 Okt, 10.14' }}
        decides={{ label: say('decidedBy'), name: say('you'), detail: say('otherPerson') }}
      />
      <div className="row">
        {hashes.map((hash) => (
          <Corak key={hash} hash={hash} size={72} label={`${say('sealOf')} ${shortHash(hash)}`} />
        ))}
        <QrCode path={sampleCode(25)} modules={25} label={say('qr')} />
      </div>
    </Section>
  )
}

interface Case {
  id: string
  name: string
  business: string
  amount: string
  days: number
}

const cases: readonly Case[] = [
  { id: '17', name: 'Sri Wahyuni', business: 'Warung makan, Bujel', amount: 'Rp18.000.000', days: 12 },
  { id: '18', name: 'Bambang Hartono', business: 'Bengkel las, Blabak', amount: 'Rp25.000.000', days: 10 },
]

export function TablesSection({ say }: { say: Say }) {
  return (
    <Section id="tables" title={say('tables')}>
      <Instalments say={say} />
      <DataTable
        id="queue"
        caption={say('queue')}
        region={say('queueRegion')}
        rows={cases}
        rowKey={({ id }) => id}
        selected={({ id }) => id === '17'}
        stack
        columns={[
          {
            key: 'name',
            head: say('applicant'),
            cell: ({ name }) => <Person name={name} detail="••••••••••••••03" href="#queue" />,
            rowHeader: true,
            sort: { href: '#by-name' },
          },
          { key: 'business', head: say('business'), cell: ({ business }) => business, stackLabel: say('business') },
          { key: 'amount', head: say('total'), cell: ({ amount }) => amount, numeric: true, stackLabel: say('total') },
          {
            key: 'state',
            head: say('states'),
            cell: () => <Tag tone="wait">{say('waiting')}</Tag>,
            stackLabel: say('states'),
          },
          {
            key: 'days',
            head: say('waited'),
            cell: ({ days }) => days,
            numeric: true,
            stackLabel: say('waited'),
            sort: { href: '#by-days', direction: 'descending' },
          },
        ]}
      />
      <Pagination
        label={say('pages')}
        summary={say('pageOf')}
        previous={{ href: '#page-1', text: say('previous') }}
        next={{ href: '#page-3', text: say('next') }}
      />
      <DataTable
        id="none"
        caption={say('queue')}
        region={say('queueRegion')}
        rows={[] as Case[]}
        rowKey={({ id }) => id}
        columns={[]}
        empty={
          <Empty
            pillar="environment"
            title={say('noneTitle')}
            action={
              <LinkButton href="#tables" kind="second">
                {say('weigh')}
              </LinkButton>
            }
          >
            {say('noneText')}
          </Empty>
        }
      />
    </Section>
  )
}

function Instalments({ say }: { say: Say }) {
  return (
    <DataTable
      id="instalments"
      caption={say('instalments')}
      region={say('instalmentsRegion')}
      rows={[
        { due: '10-08-2026', paid: '500.000', state: <Tag tone="ok">{say('settled')}</Tag> },
        { due: '10-09-2026', paid: '350.000', state: <Tag tone="wait">{say('short')}</Tag> },
        { due: '10-10-2026', paid: '0', state: <Tag>{say('notDue')}</Tag> },
      ]}
      rowKey={({ due }) => due}
      foot={[say('total'), '1.500.000', '850.000', '']}
      columns={[
        { key: 'due', head: say('due'), cell: ({ due }) => due, rowHeader: true, keep: true },
        { key: 'principal', head: say('principal'), cell: () => '500.000', numeric: true },
        {
          key: 'paid',
          head: say('paid'),
          cell: ({ paid }) => <OpenLink href="#instalments">{paid}</OpenLink>,
          numeric: true,
        },
        { key: 'state', head: say('states'), cell: ({ state }) => state },
      ]}
    />
  )
}
