import { data } from 'react-router'
import { ErrorPage } from '../error-page.tsx'
import { missingPage } from '../contract.ts'

export const handle = { scripts: false }

/** Any method on an address that does not exist. */
export function loader() {
  return data(null, { status: 404 })
}
export const action = loader

export default function NotFound() {
  return <ErrorPage error={missingPage} />
}
