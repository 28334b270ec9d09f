import { Icon } from '../../../../ui/icon/index.ts'

/** Our own line drawings, 32 units wide; the key stands at the material. */
const pictures: Readonly<Record<string, readonly string[]>> = {
  bottle: ['M13 3h6v4l3 5v15a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2V12l3-5z', 'M10 16h12M10 22h12'],
  cup: ['M8 8h16l-2 20H10z', 'M6 8h20M9 14h14'],
  bucket: ['M6 11h20l-2 17H8z', 'M6 11a10 8 0 0 1 20 0'],
  bag: ['M8 10h16l2 18H6z', 'M12 10V6q0-2 2-2M20 10V6q0-2-2-2M12 16q4 3 8 0'],
  cardboard: ['M4 11 16 6l12 5v13l-12 5-12-5z', 'M4 11l12 5 12-5M16 16v13M10 8.5l12 5'],
  paper: ['M8 4h11l6 6v18H8z', 'M19 4v6h6M12 15h9M12 19h9M12 23h6'],
  newspaper: ['M5 7h18v18H7a2 2 0 0 1-2-2z', 'M23 12h4v11a2 2 0 0 1-2 2h-2M9 11h10M9 15h4v5H9zM16 15h3M16 19h3'],
  book: ['M6 6q5-2 10 1v20q-5-3-10-1zM26 6q-5-2-10 1v20q5-3 10-1z'],
  can: [
    'M9 7v18a7 2.5 0 0 0 14 0V7',
    'M9 7a7 2.5 0 0 0 14 0a7 2.5 0 0 0-14 0M9 12a7 2.5 0 0 0 14 0M9 21a7 2.5 0 0 0 14 0',
  ],
  iron: ['M4 22h24v4H4zM8 6h4v16M20 6h4v16M8 6h16v4H8'],
  cable: ['M7 4v6M12 4v6M5 10h9v4a4.5 4.5 0 0 1-9 0zM9.500 18v4a5 5 0 0 0 10 0V12a4 4 0 0 1 8 0v16'],
  glass: ['M14 3h4v8q5 3 5 8v8a2 2 0 0 1-2 2H11a2 2 0 0 1-2-2v-8q0-5 5-8z', 'M14 6h4M9 20h14'],
  oil: ['M8 10h16v17a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2z', 'M11 10V6h6v4M20 10V6h3M16 15q4 5 0 7q-4-2 0-7'],
  electronics: ['M4 7h24v15H4z', 'M12 27h8M16 22v5M9 12h6M9 16h9'],
  battery: ['M5 11h22v16H5z', 'M9 11V7h4v4M19 11V7h4v4M9 18h4M19 18h4M21 16v4'],
  shoe: ['M4 12l5 2 4-3 6 7q8 1 9 4v3H4z', 'M4 21h24'],
}

/** The picture by which a teller finds a material; its name stands beside it. */
export function MaterialPicture({ name }: { name: string }) {
  const lines = pictures[name]
  if (lines === undefined) return <Icon name="recycle" className="material-picture" />
  return (
    <svg className="material-picture" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      {lines.map((line) => (
        <path key={line} d={line} fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinejoin="round" />
      ))}
    </svg>
  )
}
