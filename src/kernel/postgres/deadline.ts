/** A moment after which waiting has to end with an error. */
export interface Deadline {
  readonly passed: boolean
  /** @throws Error when the moment has passed; the reason says what was waited for */
  check(reason: string): void
}

export function deadlineIn(milliseconds: number): Deadline {
  const end = performance.now() + milliseconds
  return {
    get passed() {
      return performance.now() > end
    },
    check(reason) {
      if (performance.now() > end) throw new Error(`PostgreSQL: gave up after ${milliseconds} ms, because ${reason}`)
    },
  }
}
