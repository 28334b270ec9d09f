export { type MessageItem, MessageList } from './message.tsx'
