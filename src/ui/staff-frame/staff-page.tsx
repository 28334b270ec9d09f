import type { ComponentProps, ReactNode } from 'react'
import { Button } from '../button/index.ts'
import { FormWords } from '../field/index.ts'
import { Notice } from '../notice/index.ts'
import { PageHeader } from '../page-header/index.ts'
import { StaffFrame, type StaffWords } from './staff-frame.tsx'

interface StaffPageWords extends StaffWords {
  signOut: string
  sample: string
  sampleText: string
  /** Before what is wrong with a field, and after a label that may stay empty. */
  error: string
  optional: string
}

interface StaffPageProps extends Pick<ComponentProps<typeof StaffFrame>, 'nav' | 'languages'> {
  words: StaffPageWords
  cityName: string
  user: string
  demo: boolean
  title: string
  lead?: ReactNode
  /** What to say when something was just saved. */
  saved?: string | undefined
  children: ReactNode
}

/** A page of an office: the frame with its rooms, the title, and what was just saved. */
export function StaffPage({
  words,
  cityName,
  user,
  demo,
  nav,
  languages,
  title,
  lead,
  saved,
  children,
}: StaffPageProps) {
  return (
    <FormWords words={{ error: words.error, optional: words.optional, required: '' }}>
      <title>{`${title} · ${cityName}`}</title>
      <StaffFrame
        words={words}
        brand={{ href: '/', name: 'Daha', place: cityName }}
        nav={nav}
        languages={languages}
        user={{
          name: user,
          role: '',
          links: [{ href: '/akun', text: words.account }],
          signOut: (
            <form method="post" action="/keluar">
              <Button kind="quiet">{words.signOut}</Button>
            </form>
          ),
        }}
        sample={demo ? { label: words.sample, text: words.sampleText } : undefined}
      >
        <PageHeader title={title} lead={lead} plain />
        {saved === undefined ? null : <Notice tone="ok" role="status" title={saved} />}
        {children}
      </StaffFrame>
    </FormWords>
  )
}
