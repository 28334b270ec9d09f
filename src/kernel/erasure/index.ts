/** The server door: erasing a person. */
export { eraseFurtherSubject, eraseSubject, erasureList, recordErasures } from './erase.ts'
export { replayErasure } from './replay.ts'
