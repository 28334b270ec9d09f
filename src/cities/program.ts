import { roomManifests } from '../capabilities/manifests.ts'
import { cityManifest } from './manifest.ts'
import { kernelManifests } from '../kernel/manifests.ts'
import { createRegistry } from '../kernel/registry/index.ts'
import type { Registry } from '../kernel/registry/index.ts'

/** The whole program: every part of the kernel and every room. Which city runs it is decided in `src/cities`. */
export function programRegistry(): Registry {
  return createRegistry([...kernelManifests, ...roomManifests, cityManifest])
}
