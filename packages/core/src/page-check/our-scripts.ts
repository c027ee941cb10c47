import type { ScriptElement } from './observation.js';

/** The tags of our components; a test compares them with the components. */
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

/** The scripts for pages without a bundler; those of one version are all in one folder. */
const scriptNames = new Set([
  'mhb-auto.js',
  'mhb-elements.min.js',
  ...componentTags.map((tag) => `${tag}.js`),
]);
/** Whether a page takes components from this script. */
export const isOurs = ({ url }: ScriptElement): boolean =>
  scriptNames.has(url.split(/[?#]/)[0]?.split('/').at(-1) ?? '');
