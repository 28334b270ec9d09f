export { BarChart, type ChartColumn, ChartMonths, type ChartSeries, ChartTable } from './bar-chart.tsx'
export { threadAmount } from './threads.ts'
