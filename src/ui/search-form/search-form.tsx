import './search-form.css'
import { classNames } from '../class-names/index.ts'
import { Icon } from '../icon/index.ts'

interface SearchFormProps {
  /** The page that answers; the form is sent by GET, so that the address holds the question. */
  action: string
  label: string
  labelHidden?: boolean | undefined
  /** Word on the button: "Cari". */
  button: string
  name?: string | undefined
  id?: string | undefined
  value?: string | undefined
  /** Other parts of the question that must stay (filters, language). */
  keep?: Readonly<Record<string, string>> | undefined
  /** "Sering dicari:" and its links. */
  suggestions?: { label: string; links: readonly { href: string; text: string }[] } | undefined
}

export function SearchForm({
  action,
  label,
  labelHidden,
  button,
  name = 'q',
  id = name,
  value,
  keep = {},
  suggestions,
}: SearchFormProps) {
  return (
    <form className="search" action={action} method="get" role="search">
      {Object.entries(keep).map(([key, kept]) => (
        <input key={key} type="hidden" name={key} value={kept} />
      ))}
      <label className={classNames('label', labelHidden && 'vh')} htmlFor={id}>
        {label}
      </label>
      <div className="search-row">
        <input className="input" id={id} name={name} type="search" defaultValue={value} autoComplete="off" />
        <button className="button" type="submit">
          <Icon name="magnifying-glass" />
          <span>{button}</span>
        </button>
      </div>
      {suggestions === undefined ? null : (
        <p className="search-try">
          <span className="soft">{suggestions.label}</span>
          {suggestions.links.map(({ href, text }) => (
            <a key={href} href={href}>
              {text}
            </a>
          ))}
        </p>
      )}
    </form>
  )
}
