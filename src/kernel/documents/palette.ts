/** Ink on paper: the same values as the light theme of the screen, for paper has no dark theme. */
export const palette = {
  ink: '#1b1c23',
  inkSoft: '#55575f',
  line: '#dedad0',
  lineStrong: '#85827a',
  action: '#27367f',
  ok: '#1b6a3d',
  wait: '#7b5000',
} as const
