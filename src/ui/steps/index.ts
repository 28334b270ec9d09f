export { type Moment, ProgressSteps, StepList, Timeline } from './steps.tsx'
