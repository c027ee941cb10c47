import { useWorkers } from '../passbook-viewer/view/workers.js';

/**
 * Starts workers from the files next to this script. This module is part of every build for script tags. On a page
 * with `require-trusted-types-for 'script'`, the page's policy must also allow `trusted-types mhb-workers`. If it
 * does not, or if the script comes from a different origin, the page does the work without workers.
 */
const policy = (): { createScriptURL: (name: string) => string } =>
  (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('mhb-workers', {
    createScriptURL,
  }) ?? {
    createScriptURL,
  };

/** The part of the Trusted Types API that is used here. TypeScript's DOM library does not contain this API yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (name: string) => string },
  ): { createScriptURL: (name: string) => string };
}

const files = { archive: 'archive-worker.js', passbook: 'passbook-worker.js' } as const;
const createScriptURL = (name: string): string => {
  if (!Object.values<string>(files).includes(name)) throw new TypeError('Not one of our workers');
  return new URL(name, import.meta.url).href;
};

let trusted: ReturnType<typeof policy> | undefined;
const start = (name: string): Worker => {
  trusted ??= policy();
  return new Worker(trusted.createScriptURL(name), { type: 'module' });
};

useWorkers({ archive: () => start(files.archive), passbook: () => start(files.passbook) });
