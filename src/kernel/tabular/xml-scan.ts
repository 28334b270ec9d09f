import { refuse } from '../refusal/index.ts'

/** What a scan tells of. Names come without namespace prefix; attributes are read with `attribute`. */
export interface XmlEvents {
  open(name: string, attributes: string, selfClosing: boolean): void
  close(name: string): void
  text(text: string): void
}

const tag = /<(\/?)([A-Za-z_][^\s/>]*)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/y
const tokenMax = 1024 * 1024

/**
 * A scanner for the XML of workbooks, fed in pieces: tags, texts, CDATA. It knows no document types and no entities
 * but the five of XML and numbers, so nothing in a file can make it read elsewhere or grow.
 */
export class XmlScan {
  private rest = ''
  private readonly events: XmlEvents

  constructor(events: XmlEvents) {
    this.events = events
  }

  write(piece: string): void {
    const text = this.rest + piece
    let at = 0
    for (;;) {
      const next = this.step(text, at)
      if (next === at) break
      at = next
    }
    this.rest = text.slice(at)
    if (this.rest.length > tokenMax) throw brokenXml()
  }

  /** @throws Refusal when the file ends inside a tag */
  end(): void {
    if (this.rest.includes('<')) throw brokenXml()
  }

  /** Reads one token and gives where it ends; the same place when it is not complete yet. */
  private step(text: string, at: number): number {
    const start = text.indexOf('<', at)
    if (start === -1) return at
    if (start > at) {
      this.events.text(unescapeXml(text.slice(at, start)))
      return start
    }
    const mark = text.slice(start, start + 9)
    if (mark.startsWith('<?')) return after(text, '?>', start)
    if (mark.startsWith('<!--')) return after(text, '-->', start)
    if (mark === '<![CDATA[') return this.cdata(text, start)
    if (mark.startsWith('<!')) {
      if (mark.length < 9) return at
      throw brokenXml()
    }
    tag.lastIndex = start
    const match = tag.exec(text)
    if (match === null) return at
    const name = (match[2] ?? '').replace(/^.*:/, '')
    if (match[1] === '/') this.events.close(name)
    else {
      const selfClosing = match[4] === '/'
      this.events.open(name, match[3] ?? '', selfClosing)
      if (selfClosing) this.events.close(name)
    }
    return tag.lastIndex
  }

  private cdata(text: string, start: number): number {
    const end = text.indexOf(']]>', start)
    if (end === -1) return start
    this.events.text(text.slice(start + 9, end))
    return end + 3
  }
}

/** The value of an attribute; prefixes are ignored when the plain name is not there. */
export function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`\\s(?:[A-Za-z_][^\\s=:]*:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  const value = match?.[1] ?? match?.[2]
  return value === undefined ? undefined : unescapeXml(value)
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]+));/g, (all, hex, decimal, name) => {
    if (name !== undefined) return named[String(name)] ?? all
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

function after(text: string, mark: string, start: number): number {
  const end = text.indexOf(mark, start)
  return end === -1 ? start : end + mark.length
}

function brokenXml() {
  return refuse('tabular.broken_workbook', {}, { field: 'file' })
}
