import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { z } from 'zod'

/**
 * Proves the product: `quick` (npm test), `long` (npm run test:long) or `check` (format, lint and types only).
 * The last line is always `N passed, M failed`; a skipped test counts as failed, and so does a step that breaks.
 */
interface Step {
  name: string
  command: string[]
  limitSeconds: number
  /** Where vitest leaves its counts. */
  counts?: string
}

interface Outcome {
  name: string
  passed: number
  failed: number
  seconds: number
}

const Counts = z.object({
  success: z.boolean(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
})

const root = resolve(import.meta.dirname, '..')

const checks: Step[] = [
  { name: 'format', command: ['oxfmt', '--check'], limitSeconds: 60 },
  // Before what reads types: a fresh clone has none of the routes' own.
  { name: 'route types', command: ['react-router', 'typegen'], limitSeconds: 60 },
  { name: 'lint', command: ['oxlint'], limitSeconds: 120 },
  { name: 'types', command: ['tsc', '--noEmit', '-p', '.'], limitSeconds: 180 },
]

const build: Step = { name: 'build', command: ['node', 'src/web/build.ts'], limitSeconds: 180 }

function tests(name: string, projects: string[], limitSeconds: number, more: string[] = []): Step {
  const counts = join(root, 'test-results', `${name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${counts}`]
  return {
    name,
    command: ['vitest', 'run', ...projects.flatMap((project) => ['--project', project]), ...more, ...reporters],
    limitSeconds,
    counts,
  }
}

const plans: Record<string, Step[]> = {
  check: checks,
  // The journeys share one running city: one after the other, or a figure moves while another is being read.
  quick: [
    ...checks,
    build,
    tests('tests', ['unit'], 600),
    tests('journeys', ['journeys'], 600, ['--no-file-parallelism']),
  ],
  long: [build, tests('long tests', ['long'], 2_400)],
}

/** Exit code, or undefined when it took too long and was ended. */
async function run({ command: [program = '', ...args], limitSeconds }: Step): Promise<number | undefined> {
  const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`
  // In a group of its own, so that an interrupted or stuck step leaves none of its children behind.
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
    env: { ...process.env, PATH: path },
  })
  const end = (signal: NodeJS.Signals) => {
    try {
      if (child.pid) process.kill(-child.pid, signal)
    } catch {
      // It has ended meanwhile.
    }
  }
  const onInterrupt = () => end('SIGTERM')
  process.on('SIGINT', onInterrupt).on('SIGTERM', onInterrupt)
  let late = false
  const timers = [
    setTimeout(() => {
      late = true
      end('SIGTERM')
    }, limitSeconds * 1_000),
    setTimeout(() => end('SIGKILL'), limitSeconds * 1_000 + 10_000),
  ]
  const code = await new Promise<number>((done) => {
    child.once('error', () => done(127))
    child.once('close', (exit, signal) => done(exit ?? (signal ? 130 : 1)))
  })
  for (const timer of timers) clearTimeout(timer)
  process.off('SIGINT', onInterrupt).off('SIGTERM', onInterrupt)
  return late ? undefined : code
}

function countsOf(path: string, code: number | undefined): { passed: number; failed: number } {
  if (!existsSync(path)) return { passed: 0, failed: 1 }
  const counts = Counts.parse(JSON.parse(readFileSync(path, 'utf8')))
  const unproven = counts.numFailedTests + counts.numPendingTests + counts.numTodoTests
  // A file that does not load, or an error outside of any test, fails the run without failing a test.
  const broken = code !== 0 || !counts.success || counts.numPassedTests === 0
  return { passed: counts.numPassedTests, failed: unproven === 0 && broken ? 1 : unproven }
}

async function perform(step: Step): Promise<Outcome> {
  if (step.counts) rmSync(step.counts, { force: true })
  const begin = performance.now()
  console.log(`\n== ${step.name}`)
  const code = await run(step)
  const seconds = (performance.now() - begin) / 1_000
  if (code === undefined) console.log(`${step.name} took more than ${step.limitSeconds} s and was ended`)
  const counted = step.counts ? countsOf(step.counts, code) : { passed: 0, failed: code === 0 ? 0 : 1 }
  return { name: step.name, seconds, ...counted }
}

const plan = plans[process.argv[2] ?? 'quick']
if (!plan) throw new Error(`Unknown plan ${process.argv[2]}: one of ${Object.keys(plans).join(', ')}`)
mkdirSync(join(root, 'test-results'), { recursive: true })
const outcomes: Outcome[] = []
for (const step of plan) {
  const outcome = await perform(step)
  outcomes.push(outcome)
  // Pages that do not build cannot be visited.
  if (step === build && outcome.failed > 0) break
}
console.log('')
for (const { name, seconds, passed, failed } of outcomes) {
  console.log(
    `${failed > 0 ? 'FAILED' : 'ok    '}  ${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s${passed > 0 ? `  ${passed} tests` : ''}`,
  )
}
const sum = (pick: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + pick(outcome), 0)
console.log(`${sum(({ seconds }) => seconds).toFixed(1)} s in all`)
console.log(`${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`)
process.exitCode = sum(({ failed }) => failed) > 0 ? 1 : 0
