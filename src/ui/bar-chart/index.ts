export { BarChart, type ChartColumn, type ChartSeries, ChartTable } from './bar-chart.tsx'
export { threadAmount } from './threads.ts'
