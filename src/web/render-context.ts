import { createContext } from 'react-router'

/** Origins to which the answer to a form may lead, such as the sign-in provider's; for `form-action` of the policy. */
export const formTargetsContext = createContext<readonly string[]>([])

/** Where the renderer reports what it could not finish. */
export const faultContext = createContext<(error: unknown) => void>(() => {})
