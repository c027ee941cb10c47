/** The charts, loaded with the first one. */
export { comparisonChart } from './comparison-chart.js';
export { trendChart } from './trend-chart.js';
