import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pageStyle } from './page-style.js';

/** A file that the gateway's own pages load. */
export interface Asset {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly tag: string;
  /** Whether the file's name changes with its content. */
  readonly immutable: boolean;
}

export interface PageAssets {
  /** Whether the components are installed. */
  readonly installed: boolean;
  /**
   * Returns a component file by its name; `undefined` for any name that was not in the folder when the gateway
   * started.
   */
  element(name: string): Asset | undefined;
  own(name: string): Asset | undefined;
}

const BUNDLE = 'mhb-auto.js';
/**
 * Matches files whose names contain a hash of their content. The workers do not match; pages request them by fixed
 * names.
 */
const HASHED = /-[\w-]{8}\.js$/;
const browserScripts = ['armed-button.js', 'connect.js', 'email-confirmation.js', 'passkey.js'];

const asset = (bytes: Uint8Array, mediaType: string, immutable: boolean): Asset => ({
  bytes,
  mediaType,
  immutable,
  tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
});

/** Reads the script-tag build of the components and the gateway's own scripts into memory. */
export async function loadPageAssets(elementsFolder: string | undefined): Promise<PageAssets> {
  const folder = elementsFolder ?? installedElements();
  const names = folder === null ? [] : await readdir(folder).catch(() => []);
  const elements = new Map<string, Asset>();
  for (const name of names.filter((each) => each.endsWith('.js'))) {
    const bytes = await readFile(join(folder ?? '', name));
    elements.set(name, asset(bytes, 'text/javascript; charset=utf-8', HASHED.test(name)));
  }
  const own = new Map([['page.css', asset(Buffer.from(pageStyle), 'text/css; charset=utf-8', false)]]);
  for (const name of browserScripts) {
    const bytes = await readFile(fileURLToPath(new URL(`../../dist/pages/browser/${name}`, import.meta.url)));
    own.set(name, asset(bytes, 'text/javascript; charset=utf-8', false));
  }
  return {
    installed: elements.has(BUNDLE),
    element: (name) => elements.get(name),
    own: (name) => own.get(name),
  };
}

/**
 * Returns the folder of the components' build; `null` if the operator has not installed the package. The gateway
 * only serves this code to browsers and never runs it.
 */
function installedElements(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve(`@mhb-kit/elements/cdn/${BUNDLE}`));
  } catch {
    return null;
  }
}
