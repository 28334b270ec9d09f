import { expect, test } from 'vitest'
import { createLog, currentRequestId, inRequest, requestIdFrom } from './index.ts'
import type { LogOptions } from './index.ts'

const nik = '9971234567890126'
const phone = '0812-3456-7890'

function recorder(options: Partial<LogOptions> = {}) {
  const lines: string[] = []
  const log = createLog({ level: 'debug', form: 'json', write: (line) => void lines.push(line), ...options })
  return { lines, log, entries: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) }
}

test('a line is one JSON object with level, time, fields and message', () => {
  const { log, entries } = recorder()
  log.info({ pid: 4711, path: '/setoran' }, 'Started')
  expect(entries()).toEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as unknown,
      pid: 4711,
      path: '/setoran',
      msg: 'Started',
    },
  ])
})

test('lines below the level are not written', () => {
  const { log, lines } = recorder({ level: 'warn' })
  log.debug({}, 'a')
  log.info({}, 'b')
  log.error({}, 'c')
  log.child({ job: 'x' }).info({}, 'd')
  expect(lines).toHaveLength(1)
})

test('canaries get through nowhere', () => {
  const cause = Object.assign(new Error(`Key (nik)=(${nik}) already exists.`), {
    detail: `phone ${phone}`,
    parameters: [nik],
  })
  const err = new AggregateError([new Error(phone), cause], `member ${nik}`, { cause })
  const circle: Record<string, unknown> = { nik, phone: [phone] }
  circle['self'] = circle
  const grouped = `${nik.slice(0, 6)} ${nik.slice(6, 12)}-${nik.slice(12)}`
  const details: object[] = [
    { err },
    { failure: cause, nested: { deep: [{ cause }] } },
    { url: new URL(`http://localhost/warga?nik=${encodeURIComponent(grouped)}&hp=${encodeURIComponent(phone)}`) },
    {
      [nik]: nik,
      number: Number(nik),
      big: BigInt(nik),
      ktp: grouped,
      tel: Number(`62${phone.replaceAll('-', '').slice(1)}`),
    },
    { map: new Map([[nik, phone]]), set: new Set([nik]), bytes: Buffer.from(nik), circle },
    { toJSON: () => ({ inner: nik }) },
    { password: 'canary-word', headers: { Authorization: 'canary-word', cookie: 'canary-word' } },
    err,
  ]
  for (const form of ['json', 'terminal'] as const) {
    const { log, lines } = recorder({ form })
    for (const detail of details) log.error(detail, `of ${grouped} and ${phone}`)
    log.child({ member: nik, hp: phone }).warn({}, `%s ${nik}`)
    inRequest(nik, () => log.fatal({}, 'in a request'))
    const written = lines.join('')
    expect(lines).toHaveLength(details.length + 2)
    for (const canary of [nik, nik.slice(0, 6), nik.slice(6, 12), '3456', '7890', 'canary-word', '57,57,55,49']) {
      expect(written).not.toContain(canary)
    }
    expect(written).toContain('[nomor]')
  }
})

test('an error keeps message, stack, cause and its own fields, wherever it stands', () => {
  const { log, entries } = recorder()
  const cause = Object.assign(new Error('inner'), { code: '23505' })
  log.error({ err: new Error('outer', { cause }), also: [cause] }, 'Failed')
  expect(entries()[0]).toMatchObject({
    err: {
      name: 'Error',
      message: 'outer',
      stack: expect.stringContaining('log.test.ts') as unknown,
      cause: { code: '23505' },
    },
    also: [{ message: 'inner', code: '23505' }],
  })
})

test('in a terminal a line is short, and an error shows its stack below', () => {
  const { log, lines } = recorder({ form: 'terminal' })
  log.info({ port: 3000, city: 'Kota Kediri' }, 'Ready')
  log.error({ err: new Error('boom') }, 'Failed')
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d INFO {2}Ready port=3000 city="Kota Kediri"\n$/)
  expect(lines[1]).toMatch(/^\d\d:\d\d:\d\d ERROR Failed\n {2}Error: boom\n {2}at /)
})

test('a request id is on each line of the request, also after waiting, and on no other', async () => {
  const { log, entries } = recorder()
  const work = async (id: string) =>
    inRequest(id, async () => {
      await new Promise((resolve) => setTimeout(resolve, 1))
      log.info({}, 'work')
      return currentRequestId()
    })
  expect(await Promise.all([work('request-1'), work('request-2')])).toEqual(['request-1', 'request-2'])
  log.info({}, 'outside')
  expect(entries().map((entry) => entry['requestId'])).toEqual(['request-1', 'request-2', undefined])
})

test.each([null, undefined, '', 'short', 'a'.repeat(65), 'with space in', 'line\nbreak-in-it', nik, '08123456-7890'])(
  'the header %j is not taken for a request id',
  (header) => {
    expect(requestIdFrom(header)).toMatch(/^[0-9a-f-]{36}$/)
    expect(requestIdFrom(header)).not.toBe(header)
  },
)

test('a plain header is taken for a request id', () => {
  expect(requestIdFrom('req_7f3a-21bc')).toBe('req_7f3a-21bc')
})
