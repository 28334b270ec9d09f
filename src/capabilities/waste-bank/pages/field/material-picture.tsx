import { Icon } from '../../../../ui/icon/index.ts'

/** Our own line drawings, 32 units wide; the key stands at the material. */
const pictures = {
  'pet-bottle': ['M13 3h6v4l3 5v15a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2V12l3-5z', 'M10 16h12M10 22h12'],
  cup: ['M8 8h16l-2 20H10z', 'M6 8h20M9 14h14'],
  'hdpe-bottle': ['M12 3h6v4h-6zM11 7h8q4 3 4 8v12a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2V13q0-4 3-6z', 'M19 11v8M8 24h15'],
  bucket: ['M6 11h20l-2 17H8z', 'M6 11a10 8 0 0 1 20 0'],
  'plastic-bag': ['M8 10h16l2 18H6z', 'M12 10V6q0-2 2-2M20 10V6q0-2-2-2M12 16q4 3 8 0'],
  'mixed-plastic': ['M7 14h9l1 14H6z', 'M9 14v-3h5v3M19 9h7v4l2 3v10a2 2 0 0 1-2 2h-6M20 9V5h5v4M18 18h10'],
  duplex: ['M5 8h15v20H5z', 'M20 8l7-3v20l-7 3M5 8l7-3h15M9 14h7M9 18h7'],
  'egg-tray': ['M3 12h26l-2 12H5z', 'M8 12a4 5 0 0 1 8 0M16 12a4 5 0 0 1 8 0M4 18h24'],
  cardboard: ['M4 11 16 6l12 5v13l-12 5-12-5z', 'M4 11l12 5 12-5M16 16v13M10 8.5l12 5'],
  'white-paper': ['M8 4h11l6 6v18H8z', 'M19 4v6h6M12 15h9M12 19h9M12 23h6'],
  can: [
    'M9 7v18a7 2.5 0 0 0 14 0V7',
    'M9 7a7 2.5 0 0 0 14 0a7 2.5 0 0 0-14 0M9 12a7 2.5 0 0 0 14 0M9 21a7 2.5 0 0 0 14 0',
  ],
  iron: ['M4 22h24v4H4zM8 6h4v16M20 6h4v16M8 6h16v4H8'],
  copper: ['M7 4v6M12 4v6M5 10h9v4a4.5 4.5 0 0 1-9 0zM9.500 18v4a5 5 0 0 0 10 0V12a4 4 0 0 1 8 0v16'],
  'glass-bottle': ['M14 3h4v8q5 3 5 8v8a2 2 0 0 1-2 2H11a2 2 0 0 1-2-2v-8q0-5 5-8z', 'M14 6h4M9 20h14'],
  'cooking-oil': ['M8 10h16v17a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2z', 'M11 10V6h6v4M20 10V6h3M16 15q4 5 0 7q-4-2 0-7'],
} satisfies Record<string, readonly string[]>

const linesOf: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(pictures))

/** Keys of all drawings, for whoever adds a material. */
export const pictureNames = Object.keys(pictures) as (keyof typeof pictures)[]

/** The picture by which a teller finds a material; its name stands beside it. */
export function MaterialPicture({ name }: { name: string }) {
  const lines = linesOf.get(name)
  if (lines === undefined) return <Icon name="recycle" className="material-picture" />
  return (
    <svg className="material-picture" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      {lines.map((line) => (
        <path key={line} d={line} fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinejoin="round" />
      ))}
    </svg>
  )
}
