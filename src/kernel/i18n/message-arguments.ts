/**
 * The arguments of an ICU message, read from its text by the type checker.
 *
 * The text is walked brace by brace with a stack: `m` is inside a message, `b` is between the branches of a plural or
 * select. `{n, plural, …}`, `{n, selectordinal, …}` and `{n, number}` take a number, `{x, select, …}` a string,
 * `{x}` either.
 */
type Walk<S extends string, Stack extends readonly ('m' | 'b')[], Found> = Stack extends readonly [
  infer Mode,
  ...infer Outer extends readonly ('m' | 'b')[],
]
  ? S extends `${infer Before}{${infer After}`
    ? Before extends `${string}}${string}`
      ? S extends `${string}}${infer Rest}`
        ? Walk<Rest, Outer, Found>
        : Found
      : Mode extends 'm'
        ? Argument<After, Stack, Found>
        : Walk<After, ['m', ...Stack], Found>
    : S extends `${string}}${infer Rest}`
      ? Walk<Rest, Outer, Found>
      : Found
  : Found

type Argument<S extends string, Stack extends readonly ('m' | 'b')[], Found> = S extends `${infer Head}}${infer Rest}`
  ? Head extends `${infer Name},${infer Kind}`
    ? Kind extends `${infer Branching},${string}`
      ? Trim<Branching> extends 'plural' | 'selectordinal' | 'select'
        ? S extends `${Name},${Branching},${infer Inner}`
          ? Walk<Inner, ['b', ...Stack], Found | [Trim<Name>, Trim<Branching> extends 'select' ? string : number]>
          : never
        : Walk<Rest, Stack, Found | [Trim<Name>, number]>
      : Walk<Rest, Stack, Found | [Trim<Name>, number]>
    : Walk<Rest, Stack, Found | [Trim<Head>, string | number]>
  : Found

type Trim<S extends string> = S extends ` ${infer R}` | `\n${infer R}`
  ? Trim<R>
  : S extends `${infer R} ` | `${infer R}\n`
    ? Trim<R>
    : S

type Pairs<S extends string> = Walk<S, ['m'], never>

/** `{ n: number; name: string | number }` for `'{n, plural, other {# setoran}} dari {name}'`. */
export type MessageArguments<S extends string> = string extends S
  ? Record<string, string | number>
  : { [Name in Pairs<S>[0]]: Extract<Pairs<S>, [Name, unknown]>[1] }
