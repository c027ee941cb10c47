/** The charts, loaded when the first chart is opened. */
export { comparisonChart } from './comparison-chart.js';
export { trendChart } from './trend-chart.js';
