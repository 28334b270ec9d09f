import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { axe } from '../browser/axe.ts'
import { fitsSideways, newPage, screenshot, takeFaults } from '../browser/index.ts'

const page = (body: string) =>
  `<!doctype html><html lang="id"><head><title>Uji</title></head><body><main><h1>Uji</h1>${body}</main></body></html>`

it('finds what axe finds', async () => {
  const visitor = await newPage()
  await visitor.setContent(page('<p>Baik</p>'))
  await axe(visitor)
  await visitor.setContent(page('<p style="color:#ccc">Pudar</p><img src="data:,">'))
  await expect(axe(visitor)).rejects.toThrow(/color-contrast[\s\S]*image-alt|image-alt[\s\S]*color-contrast/)
})

it('finds what sticks out at 320 pixels', async () => {
  const visitor = await newPage({ width: 320 })
  await visitor.setContent(page('<p>Baik</p>'))
  await fitsSideways(visitor)
  await visitor.setContent(page('<div class="wide" style="width:900px">Lebar</div>'))
  await expect(fitsSideways(visitor)).rejects.toThrow('class="wide"')
})

it('reports faults of scripts, and runs none when there are none', async () => {
  const visitor = await newPage()
  await visitor.setContent(page("<script>throw new Error('rusak')</script>"))
  await expect.poll(takeFaults, { timeout: 5_000 }).toEqual([expect.stringContaining('rusak')])
  const quiet = await newPage({ scripts: false })
  await quiet.goto(
    `data:text/html,${encodeURIComponent(page('<p>tanpa skrip</p><script>document.querySelector("p").remove()</script>'))}`,
  )
  expect(await quiet.getByText('tanpa skrip').isVisible()).toBe(true)
})

it('draws letters, so that heights and contrasts are real', async () => {
  const visitor = await newPage()
  await visitor.setContent(page('<p>Huruf</p>'))
  expect((await visitor.getByText('Huruf').boundingBox())?.height).toBeGreaterThan(10)
})

it('keeps a picture', async () => {
  const visitor = await newPage({ locale: 'en' })
  await visitor.setContent(page('<p>Gambar</p>'))
  expect(existsSync(await screenshot(visitor, 'browser-self-test'))).toBe(true)
})
