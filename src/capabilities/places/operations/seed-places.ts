import { systemOnly } from '../../../kernel/access/index.ts'
import type { CivilDate } from '../../../kernel/clock/index.ts'
import { operation } from '../../../kernel/operation/index.ts'
import type { OperationContext } from '../../../kernel/operation/index.ts'
import { Seeded, SeedPlaces } from '../contract.ts'
import type { Tables } from '../queries/place-node.ts'
import { normalForm } from '../rules/normal-form.ts'
import { pathOf } from '../rules/tree.ts'

interface Node {
  readonly id: string
  readonly path: string
}

interface Unit {
  readonly code: string
  readonly name: string
  readonly areaM2?: number | undefined
  readonly bpsCode?: string | undefined
  readonly aliases?: readonly string[]
}

/**
 * Makes a city's places out of its own file. Run again it adds what is new by code and changes nothing that is there:
 * what was amended since in the browser stays.
 */
export const seedPlaces = operation<Tables>()({
  name: 'place.seed',
  about: 'Makes the places of a city from its own list of codes, areas and aliases.',
  input: SeedPlaces,
  output: Seeded,
  allow: systemOnly(),
  async run(context, { city, kecamatan, validFrom, sources, syntheticNeighbourhoods }) {
    const seed = seeder(context, validFrom, sources)
    const root = await seed.city(city)
    const byCode = new Map<string, Node>()
    for (const { kelurahan, ...unit } of kecamatan) {
      const node = await seed.unit('kecamatan', unit, root)
      for (const each of kelurahan) byCode.set(each.code, await seed.unit('kelurahan', each, node))
    }
    for (const { kelurahanCode, rw, rt, validFrom: from } of syntheticNeighbourhoods) {
      const kelurahan = byCode.get(kelurahanCode)
      if (!kelurahan) throw new Error(`The list of neighbourhoods names ${kelurahanCode}, which is not in the city`)
      const node = await seed.synthetic('rw', rw, kelurahan, from)
      for (const name of rt) await seed.synthetic('rt', name, node, from)
    }
    return { cityId: root.id, added: seed.added() }
  },
})

interface Sources {
  readonly codes: string
  readonly areas: string
  readonly aliases: string
}

function seeder(context: OperationContext<Tables>, validFrom: CivilDate, sources: Sources) {
  const { tx } = context
  const real = { validFrom, source: `${sources.codes}; ${sources.areas}`, synthetic: false }
  let added = 0
  const insert = async (kind: string, unit: NewUnit, parent: Node | null, more: More) => {
    added += 1
    return insertPlace(context, kind, unit, parent, more)
  }
  return {
    added: () => added,
    /** The root may be there already: a city's first user needs a place to be granted at. */
    async city(unit: Unit): Promise<Node> {
      const root = await tx.selectFrom('place').select(['id', 'path']).where('parentId', 'is', null).executeTakeFirst()
      const node = root ?? (await insert('city', unit, null, real))
      const detail = await tx.selectFrom('placeDetail').select('id').where('id', '=', node.id).executeTakeFirst()
      if (!detail) await insertDetail(context, node.id, unit, real)
      const code = await tx.selectFrom('placeCode').select('id').where('placeId', '=', node.id).executeTakeFirst()
      if (!code) await describe(context, node.id, unit, sources)
      return node
    },
    async unit(kind: string, unit: Unit, parent: Node): Promise<Node> {
      const there = await tx
        .selectFrom('place')
        .select(['id', 'path'])
        .where('kind', '=', kind)
        .where('code', '=', unit.code)
        .executeTakeFirst()
      if (there) return there
      const node = await insert(kind, unit, parent, real)
      await describe(context, node.id, unit, sources)
      return node
    },
    async synthetic(kind: string, name: string, parent: Node, from: CivilDate): Promise<Node> {
      const there = await tx
        .selectFrom('place')
        .select(['id', 'path'])
        .where('kind', '=', kind)
        .where('parentId', '=', parent.id)
        .where('name', '=', name)
        .executeTakeFirst()
      const more = { validFrom: from, source: 'contoh', synthetic: true }
      return there ?? insert(kind, { name, code: null }, parent, more)
    },
  }
}

type NewUnit = Pick<Unit, 'name' | 'areaM2'> & { readonly code: string | null }
type More = { readonly validFrom: CivilDate; readonly source: string; readonly synthetic: boolean }

async function insertPlace(
  context: OperationContext<Tables>,
  kind: string,
  unit: NewUnit,
  parent: Node | null,
  more: More,
): Promise<Node> {
  const id = context.newId()
  const path = pathOf(parent?.path ?? '', id)
  const { name, code } = unit
  const node = { id, kind, name, code, path, parentId: parent?.id ?? null }
  await context.write.insert('place', { ...node, validFrom: more.validFrom, validTo: null })
  await insertDetail(context, id, unit, more)
  return { id, path }
}

async function insertDetail(
  { write }: OperationContext<Tables>,
  id: string,
  { name, areaM2 }: Pick<Unit, 'name' | 'areaM2'>,
  { source, synthetic }: Pick<More, 'source' | 'synthetic'>,
): Promise<void> {
  await write.insert('placeDetail', { id, normalForm: normalForm(name), areaM2: areaM2 ?? null, source, synthetic })
}

/** Codes of both numberings and the other spellings. */
async function describe(
  { write, newId }: OperationContext<Tables>,
  placeId: string,
  unit: Unit,
  sources: Sources,
): Promise<void> {
  const codes = [{ numbering: 'kemendagri' as const, code: unit.code }]
  const bps = unit.bpsCode === undefined ? [] : [{ numbering: 'bps' as const, code: unit.bpsCode }]
  await write.insertMany(
    'placeCode',
    [...codes, ...bps].map((code) => ({ id: newId(), placeId, ...code })),
  )
  const aliases = new Map((unit.aliases ?? []).map((alias) => [normalForm(alias), alias]))
  // Same letters, other spaces: found by the normal form already.
  aliases.delete(normalForm(unit.name))
  await write.insertMany(
    'placeAlias',
    [...aliases].map(([form, alias]) => ({ id: newId(), placeId, alias, normalForm: form, source: sources.aliases })),
  )
}
