export { Band, Cloth, PillarTag, Weave } from './weave.tsx'
export { type Pillar, weaveMarks } from './weave-marks.ts'
