import type { ScriptElement } from './observation.js';

/** The tags of our components. A test checks that the list is complete. */
export const componentTags: readonly string[] = [
  ...['account', 'account-recovery', 'activation', 'announcements', 'environment-check', 'getting-started'],
  ...[
    'help',
    'idle-guard',
    'keypad',
    'login-box',
    'passbook-viewer',
    'password-reset',
    'provider',
    'receive',
  ],
  ...['registration', 'request-table', 'share'],
].map((name) => `mhb-${name}`);

/** The file names of the scripts for pages without a bundler. All scripts of one version are in one folder. */
const scriptNames = new Set([
  'mhb-auto.js',
  'mhb-elements.min.js',
  ...componentTags.map((tag) => `${tag}.js`),
]);
/** Checks whether a script provides our components. */
export const isOurs = ({ url }: ScriptElement): boolean =>
  scriptNames.has(url.split(/[?#]/)[0]?.split('/').at(-1) ?? '');
