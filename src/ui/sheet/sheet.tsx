import type { Language } from '../frame/index.ts'
import { ComponentSheet } from './component-sheet.tsx'
import { OwnSheet, PhoneSheet, StaffSheet } from './sheet-frames.tsx'
import { sayIn, type SheetLocale } from './sheet-texts.ts'

export const handle = { scripts: false }

const kinds = ['phone', 'staff', 'own'] as const

interface SheetAsked {
  locale: SheetLocale
  /** Which frame to show on its own; absent: the sheet of all components. */
  frame: (typeof kinds)[number] | undefined
}

/** What `/ui?bahasa=en&frame=staff` asks for. */
export function loader({ request }: { request: Request }): SheetAsked {
  const { searchParams } = new URL(request.url)
  return {
    locale: searchParams.get('bahasa') === 'en' ? 'en' : 'id',
    frame: kinds.find((kind) => kind === searchParams.get('frame')),
  }
}

export default function Sheet({ loaderData: { locale, frame } }: { loaderData: SheetAsked }) {
  const at = (language: SheetLocale, kind = frame) =>
    `/ui?bahasa=${language}${kind === undefined ? '' : `&frame=${kind}`}`
  const languages: Language[] = [
    { href: at('id'), code: 'id', name: 'Bahasa Indonesia', current: locale === 'id' },
    { href: at('en'), code: 'en', name: 'English', current: locale === 'en' },
  ]
  return (
    <>
      <title>{`${sayIn(locale)('title')} · Daha`}</title>
      {frame === 'phone' ? (
        <PhoneSheet locale={locale} languages={languages} />
      ) : frame === 'staff' ? (
        <StaffSheet locale={locale} languages={languages} />
      ) : frame === 'own' ? (
        <OwnSheet locale={locale} languages={languages} />
      ) : (
        <ComponentSheet
          locale={locale}
          languages={languages}
          frames={{ phone: at(locale, 'phone'), staff: at(locale, 'staff'), own: at(locale, 'own') }}
        />
      )}
    </>
  )
}
