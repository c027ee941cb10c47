// The provider must be defined first, because the other components request its context when they start.
import './provider.js';
import './account.js';
import './account-recovery.js';
import './activation.js';
import './announcements.js';
import './environment-check.js';
import './getting-started.js';
import './help.js';
import './idle-guard.js';
import './keypad.js';
import './login-box.js';
import './passbook-viewer.js';
import './password-reset.js';
import './registration.js';
import './receive.js';
import './request-table.js';
import './share.js';
