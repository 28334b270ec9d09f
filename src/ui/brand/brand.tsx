import './brand.css'

const threads =
  'M16 2H20M12 6H24M8 10H17M19 10H28M4 14H13M17 14H19M23 14H32M0 18H9M13 18H23M27 18H36M4 22H13M17 22H19M23 22H32M8 26H17M19 26H28M12 30H24M16 34H20'

export function BrandMark() {
  return (
    <svg className="brand-mark" viewBox="0 0 36 36" width="36" height="36" aria-hidden="true" focusable="false">
      <path d={threads} stroke="currentColor" strokeWidth="3" />
    </svg>
  )
}

interface BrandProps {
  href: string
  /** "Daha". */
  name: string
  /** The city, or the office that works here. */
  place?: string | undefined
}

export function Brand({ href, name, place }: BrandProps) {
  return (
    <a className="brand" href={href}>
      <BrandMark />
      <span className="brand-name">{name}</span>
      {place === undefined ? null : <span className="brand-place">{place}</span>}
    </a>
  )
}
