export { Connection, type ConnectionState, Signal } from './connection.tsx'
