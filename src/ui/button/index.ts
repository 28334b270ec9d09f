export { Actions, Button, type ButtonKind, LinkButton } from './button.tsx'
