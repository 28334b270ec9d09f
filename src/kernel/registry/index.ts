export { createRegistry } from './registry.ts'
export type { Registry } from './registry.ts'
export type { Finding, Manifest } from './manifest.ts'
export type { Eraser, HandOver } from './erase.ts'
