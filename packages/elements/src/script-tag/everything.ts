/** `mhb-elements.min.js`: every component at once. */
import './workers-beside.js';
import '../define/all.js';
