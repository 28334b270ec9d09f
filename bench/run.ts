/** `npm run bench -- NAME`: measures one thing; the last line is its result as JSON. */
const benches: Readonly<Record<string, () => Promise<{ bench: (options: string[]) => Promise<object> }>>> = {
  indicator: () => import('./indicator.ts'),
  ledger: () => import('./ledger.ts'),
  pages: () => import('./pages.ts'),
}

const [name = '', ...options] = process.argv.slice(2)
const load = benches[name]
if (!load) {
  console.error(`Which bench? ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}
const { bench } = await load()
console.log(JSON.stringify({ bench: name, ...(await bench(options)) }))
