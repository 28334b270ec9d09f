import { renderToStaticMarkup as draw } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { Button, LinkButton } from '../button/index.ts'
import { ColumnChart } from '../column-chart/index.ts'
import { Connection } from '../connection/index.ts'
import { Terms } from '../definition-list/index.ts'
import { Dialog } from '../dialog/index.ts'
import { Evidence } from '../evidence/index.ts'
import { Figure, PublishedFigure } from '../figure/index.ts'
import { Icon } from '../icon/index.ts'
import { type Key, Keypad } from '../keypad/index.ts'
import { MessageList } from '../message/index.ts'
import { initialsOf } from '../person/index.ts'
import { ProofMark } from '../proof-mark/index.ts'
import { ProgressSteps } from '../steps/index.ts'
import { Timeliness } from '../timeliness/index.ts'
import { LiveRegion } from '../toast/index.ts'

describe('a button', () => {
  it('does not send while busy or blocked, and says why', () => {
    const press = vi.fn<() => void>()
    const busy = draw(<Button busy="Menyimpan">Simpan</Button>)
    expect(busy).toMatch(/type="button"[^>]*aria-disabled="true"[^>]*aria-busy="true"/)
    expect(busy).toContain('Menyimpan')
    const blocked = Button({
      children: 'Setujui',
      onClick: press,
      blocked: { id: 'why', why: 'Anda mencatat berkas ini.' },
    })
    expect(draw(blocked)).toMatch(/type="button"[^>]*aria-disabled="true"[^>]*aria-describedby="why"/)
    expect(draw(blocked)).toContain('id="why">Anda mencatat berkas ini.')
    expect(draw(<Button>Kirim</Button>)).toMatch(/<button type="submit" class="button"/)
  })

  it('is a link when it leads somewhere', () => {
    expect(
      draw(
        <LinkButton href="/ajukan" kind="second" small wide>
          Ajukan
        </LinkButton>,
      ),
    ).toMatch(/<a href="\/ajukan" class="button button-second button-small button-wide">/)
  })
})

describe('signs', () => {
  it('are silent beside a word and named alone', () => {
    expect(draw(<Icon name="check" />)).toContain('aria-hidden="true"')
    expect(draw(<Icon name="sealed" label="Tersegel" />)).toMatch(/role="img" aria-label="Tersegel"/)
  })

  it('tell the state of proof by line: broken only while it is on the device', () => {
    expect(draw(<ProofMark state="local">Di ponsel</ProofMark>)).toMatch(/tag-dashed.*stroke-dasharray/)
    expect(draw(<ProofMark state="sent">Di server</ProofMark>)).not.toMatch(/tag-dashed|stroke-dasharray/)
    expect(draw(<ProofMark state="sealed">Tersegel</ProofMark>)).toMatch(/tag-ok.*fill="currentColor"/)
  })
})

describe('figures', () => {
  it('open their records when counted, and never when only published', () => {
    expect(draw(<Figure label="Setoran" value="27" href="/catatan" open="Buka 27 setoran" />)).toMatch(
      /^<a class="figure" href="\/catatan">.*Buka 27 setoran/,
    )
    const published = draw(<PublishedFigure label="Unit" value="134" source="Angka terbitan" />)
    expect(published).not.toContain('<a')
    expect(published).toContain('Angka terbitan')
  })

  it('show a gap where a term is not known', () => {
    expect(draw(<Terms terms={[{ key: '1', name: 'Bunga', detail: 'Belum ditemukan' }]} />)).toMatch(
      /aria-hidden="true">–<\/span>Belum ditemukan/,
    )
  })

  it('draw no column higher than the top, none below the ground, and a dashed place for what is not known', () => {
    const columns = ['a', 'b', 'c'].map((key) => ({ key, name: key, short: key }))
    const html = draw(
      <ColumnChart
        id="c"
        name="n"
        sentence="Setoran"
        columns={columns}
        values={[500, -3, null]}
        cells={['500', '-3', 'belum ditemukan']}
        top={{ value: 400, text: '400' }}
        table={{ caption: 'k', region: 'r', columnHead: 'Bulan' }}
      />,
    )
    expect(html.match(/<rect[^>]*height="(?:120|0)"/g)).toHaveLength(2)
    expect(html).toContain('class="columns-gap"')
    expect(html).toContain('<td class="n">belum ditemukan</td>')
  })

  it('say how timely they are, also when there is nothing', () => {
    const parts = (count: number) => [
      { kind: 'day' as const, label: 'Pada harinya', count: count * 3, shown: `${count * 3}` },
      { kind: 'imported' as const, label: 'Impor', count, shown: `${count}` },
    ]
    expect(draw(<Timeliness sentence="3 dari 4" parts={parts(1)} />)).toMatch(
      /role="img" aria-label="3 dari 4"[^>]*><rect x="0" y="0" width="180"/,
    )
    expect(draw(<Timeliness sentence="Belum ada" parts={parts(0)} />)).not.toContain('NaN')
  })
})

