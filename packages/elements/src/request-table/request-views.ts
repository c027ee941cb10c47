/** Code that renders content for people who have logged in. It is loaded together with their requests. */
export { saveFile } from '../base/save-file.js';
export { countdown } from './countdown.js';
export { applyView, downloadBar, readView, transferView } from './progress-views.js';
export { requestHistory } from './request-history.js';
export { ResultsTable } from './results-table.js';
