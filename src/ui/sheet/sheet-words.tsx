import { Button } from '../button/index.ts'
import { DefinitionList, Terms } from '../definition-list/index.ts'
import { Dialog } from '../dialog/index.ts'
import { MessageList } from '../message/index.ts'
import { Notice } from '../notice/index.ts'
import { Breadcrumbs } from '../page-header/index.ts'
import { Progress, Spinner } from '../progress/index.ts'
import { Section } from '../section/index.ts'
import { ProgressSteps, StepList, Timeline } from '../steps/index.ts'
import { Tabs } from '../tabs/index.ts'
import { LiveRegion, Toast } from '../toast/index.ts'
import type { Say } from './sheet-texts.ts'

export function ProgressSection({ say }: { say: Say }) {
  return (
    <Section id="progress" title={say('progress')}>
      <ProgressSteps
        label={say('progressLabel')}
        current={2}
        done={say('done')}
        steps={[
          { key: '1', name: say('applied') },
          { key: '2', name: say('surveyed') },
          { key: '3', name: say('decision') },
          { key: '4', name: say('contract') },
          { key: '5', name: say('paidOut') },
        ]}
      />
      <Progress id="upload" label={say('uploading')} value={3} max={5} />
      <p>
        <Spinner label={say('loading')} />
      </p>
      <Timeline
        moments={[
          {
            key: '1',
            when: '2 Okt 2026, 10.14',
            dateTime: '2026-10-02T03:14:00Z',
            title: say('applied'),
            detail: say('byApplicant'),
          },
          {
            key: '2',
            when: '9 Okt 2026, 09.32',
            dateTime: '2026-10-09T02:32:00Z',
            title: say('surveyed'),
            unsure: true,
          },
          { key: '3', when: say('now'), title: say('waiting'), now: true },
        ]}
      />
      <StepList
        steps={[
          { key: '1', title: say('stepOne'), text: say('stepOneText') },
          { key: '2', title: say('stepTwo'), text: say('stepTwoText') },
        ]}
      />
    </Section>
  )
}

export function NoticesSection({ say }: { say: Say }) {
  return (
    <Section id="notices" title={say('notices')}>
      <Notice title={say('moved')}>{say('movedText')}</Notice>
      <Notice tone="ok" title={say('received')}>
        {say('receivedText')}
      </Notice>
      <Notice tone="wait" icon="wifi-slash" title={say('noSignal')}>
        {say('noSignalText')}
      </Notice>
      <Notice tone="stop" title={say('noPrice')}>
        {say('noPriceText')}
      </Notice>
      <LiveRegion>
        <Toast action={{ href: '#notices', text: say('seeReceipt') }}>{say('saved')}</Toast>
      </LiveRegion>
      <Dialog
        id="reverse"
        open
        title={say('reverseTitle')}
        actions={
          <>
            <Button type="button" kind="danger">
              {say('reverse')}
            </Button>
            <Button type="button" kind="quiet">
              {say('leave')}
            </Button>
          </>
        }
      >
        <p>{say('reverseText')}</p>
      </Dialog>
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
          {
            id: '2',
            href: '#mail-2',
            subject: say('mailOther'),
            from: 'Bank Sampah Hijau Daun',
            when: '8 Okt, 16.00',
            dateTime: '2026-10-08T09:00:00Z',
          },
        ]}
      />
    </Section>
  )
}

export function WaysSection({ say }: { say: Say }) {
  return (
    <>
      <Section id="ways" title={say('ways')}>
        <Tabs
          label={say('tabsLabel')}
          tabs={[
            { href: '#mine', text: say('mine'), count: '9', current: true },
            { href: '#survey', text: say('surveyed'), count: '4' },
            { href: '#finished', text: say('finished') },
          ]}
        />
        <Breadcrumbs
          label={say('crumbs')}
          crumbs={[
            { href: '#programmes', text: say('programmes') },
            { href: '#economy', text: say('economy') },
          ]}
          here="Kurnia"
        />
      </Section>
      <Section id="definitions" title={say('definitions')} pillar="economy">
        <Terms
          terms={[
            { key: '1', name: say('interest'), value: '2%', detail: say('aYear'), source: 'ANTARA 567681' },
            { key: '2', name: say('most'), before: 'Rp', value: `25 ${say('million')}`, source: 'lenteratoday 87847' },
            { key: '3', name: say('reckoning'), detail: say('notFound'), source: say('noGuess') },
          ]}
        />
        <DefinitionList
          rows={[
            { key: '1', term: say('counted'), detail: say('countedText') },
            { key: '2', term: say('unitOf'), detail: say('unitText') },
          ]}
        />
      </Section>
    </>
  )
}
