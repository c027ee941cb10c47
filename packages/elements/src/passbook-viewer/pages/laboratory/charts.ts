/** The charts, fetched when the first one is asked for. */
export { comparisonChart } from './comparison-chart.js';
export { trendChart } from './trend-chart.js';
