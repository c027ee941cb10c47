/** The script `mhb-elements.min.js`, which registers all components at once. */
import './workers-beside.js';
import '../define/all.js';
