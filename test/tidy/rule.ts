import type { Project } from './source.ts'

export interface Problem {
  path: string
  line?: number
  message: string
}

/** A rule of the house. `bad` are small projects each of which must be refused, `good` ones which must pass: they prove that the rule looks. */
export interface Rule {
  name: string
  check(files: Project): Problem[]
  bad: Record<string, string>[]
  good: Record<string, string>[]
}

export const show = ({ path, line, message }: Problem) => `${path}${line ? `:${line}` : ''} ${message}`
