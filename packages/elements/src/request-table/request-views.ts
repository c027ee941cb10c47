/** Code for people who have logged in. It is loaded together with their requests. */
export { saveFile } from '../base/save-file.js';
export { DownloadController } from './download-controller.js';
export { applyView, downloadBar, readView, transferView } from './progress-views.js';
export { ReadController } from './read-controller.js';
export { requestHistory } from './request-history.js';
export { resultsView } from './results-view.js';
export { selectAll, toSectionSelections } from './selection.js';
