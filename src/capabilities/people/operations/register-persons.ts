import { can } from '../../../kernel/access/index.ts'
import { operation } from '../../../kernel/operation/index.ts'
import type { OperationContext } from '../../../kernel/operation/index.ts'
import { Refusal } from '../../../kernel/refusal/index.ts'
import type { FieldIssue } from '../../../kernel/refusal/index.ts'
import { birthUnknown, PERSONS_MAX, RegisteredPersons, RegisterPersons } from '../contract.ts'
import { askWhetherAnother, findAlike } from '../queries/looks-like.ts'
import type { Alike } from '../queries/looks-like.ts'
import type { Tables } from '../queries/person-places.ts'
import { readPerson } from '../rules/read-person.ts'
import type { PersonRead } from '../rules/read-person.ts'
import { numberColumns } from '../rules/seal-number.ts'

type Context = OperationContext<Tables>

/**
 * The persons of an old book: asked for and written all together, so that a thousand take no more questions to the
 * database than one. Who is refused stays out, and the others go in.
 */
export const registerPersons = operation<Tables>()({
  name: 'person.register_many',
  about: `Registers up to ${PERSONS_MAX} persons at once, and says of each one who stays out why.`,
  input: RegisterPersons,
  output: RegisteredPersons,
  allow: can<{ placeId: string }>('person.register', (_db, { placeId }) => placeId),
  async run(context, { placeId, persons }) {
    const { tx, today, now, ring, write } = context
    const reads = persons.map((person) => readPerson(person, today))
    const alike = await findAlike(
      tx,
      reads.map(({ read }) => read),
    )
    const book = new Book()
    const answers = reads.map(({ read, issues }, at) => {
      const why = issues.length > 0 ? issues : unconfirmed(context, read, alike.get(at) ?? book.alike(read))
      if (why.length > 0) return { issues: [...why] }
      book.add(read)
      return { personId: context.newId(), issues: [] }
    })
    await write.insertMany(
      'person',
      answers.flatMap(({ personId }, at) => {
        const read = reads[at]?.read
        if (personId === undefined || read === undefined) return []
        const { nik, ...plain } = read
        return {
          id: personId,
          ...plain,
          ...numberColumns(ring, nik),
          keeperPlaceId: placeId,
          madeAt: now,
          erasedAt: null,
        }
      }),
    )
    return { persons: answers }
  },
})

/** The question that would be asked about this person and was not answered with yes. */
function unconfirmed({ confirm }: Context, read: PersonRead, alike: Alike | undefined): readonly FieldIssue[] {
  try {
    if (read.birthYear === null) confirm(birthUnknown, {}, 'birthYear')
    askWhetherAnother(confirm, read, alike)
    return []
  } catch (fault) {
    if (fault instanceof Refusal && fault.kind === 'confirm') return fault.issues
    throw fault
  }
}

/** Who has gone in before, of the same list. */
class Book {
  readonly #byKey = new Map<string, PersonRead>()

  alike(read: PersonRead): Alike | undefined {
    const found = keysOf(read)
      .map((key) => this.#byKey.get(key))
      .find((one) => one !== undefined)
    return found && { fullName: found.fullName, kelurahan: null, phone: found.phone }
  }

  add(read: PersonRead): void {
    for (const key of keysOf(read)) this.#byKey.set(key, read)
  }
}

/** By what two of a list look like one: name with year of birth, or phone. */
function keysOf({ nameKey, birthYear, phone }: PersonRead): string[] {
  return [
    ...(birthYear === null ? [] : [`name ${birthYear} ${nameKey}`]),
    ...(phone === null ? [] : [`phone ${phone}`]),
  ]
}
