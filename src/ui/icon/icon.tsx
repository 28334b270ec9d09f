import './icon.css'
import { classNames } from '../class-names/index.ts'
import { iconPaths } from './icon-paths.ts'
import { ownIcons } from './own-icons.ts'

export type IconName = keyof typeof iconPaths | keyof typeof ownIcons

interface IconProps {
  name: IconName
  /** Said to a screen reader. Leave it out when a word stands beside the icon. */
  label?: string | undefined
  className?: string | undefined
}

export function Icon({ name, label, className }: IconProps) {
  const spoken = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg
      className={classNames('icon', className)}
      viewBox="0 0 256 256"
      width="20"
      height="20"
      focusable="false"
      {...spoken}
    >
      {name in ownIcons ? (
        <OwnIcon name={name as keyof typeof ownIcons} />
      ) : (
        <path d={iconPaths[name as keyof typeof iconPaths]} fill="currentColor" />
      )}
    </svg>
  )
}

function OwnIcon({ name }: { name: keyof typeof ownIcons }) {
  const { lines, filled, broken } = ownIcons[name]
  const dash = broken ? { strokeDasharray: '34 36.7', strokeDashoffset: 17 } : {}
  return (
    <g fill="none" stroke="currentColor" strokeWidth="18" strokeLinecap={broken ? 'butt' : 'square'} {...dash}>
      {lines.map((d) => (
        <path key={d} d={d} />
      ))}
      {filled.map((d) => (
        <path key={d} d={d} fill="currentColor" />
      ))}
    </g>
  )
}
