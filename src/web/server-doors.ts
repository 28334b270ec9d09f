import { isBuiltin } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

/** The parts of `src` whose `.ts` files Node itself loads, for the server and for the pages alike. */
const nativeParts = /^src\/(?:kernel|capabilities|cities|web|api|cli)\//
const rootServerFiles = /^src\/(?:server|start|dev)\.ts$/
const sharedFiles =
  /(?:\/contract\.ts|\/texts\/[^/]+\.ts|^src\/kernel\/(?:i18n|money)\/.+\.ts|^src\/kernel\/clock\/(?:civil-date|instant)\.ts|\/rules\/[^/]+\.ts)$/

/** True for a file that must exist once in the process; `file` is relative to the project, with slashes. */
export function isNativeFile(file: string): boolean {
  if (!file.endsWith('.ts') || /(?:^|\/)routes\.ts$/.test(file)) return false
  return nativeParts.test(file) || rootServerFiles.test(file)
}

/** True for a native file that may also be bundled for the browser. */
export function isSharedFile(file: string): boolean {
  return isNativeFile(file) && sharedFiles.test(file)
}

const nativeModules = new Map<string, object>()
declare global {
  var dahaNativeModules: Map<string, object> | undefined
}

/**
 * Makes page bundle and type-stripped server share one instance of each server module, and makes a server
 * module that reaches the browser a build error which names the chain of imports.

 */
export function serverDoors(): Plugin {
  let root = process.cwd()
  let serverDir = ''
  const importedBy = new Map<string, string>()
  const relative = (id: string): string => path.relative(root, id).split(path.sep).join('/')

  return {
    name: 'server-doors',
    enforce: 'pre',
    configResolved(config) {
      root = config.root
      serverDir = path.resolve(root, config.environments['ssr']?.build.outDir ?? 'build/server')
    },
    async resolveId(source, importer, options) {
      if (importer === undefined || source.startsWith('\0')) return
      if (this.environment.name === 'client') {
        if (isBuiltin(source)) this.error(browserError(source, chain(importer, importedBy, relative)))
        if (!source.startsWith('.')) return
        const found = await this.resolve(source, importer, { ...options, skipSelf: true })
        if (found === null) return found
        if (!importedBy.has(found.id) && found.id !== withoutQuery(importer)) importedBy.set(found.id, importer)
        // Schemas and catalogues of a shared file stay out of a browser that uses only a function of it.
        return isSharedFile(relative(found.id)) ? { ...found, moduleSideEffects: false } : found
      }
      if (this.environment.mode === 'dev' || !source.startsWith('.')) return
      const found = await this.resolve(source, importer, { ...options, skipSelf: true })
      if (found === null || !isNativeFile(relative(found.id))) return found
      const external = path.relative(serverDir, found.id).split(path.sep).join('/')
      return { id: external, external: 'relative' }
    },
    async load(id) {
      const file = relative(id)
      if (!isNativeFile(file)) return
      if (this.environment.name === 'client') {
        if (!isSharedFile(file)) this.error(browserError(file, chain(id, importedBy, relative)))
        return
      }
      // Vite cannot leave a file:// import alone in development, so Node's own module is handed over by its names.
      const native = (await import(pathToFileURL(id).href)) as object
      nativeModules.set(id, native)
      globalThis.dahaNativeModules = nativeModules
      return handOver(id, Object.keys(native))
    },
  }
}

function handOver(id: string, names: string[]): string {
  const lines = names.map((name) =>
    name === 'default' ? 'export default native.default' : `export const ${name} = native.${name}`,
  )
  return [`const native = globalThis.dahaNativeModules.get(${JSON.stringify(id)})`, ...lines].join('\n')
}

function chain(id: string, importedBy: Map<string, string>, relative: (id: string) => string): string[] {
  const names: string[] = []
  const seen = new Set<string>()
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = importedBy.get(at)) {
    seen.add(at)
    names.unshift(relative(withoutQuery(at)))
  }
  return names
}

function withoutQuery(id: string): string {
  return id.split('?', 1)[0] ?? id
}

function browserError(file: string, names: string[]): string {
  const last = names.at(-1) === file ? names : [...names, file]
  return `${file} is for the server and must not reach the browser. It is imported through:\n  ${last.join('\n  -> ')}`
}
