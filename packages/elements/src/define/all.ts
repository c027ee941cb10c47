// The provider first: what it gives is asked for when the others start.
import './provider.js';
import './environment-check.js';
import './getting-started.js';
import './idle-guard.js';
import './keypad.js';
import './login-box.js';
import './passbook-viewer.js';
import './request-table.js';
