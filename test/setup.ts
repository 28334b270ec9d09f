import { afterEach, beforeEach, vi, type MockInstance } from 'vitest'

let errors: MockInstance<typeof console.error>

beforeEach(() => {
  errors = vi.spyOn(console, 'error')
})

// React, better known libraries and our own code report real faults here, and nobody reads the output of a green run.
// A test which expects such a message replaces the implementation with a spy of its own and looks at its calls.
afterEach(() => {
  const calls = errors.mock.calls
  errors.mockRestore()
  if (calls.length > 0)
    throw new Error(
      `console.error was called in this test: ${calls.map((call) => call.map(String).join(' ')).join('\n')}`,
    )
})
