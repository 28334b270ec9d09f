import { Button, LinkButton } from '../button/index.ts'
import { Signal } from '../connection/index.ts'
import { Figure } from '../figure/index.ts'
import type { Language } from '../frame/index.ts'
import { MessageList } from '../message/index.ts'
import { OwnFrame } from '../own-frame/index.ts'
import { PageHeader } from '../page-header/index.ts'
import { PhoneFrame } from '../phone-frame/index.ts'
import { StaffFrame } from '../staff-frame/index.ts'
import { Sample } from '../tag/index.ts'
import { FieldTotal, FieldWork } from './sheet-field.tsx'
import { TablesSection } from './sheet-records.tsx'
import { sayIn, type SheetLocale } from './sheet-texts.ts'

interface FrameSheetProps {
  locale: SheetLocale
  languages: readonly Language[]
}

export function PhoneSheet({ locale }: FrameSheetProps) {
  const say = sayIn(locale)
  return (
    <PhoneFrame
      words={{ skip: say('skip'), bottomNav: say('mainNav') }}
      title={say('weighing')}
      place="Bank Sampah Hijau Daun, Bujel"
      back={{ href: '#back', label: say('backToMembers') }}
      sample={say('sample')}
      signal={
        <Signal state="off" title={say('keepWorking')}>
          {say('safeHere')}
        </Signal>
      }
      bottom={<FieldTotal say={say} />}
    >
      <FieldWork say={say} />
    </PhoneFrame>
  )
}

export function StaffSheet({ locale, languages }: FrameSheetProps) {
  const say = sayIn(locale)
  return (
    <StaffFrame
      words={{ skip: say('skip'), rooms: say('rooms'), language: say('language'), account: say('account') }}
      brand={{ href: '#home', name: 'Daha', place: say('office') }}
      languages={languages}
      sample={{ label: say('sampleLabel'), text: say('sampleText') }}
      nav={[
        {
          key: 'work',
          name: say('work'),
          links: [
            { href: '#queue-nav', text: say('queueNav'), icon: 'clipboard-text', count: '14', current: true },
            { href: '#instalment-nav', text: say('instalmentNav'), icon: 'coins', count: '3' },
            { href: '#figures-nav', text: say('figures'), icon: 'chart-bar' },
          ],
        },
        { key: 'office', name: say('office'), links: [{ href: '#settings', text: say('settings'), icon: 'gear-six' }] },
      ]}
      user={{
        name: 'Wulan Sari',
        role: say('role'),
        links: [{ href: '#account', text: say('account'), icon: 'user' }],
        signOut: (
          <form method="post">
            <Button kind="quiet" small icon="sign-out">
              {say('signOut')}
            </Button>
          </form>
        ),
      }}
    >
      <PageHeader
        plain
        title={say('queue')}
        lead={say('why')}
        actions={<LinkButton href="#download">{say('download')}</LinkButton>}
      />
      <TablesSection say={say} />
    </StaffFrame>
  )
}

export function OwnSheet({ locale, languages }: FrameSheetProps) {
  const say = sayIn(locale)
  return (
    <OwnFrame
      words={{ skip: say('skip'), nav: say('mainNav'), language: say('language') }}
      brand={{ href: '#home', name: 'Daha' }}
      person="Sri Wahyuni"
      title={say('frameOwn')}
      languages={languages}
      sample={{ label: say('sampleLabel'), text: say('sampleText') }}
      nav={[
        { href: '#own', text: say('home'), icon: 'house', current: true },
        { href: '#own-programmes', text: say('programmes'), icon: 'hand-coins' },
        { href: '#own-messages', text: say('messages'), icon: 'envelope-simple', count: '1' },
        { href: '#own-data', text: say('myData'), icon: 'user' },
      ]}
      help={<p>{say('help')}</p>}
    >
      <Figure
        label={say('balance')}
        value="Rp97.650"
        href="#own-figure"
        open={say('openBalance')}
        sample={<Sample>{say('sample')}</Sample>}
      />
      <MessageList
        label={say('mailbox')}
        unread={say('unread')}
        messages={[
          {
            id: '1',
            href: '#mail-1',
            subject: say('mailSubject'),
            from: say('office'),
            when: '12 Okt, 14.05',
            dateTime: '2026-10-12T07:05:00Z',
            text: say('mailText'),
            unread: true,
          },
        ]}
      />
      <LinkButton href="#own-programmes" wide>
        {say('send')}
      </LinkButton>
    </OwnFrame>
  )
}