describe('the rest', () => {
  it('gives each key of the pad to the page', () => {
    const pressed: Key[] = []
    const pad = Keypad({
      label: 'Angka',
      mark: { text: ',', label: 'Koma' },
      backspace: 'Hapus',
      onKey: (key) => pressed.push(key),
    })
    const press = (node: unknown): void => {
      if (Array.isArray(node)) return node.forEach(press) // oxlint-disable-line unicorn/no-array-for-each
      if (typeof node !== 'object' || node === null || !('props' in node)) return
      const { onClick, children } = node.props as { onClick?: () => void; children?: unknown }
      onClick?.()
      press(children)
    }
    press(pad)
    expect(pressed).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', 'mark', '0', 'backspace'])
    expect(draw(pad)).toMatch(/aria-label="Hapus"/)
  })

  it('takes initials from the first and the last name only', () => {
    expect(initialsOf('Sri Wahyuni')).toBe('SW')
    expect(initialsOf('Siti  Nur Aini')).toBe('SA')
    expect(initialsOf('Slamet')).toBe('S')
    expect(initialsOf('H. (alm.)')).toBe('H')
    expect(initialsOf('')).toBe('')
  })

  it('opens a dialog without script only when told', () => {
    const dialog = (open?: boolean) =>
      draw(
        <Dialog id="d" title="Balik?" actions="Ya" open={open}>
          Teks
        </Dialog>,
      )
    expect(dialog(true)).toMatch(/<dialog[^>]*aria-labelledby="d-title"[^>]*open=""/)
    expect(dialog()).not.toContain('open')
  })

  it('speaks politely, and loudly only when work stops', () => {
    expect(draw(<LiveRegion />)).toContain('role="status" aria-live="polite"')
    expect(draw(<LiveRegion urgent />)).toContain('role="alert" aria-live="assertive"')
    expect(draw(<Connection state="off">Terputus</Connection>)).toContain('role="status"')
  })

  it('keeps what is only a link from looking like evidence', () => {
    expect(draw(<Evidence title="Folder" detail="Bisa berubah" />)).toMatch(/^<div class="evidence evidence-loose">/)
    expect(
      draw(
        <Evidence
          title="Survei"
          detail="6 foto"
          sealed={{ href: '/b', hash: 'a'.repeat(64), label: 'Corak aaaa aaaa' }}
        />,
      ),
    ).toMatch(/^<a class="evidence" href="\/b"><svg class="corak"/)
  })

  it('says which step is done, which is now, and which message is unread', () => {
    const steps = draw(
      <ProgressSteps
        label="Kemajuan"
        current={1}
        done="selesai"
        steps={[
          { key: '1', name: 'Ajukan' },
          { key: '2', name: 'Putus' },
        ]}
      />,
    )
    expect(steps).toContain('Ajukan<span class="vh">, selesai</span>')
    expect(steps.match(/aria-current="step"/g)).toHaveLength(1)
    const mail = draw(
      <MessageList
        label="Pesan"
        unread="Belum dibaca"
        messages={[
          {
            id: '1',
            href: '/1',
            subject: 'Disetujui',
            from: 'Dinas',
            when: 'kini',
            dateTime: '2026-10-12T07:05:00Z',
            unread: true,
          },
        ]}
      />,
    )
    expect(mail).toContain('<span class="vh">Belum dibaca: </span>Disetujui')
  })
})
