/**
 * Daha's own signs, drawn as lines on a field of 256 x 256. The line tells the state of proof:
 * broken = only on this device, whole = the server has it, filled = sealed; `open` is a lozenge parted, a door to records.
 */
export const ownIcons = {
  open: {
    lines: ['M84 56 14 128l70 72', 'M172 56l70 72-70 72', 'M104 92h48M104 128h48M104 164h48'],
    filled: [],
    broken: false,
  },
  local: { lines: ['M128 28 228 128 128 228 28 128Z'], filled: [], broken: true },
  sent: { lines: ['M128 28 228 128 128 228 28 128Z', 'M100 128h56'], filled: [], broken: false },
  sealed: { lines: ['M128 28 228 128 128 228 28 128Z'], filled: ['M128 84 172 128 128 172 84 128Z'], broken: false },
} as const
