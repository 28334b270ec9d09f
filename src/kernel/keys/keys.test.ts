import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { KeyLost, listBesideRing, openForSubject, openKeyRing, purposes, sealForSubject, subjectMac } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'daha-ring-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const now = '2026-10-10T02:41:00.000Z'
let made = 0
const newFile = () => join(folder, `${++made}`, 'keys.json')
const newRing = (file = newFile()) => openKeyRing(file, { make: true, now })

describe('the ring', () => {
  it('is one file that only its owner reads, with a key for every purpose', () => {
    const ring = newRing()
    expect(statSync(ring.file).mode & 0o777).toBe(0o600)
    for (const purpose of purposes) {
      expect(ring.ids(purpose)).toHaveLength(1)
      expect(ring.open(purpose, ring.seal(purpose, Buffer.from('rahasia'))).toString()).toBe('rahasia')
    }
  })

  it('is found again, and never made anew in place of one that is missing or damaged', () => {
    const ring = newRing()
    const sealed = ring.seal('file', Buffer.from('x'))
    expect(openKeyRing(ring.file, { make: false, now }).open('file', sealed).toString()).toBe('x')
    expect(() => openKeyRing(newFile(), { make: false, now })).toThrow('Isi DAHA_KEYS')
    const whole = readFileSync(ring.file, 'utf8')
    const key = /"key": "([^"]+)"/.exec(whole)?.[1] ?? ''
    for (const damage of ['', '{}', whole.slice(0, 300), whole.replace('daha-keys-1', 'daha-keys-9')]) {
      writeFileSync(ring.file, damage)
      expect(() => openKeyRing(ring.file, { make: true, now })).toThrow('Berkas kunci rusak')
      expect(readFileSync(ring.file, 'utf8')).toBe(damage)
      expect(() => openKeyRing(ring.file, { make: true, now })).not.toThrow(key)
    }
  })

  it('keeps purposes apart, and sees a changed byte', () => {
    const ring = newRing()
    const sealed = ring.seal('file', Buffer.from('rahasia'))
    expect(() => ring.open('subject', sealed)).toThrow(KeyLost)
    const [id = '', body = ''] = sealed.split('.')
    const bytes = Buffer.from(body, 'base64url')
    bytes.writeUInt8(bytes.readUInt8(30) ^ 1, 30)
    expect(() => ring.open('file', `${id}.${bytes.toString('base64url')}`)).toThrow()
    expect(ring.mac('audit', 'a').mac).not.toEqual(ring.mac('session', 'a').mac)
  })

  it('never seals one text twice alike', () => {
    const ring = newRing()
    expect(ring.seal('file', Buffer.from('x'))).not.toBe(ring.seal('file', Buffer.from('x')))
  })
})

describe('rotation', () => {
  it('seals with the new key, opens with the old ones, and leaves other purposes alone', () => {
    const ring = newRing()
    const old = ring.seal('subject', Buffer.from('lama'))
    const mac = ring.mac('subject', 'a')
    const [first = ''] = ring.ids('subject')
    const second = ring.rotate('subject', now)
    expect(ring.ids('subject')).toEqual([second, first])
    expect(ring.seal('subject', Buffer.from('baru')).split('.')[0]).toBe(second)
    expect(ring.open('subject', old).toString()).toBe('lama')
    expect(ring.mac('subject', 'a', mac.keyId)).toEqual(mac)
    expect(ring.mac('subject', 'a').keyId).toBe(second)
    expect(ring.ids('audit')).toHaveLength(1)
    expect(statSync(ring.file).mode & 0o777).toBe(0o600)
  })

  it('is seen by a process that runs: at once where it meets the new key, else within a second', async () => {
    const ring = newRing()
    const other = openKeyRing(ring.file, { make: false, now })
    const second = ring.rotate('file', now)
    expect(other.open('file', ring.seal('file', Buffer.from('x'))).toString()).toBe('x')
    const third = ring.rotate('file', now)
    await pause(1_050)
    expect(other.ids('file').slice(0, 2)).toEqual([third, second])
  })
})

describe('a lost key', () => {
  it('is told with its name and the remedy, without telling any key', () => {
    const ring = newRing()
    const sealed = newRing().seal('subject', Buffer.from('x'))
    const id = sealed.split('.')[0]
    expect(() => ring.open('subject', sealed)).toThrow(`Kunci "${id}" untuk "subject" tidak ada`)
    expect(() => ring.open('subject', sealed)).toThrow('DAHA_KEYS')
    expect(() => ring.mac('audit', 'x', 'nokey')).toThrow(KeyLost)
  })
})

describe('writing', () => {
  // A child rotates as fast as it can and is killed in the middle, several times over.
  it('leaves the old ring or the new one when it is killed', async () => {
    const ring = newRing()
    const sealed = ring.seal('file', Buffer.from('x'))
    const script = `import { openKeyRing } from '${new URL('./ring.ts', import.meta.url).href}'
      const ring = openKeyRing(process.argv[1], { make: false, now: '${now}' })
      ring.rotate('audit', '${now}')
      console.error('rotating')
      for (;;) ring.rotate('audit', '${now}')`
    for (let round = 0; round < 3; round += 1) {
      const child = execFile(process.execPath, ['--input-type=module', '-e', script, ring.file])
      await new Promise((resolve, reject) => {
        child.stderr?.once('data', resolve)
        child.once('error', reject)
        child.once('exit', reject)
      })
      await pause(20 + round * 17)
      child.removeAllListeners('exit')
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await ended
      const after = openKeyRing(ring.file, { make: false, now })
      expect(after.open('file', sealed).toString()).toBe('x')
      expect(after.ids('audit').length).toBeGreaterThan(1)
    }
  })
})

describe('a list beside the ring', () => {
  it('keeps whole lines in order, passes over a torn one, and goes on after it', () => {
    const ring = newRing()
    const list = listBesideRing<{ n: number }>(ring, 'list.jsonl')
    expect(list.read()).toEqual([])
    list.append([])
    expect(readdirSync(join(ring.file, '..'))).toEqual(['keys.json'])
    list.append([{ n: 1 }, { n: 2 }])
    writeFileSync(list.file, `${readFileSync(list.file, 'utf8')}{"n":`)
    expect(list.read()).toEqual([{ n: 1 }, { n: 2 }])
    list.append([{ n: 3 }])
    expect(list.read()).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
    expect(statSync(list.file).mode & 0o777).toBe(0o600)
  })
})

describe('a subject key', () => {
  it('opens what it sealed, and nobody else’s', () => {
    const [mine, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
    const sealed = sealForSubject(mine, { name: 'Kenari', lines: [1, null] })
    expect(openForSubject(mine, sealed)).toEqual({ name: 'Kenari', lines: [1, null] })
    expect(() => openForSubject(other, sealed)).toThrow()
    expect(subjectMac(mine, 'a')).not.toEqual(subjectMac(other, 'a'))
  })
})
