import { renderToStaticMarkup as draw } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ErrorSummary } from '../error-summary/index.ts'
import { SearchForm } from '../search-form/index.ts'
import { Checkbox, DateInput, FileInput, FormWords, NumberInput, Radios, Select, Textarea, TextInput } from './index.ts'

const words = { error: 'Kesalahan:', optional: 'boleh kosong', required: 'wajib' }

describe('a field', () => {
  it('ties label, hint and error to its control, and keeps what was typed', () => {
    const html = draw(
      <FormWords words={words}>
        <TextInput name="nik" label="NIK" hint="16 angka." error="NIK baru 14 angka." defaultValue="3571" required />
      </FormWords>,
    )
    expect(html).toContain('<label class="label" for="nik">NIK</label>')
    expect(html).toMatch(/<input[^>]*id="nik"/)
    expect(html).toContain('aria-describedby="nik-hint nik-error"')
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain('value="3571"')
    expect(html).toContain('<span class="vh">Kesalahan: </span>NIK baru 14 angka.')
    expect(html).toMatch(/<input[^>]*required/)
  })

  it('says nothing of hint or error when there is none', () => {
    for (const error of [undefined, null, '', false]) {
      const html = draw(<TextInput name="name" label="Nama" error={error} />)
      expect(html).not.toMatch(/aria-invalid|aria-describedby|field-error/)
    }
  })

  it('marks what may stay empty, and what must be filled only when asked', () => {
    const mark = (field: React.ReactNode) => draw(<FormWords words={words}>{field}</FormWords>)
    expect(mark(<TextInput name="a" label="A" optional />)).toContain('(boleh kosong)')
    expect(mark(<TextInput name="a" label="A" required markRequired />)).toContain('(wajib)')
    expect(mark(<TextInput name="a" label="A" required />)).not.toContain('wajib')
  })

  it('keeps a hidden label for the reader', () => {
    expect(draw(<TextInput name="a" label="Cari" labelHidden />)).toContain(
      '<label class="label vh" for="a">Cari</label>',
    )
  })

  it('shows number keys without the traps of a number field', () => {
    const weight = draw(<NumberInput name="weight" label="Berat" suffix="kg" />)
    expect(weight).toMatch(/type="text"/)
    expect(weight).toMatch(/inputMode="decimal"/i)
    expect(weight).toContain('<span aria-hidden="true">kg</span>')
    expect(draw(<NumberInput whole name="n" label="N" />)).toMatch(/inputMode="numeric"/i)
  })

  it('draws each kind of control with its id', () => {
    expect(draw(<DateInput name="on" label="Hari" />)).toMatch(/<input[^>]*type="date"[^>]*>/)
    expect(draw(<Textarea name="why" label="Alasan" />)).toMatch(/<textarea[^>]*id="why"/)
    expect(draw(<FileInput name="photo" label="Foto" error="Terlalu besar" />)).toMatch(
      /<input[^>]*aria-describedby="photo-error"[^>]*type="file"/,
    )
    expect(
      draw(
        <Select
          name="m"
          label="Bahan"
          placeholder="Pilih"
          choices={[{ value: 'pet', label: 'PET' }]}
          defaultValue="pet"
        />,
      ),
    ).toMatch(/<option value="">Pilih<\/option><option value="pet" selected="">PET<\/option>/)
  })
})

describe('choices', () => {
  const choices = [
    { value: 'self', label: 'Saya sendiri' },
    { value: 'coop', label: 'Koperasi', hint: 'Siapkan akta.' },
  ]

  it('stand in a named group whose first choice an error can lead to', () => {
    const html = draw(
      <Radios name="who" label="Siapa?" choices={choices} defaultValue="coop" error="Pilih satu." required />,
    )
    expect(html).toMatch(/<fieldset[^>]*aria-describedby="who-error"/)
    expect(html).toContain('<legend class="label">Siapa?</legend>')
    expect(html).toMatch(/<input id="who" type="radio"[^>]*name="who"/)
    expect(html).toMatch(/<input[^>]*id="who-1"[^>]*checked/)
    expect(html).toContain('aria-describedby="who-1-choice"')
  })

  it('are checkboxes when several may be chosen, never all required', () => {
    const html = draw(
      <Radios several name="who" label="Siapa?" choices={choices} defaultValue={['self', 'coop']} required />,
    )
    expect(html.match(/type="checkbox"/g)).toHaveLength(2)
    expect(html.match(/checked=""/g)).toHaveLength(2)
    expect(html).not.toContain('required')
  })

  it('let one sentence be agreed to', () => {
    const html = draw(<Checkbox name="consent" label="Saya setuju" hint="Bisa ditarik." error="Setujui dulu." />)
    expect(html).toContain('aria-describedby="consent-hint consent-error"')
    expect(html).toMatch(/<label class="choice" for="consent">/)
  })
})

describe('what stands round a form', () => {
  it('leads from each fault to its field and takes the focus', () => {
    const html = draw(
      <ErrorSummary
        title="Ada dua"
        autoFocus
        errors={[{ field: 'nik', message: 'NIK kurang' }, { message: 'Sudah diputus orang lain' }]}
      />,
    )
    expect(html).toContain('<a href="#nik">NIK kurang</a>')
    expect(html).toContain('<li>Sudah diputus orang lain</li>')
    expect(html).toMatch(/role="alert"[^>]*aria-labelledby="errors-title"[^>]*tabindex="-1"[^>]*autofocus/i)
  })

  it('asks by GET and keeps the rest of the question', () => {
    const html = draw(
      <SearchForm action="/program" label="Cari" button="Cari" value={'"><b>'} keep={{ bahasa: 'en' }} />,
    )
    expect(html).toMatch(/<form[^>]*role="search"[^>]*action="\/program"[^>]*method="get"/)
    expect(html).toContain('<input type="hidden" name="bahasa" value="en"/>')
    expect(html).toContain('value="&quot;&gt;&lt;b&gt;"')
  })
})
