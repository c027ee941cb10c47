// The provider first: what it gives is asked for when the others start.
import './provider.js';
import './login-box.js';
import './passbook-viewer.js';
import './request-table.js';
