export { Timeliness, type TimelinessKind } from './timeliness.tsx'
