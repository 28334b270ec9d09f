import type { z } from 'zod'
import type { Actor } from '../access/index.ts'
import type { Operation } from '../operation/index.ts'
import type { Query } from '../query/index.ts'

export interface DoOptions {
  /** Idempotency key of the sender; the same key with the same input gives the same answer, once. */
  readonly key?: string
  /** Codes of questions that the person has answered with yes. */
  readonly confirm?: readonly string[]
  /** Dry run: everything happens, nothing is kept. */
  readonly check?: boolean
  /** The bytes as received, over which the idempotency hash runs; else the input's canonical JSON. */
  readonly received?: Buffer
}

/** Where a request came from, as its door saw it. It is never read from what was sent. */
export interface SentFrom {
  /** Network address of the sender; `''` where there is none (command line, jobs). */
  readonly address: string
  /** `https://host` by which the door was reached; passkeys are bound to it. */
  readonly origin?: string
  /** The browser's long-lived device cookie. */
  readonly deviceId?: string
  /** Product words of the browser, for the list of devices. */
  readonly agent?: string
}

/** The two ways in, for one actor. Every door holds one of these and nothing deeper. */
export interface Caller {
  readonly actor: Actor
  do<I extends z.ZodType, O extends z.ZodType>(
    operation: Operation<I, O>,
    input: z.input<I>,
    options?: DoOptions,
  ): Promise<z.output<O>>
  ask<I extends z.ZodType, O extends z.ZodType>(query: Query<I, O>, input: z.input<I>): Promise<z.output<O>>
}
