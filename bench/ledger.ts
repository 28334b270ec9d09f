import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { openBenchCity } from './ledger-city.ts'
import type { BenchCity, Pair } from './ledger-city.ts'
import { openRaw } from './ledger-raw.ts'

const CONNECTIONS = 16
const BATCH = 1000

/**
 * One transfer by hand-written statements, one through an operation, and a thousand in one operation, in turns on
 * the same server, so that whatever else the machine does meets all three.
 */
export async function bench(argv: string[]): Promise<object> {
  const { values } = parseArgs({
    args: argv,
    options: {
      rounds: { type: 'string', default: '7' },
      seconds: { type: 'string', default: '3' },
      accounts: { type: 'string', default: '10000' },
    },
  })
  const city = await openBenchCity({ connections: CONNECTIONS, accounts: Number(values.accounts) })
  try {
    return await measure(city, Number(values.rounds), Number(values.seconds))
  } finally {
    await city.close()
  }
}

async function measure(city: BenchCity, rounds: number, seconds: number): Promise<object> {
  const raw = await openRaw({ ...city, connections: CONNECTIONS })
  const { accounts } = city
  // A batch is what one unit imports: it moves between that unit's own accounts, a sixteenth of all.
  const share = Math.floor(accounts.length / CONNECTIONS)
  const ways = {
    raw: (worker: number) => raw.transfer(worker, anyTwo(accounts)),
    single: () => city.transfer(anyTwo(accounts)),
    batch: (worker: number) => {
      const own = accounts.slice(worker * share, (worker + 1) * share)
      return city.batch(Array.from({ length: BATCH }, () => anyTwo(own)))
    },
  }
  const each = { raw: 1, single: 1, batch: BATCH }
  const rates = { raw: [] as number[], single: [] as number[], batch: [] as number[] }
  for (const way of ['raw', 'single', 'batch'] as const) await run(ways[way], 1)
  for (let round = 1; round <= rounds; round += 1) {
    for (const way of ['raw', 'single', 'batch'] as const) {
      rates[way].push((await run(ways[way], seconds)) * each[way])
    }
    const line = Object.entries(rates).map(([way, list]) => `${way} ${Math.round(list.at(-1) ?? 0)}/s`)
    console.log(`round ${round}: ${line.join(', ')}`)
  }
  await raw.end()
  await city.requireSound()
  const [rawRate, single, batch] = [median(rates.raw), median(rates.single), median(rates.batch)]
  return {
    raw_per_s: Math.round(rawRate),
    single_per_s: Math.round(single),
    batch_per_s: Math.round(batch),
    single_ratio: Number((single / rawRate).toFixed(2)),
    batch_ratio: Number((batch / rawRate).toFixed(2)),
    connections: CONNECTIONS,
    accounts: city.accounts.length,
    rounds,
    ...(await city.settings()),
  }
}

function anyTwo(accounts: readonly string[]): Pair {
  const [from, other] = [randomInt(accounts.length), randomInt(accounts.length - 1)]
  const to = other >= from ? other + 1 : other
  return { debit: accounts[from] ?? '', credit: accounts[to] ?? '', amount: randomInt(1, 1000) }
}

/** Acts a second, by as many workers as there are connections. The last act of each is waited for and counted. */
async function run(act: (worker: number) => Promise<unknown>, seconds: number): Promise<number> {
  const start = performance.now()
  const end = start + seconds * 1000
  let done = 0
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, worker) => {
      while (performance.now() < end) {
        await act(worker)
        done += 1
      }
    }),
  )
  return (done * 1000) / (performance.now() - start)
}

function median(list: readonly number[]): number {
  const sorted = list.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
