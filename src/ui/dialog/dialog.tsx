import './dialog.css'
import type { ReactNode, Ref } from 'react'
import { Actions } from '../button/index.ts'
import { classNames } from '../class-names/index.ts'

interface DialogProps {
  id: string
  title: ReactNode
  /** What will happen, and what will not. */
  children: ReactNode
  /** The deed named by its effect, then the way out. */
  actions: ReactNode
  /** Drawn open, as its own page of a deed that is asked again; then it works without script. */
  open?: boolean | undefined
  /** For a page with script: call `showModal()` and `close()` on it. */
  ref?: Ref<HTMLDialogElement> | undefined
  onClose?: (() => void) | undefined
}

export function Dialog({ id, title, children, actions, open, ref, onClose }: DialogProps) {
  return (
    <dialog
      className={classNames('dialog', open && 'dialog-still')}
      id={id}
      aria-labelledby={`${id}-title`}
      open={open}
      ref={ref}
      onClose={onClose}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <div className="dialog-text">{children}</div>
      <Actions>{actions}</Actions>
    </dialog>
  )
}
