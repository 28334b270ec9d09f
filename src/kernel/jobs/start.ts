import { PgBoss } from 'pg-boss'
import type { App } from '../app/index.ts'
import type { JobDefinition } from './contract.ts'

export interface JobsOptions {
  /** The owner: the queue makes and keeps its own schema, `jobs_<city>`. */
  readonly adminUrl: string
  readonly definitions: readonly JobDefinition[]
  /** Upkeep of the kernel that is no operation, such as sealing the audit. */
  readonly upkeep?: readonly { readonly name: string; readonly every: string; run(): Promise<unknown> }[]
  failed(name: string, fault: unknown): void
}

export interface RunningJobs {
  /** Lets running jobs finish for ten seconds, then lets go; the queue gives them to the next process. */
  stop(): Promise<void>
}

/**
 * Works the queue of one city. Each job acts as `system:<name>`; a job that fails is tried again and told to `failed`.
 * Of several processes one takes each job, since the queue lives in the city's own database.
 */
export async function startJobs(app: App, options: JobsOptions): Promise<RunningJobs> {
  const boss = new PgBoss({ connectionString: options.adminUrl, schema: `jobs_${app.city.slug}`, max: 3 })
  boss.on('error', (fault) => options.failed('queue', fault))
  await boss.start()
  const all = [
    ...options.definitions.map((job) => ({
      ...job,
      run: (data: unknown) => job.run(app.caller({ kind: 'system', job: job.name }), job.input.parse(data)),
    })),
    ...(options.upkeep ?? []).map((upkeep) => ({ ...upkeep, retries: 0, run: () => upkeep.run() })),
  ]
  for (const job of all) {
    await boss.createQueue(job.name, { retryLimit: job.retries ?? 3, retryBackoff: true })
    if (job.every) await boss.schedule(job.name, job.every, {}, { tz: app.city.zone })
    await boss.work(job.name, { pollingIntervalSeconds: 2 }, async (batch) => {
      for (const { data } of batch) {
        try {
          await job.run(data)
        } catch (fault) {
          options.failed(job.name, fault)
          throw fault
        }
      }
    })
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000 }) }
}
