export { MoneyTotal } from './money-total.tsx'
