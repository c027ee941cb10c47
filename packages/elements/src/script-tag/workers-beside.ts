import { useWorkers } from '../passbook-viewer/view/workers.js';

/**
 * Part of every script for script tags: starts workers from the files next to this one. With
 * `require-trusted-types-for 'script'`, their addresses need our policy, `trusted-types mhb-workers`. Without
 * it, or if the script is loaded from another origin, the page does the work itself.
 */
const policy = (): { createScriptURL: (name: string) => string } =>
  (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('mhb-workers', {
    createScriptURL,
  }) ?? {
    createScriptURL,
  };

/** The part that is used here; TypeScript's DOM library does not contain it yet. */
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
