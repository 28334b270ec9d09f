import { data } from 'react-router'

export const handle = { scripts: false }

export function loader(): never {
  throw data(null, { status: 404 })
}

/** Any method on an address that does not exist. */
export const action = loader

export default function NotFound() {
  return null
}
