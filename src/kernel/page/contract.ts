/** What a route module says about its page: `export const handle = { scripts: false, cache: true }`. */
export interface PageHandle {
  /** False: no script is sent, the page is whole without. */
  readonly scripts?: boolean
  /** True: the page looks the same for everyone who is not signed in, and is kept until the data change. Needs `scripts: false`. */
  readonly cache?: boolean
}

/** The handle of a route module, whatever it exported under that name. */
export function pageHandle(handle: unknown): PageHandle {
  return typeof handle === 'object' && handle !== null ? handle : {}
}
