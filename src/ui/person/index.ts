export { initialsOf, Person, TwoHands } from './person.tsx'
