import './button.css'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classNames } from '../class-names/index.ts'
import { Icon, type IconName } from '../icon/index.ts'

export type ButtonKind = 'primary' | 'second' | 'quiet' | 'danger'

interface ButtonLook {
  /** One primary button a view. */
  kind?: ButtonKind | undefined
  small?: boolean | undefined
  wide?: boolean | undefined
  icon?: IconName | undefined
  iconAfter?: IconName | undefined
  children: ReactNode
}

function lookOf(
  { kind = 'primary', small, wide }: Omit<ButtonLook, 'children'>,
  className: string | undefined,
): string {
  return classNames(
    'button',
    kind !== 'primary' && `button-${kind}`,
    small && 'button-small',
    wide && 'button-wide',
    className,
  )
}

function Face({ icon, iconAfter, children }: ButtonLook) {
  return (
    <>
      {icon === undefined ? null : <Icon name={icon} />}
      <span>{children}</span>
      {iconAfter === undefined ? null : <Icon name={iconAfter} />}
    </>
  )
}

type ButtonProps = ButtonLook &
  Omit<ComponentPropsWithRef<'button'>, 'children'> & {
    /** What is happening now, while it happens: "Menyimpan". The button cannot be pressed meanwhile. */
    busy?: string | undefined
    /** Why this person cannot press it, in words beside it; the button stays reachable so that the reason is heard. */
    blocked?: { id: string; why: ReactNode } | undefined
  }

export function Button({
  kind,
  small,
  wide,
  icon,
  iconAfter,
  busy,
  blocked,
  children,
  className,
  type = 'submit',
  ...rest
}: ButtonProps) {
  const still = busy !== undefined || blocked !== undefined
  return (
    <>
      <button
        {...rest}
        // A blocked button of a form must not send it, also without script.
        type={still ? 'button' : type} // oxlint-disable-line react/button-has-type
        onClick={still ? undefined : rest.onClick}
        className={lookOf({ kind, small, wide }, className)}
        aria-disabled={still || undefined}
        aria-busy={busy === undefined ? undefined : true}
        aria-describedby={blocked?.id ?? rest['aria-describedby']}
      >
        {busy === undefined ? (
          <Face icon={icon} iconAfter={iconAfter}>
            {children}
          </Face>
        ) : (
          <>
            <i className="button-spin" aria-hidden="true" />
            <span>{busy}</span>
          </>
        )}
      </button>
      {blocked === undefined ? null : (
        <span className="button-why" id={blocked.id}>
          {blocked.why}
        </span>
      )}
    </>
  )
}

type LinkButtonProps = ButtonLook & Omit<ComponentPropsWithRef<'a'>, 'children' | 'href'> & { href: string }

export function LinkButton({ kind, small, wide, icon, iconAfter, children, className, ...rest }: LinkButtonProps) {
  return (
    <a {...rest} className={lookOf({ kind, small, wide }, className)}>
      <Face icon={icon} iconAfter={iconAfter}>
        {children}
      </Face>
    </a>
  )
}

/** Buttons in a row: the primary first. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="actions">{children}</div>
}
