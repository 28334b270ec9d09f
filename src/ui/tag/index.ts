export { Count, Sample, Tag, type TagTone } from './tag.tsx'
