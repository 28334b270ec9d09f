// React decides by NODE_ENV, when it is first imported, which of its two builds it is.
process.env['NODE_ENV'] ??= 'production'
const root = (await import('node:path')).resolve(import.meta.dirname, '..')

try {
  const { ensureBuild } = await import('./web/build.ts')
  const development = process.env['NODE_ENV'] === 'development'
  const build = development ? undefined : await ensureBuild(root, (text) => process.stderr.write(`${text} ...\n`))
  const { startServer } = await import('./server.ts')
  await startServer({ root, build })
} catch (error) {
  process.stderr.write(`Daha could not start: ${error instanceof Error ? error.message : String(error)}\n`)
  if (process.env['NODE_ENV'] === 'development') process.stderr.write(`${error instanceof Error ? error.stack : ''}\n`)
  process.exit(1)
}
