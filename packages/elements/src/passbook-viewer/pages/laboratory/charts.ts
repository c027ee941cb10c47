/** The module with all charts, loaded when a person opens the first chart. */
export { comparisonChart } from './comparison-chart.js';
export { trendChart } from './trend-chart.js';
