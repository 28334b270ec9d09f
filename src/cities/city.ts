import type { App } from '../kernel/app/index.ts'

/** A way in that a demo prints at its start. */
export interface DemoSignIn {
  readonly userName: string
  readonly password: string
  /** What this person does, in Indonesian. */
  readonly what: string
}

export type MakeSignIns = () => Promise<readonly DemoSignIn[]>

export interface SeedOptions {
  readonly demo: boolean
  progress(step: string): void
}

/**
 * What one city decided. `seed` loads its places and, in a demo, its sample people and records; each step is an
 * operation under a fixed key, so that it may run at every start and after any crash: what is there stays.
 */
export interface CityDefinition {
  readonly slug: string
  readonly name: string
  readonly zone: string
  /** Resolves to the ways in, to be made when the city is open to those who will use them. */
  seed(app: App, options: SeedOptions): Promise<MakeSignIns>
}
