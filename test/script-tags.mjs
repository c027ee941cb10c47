import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/**
 * The files that a page without a bundler fetches for its components, not including files that are loaded
 * when first needed.
 */

const cdn = new URL('../packages/elements/dist/cdn/', import.meta.url);
const IMPORT = /(?:^|[;}])(?:import|export)(?:[^'"()]*?from)?["']\.\/([\w.-]+)["']/g;

/** A script and all that it imports at once. @param {string} name @param {Map<string, string>} found */
function needed(name, found) {
  if (found.has(name)) return;
  const text = readFileSync(new URL(name, cdn), 'utf8');
  found.set(name, text);
  for (const [, other = ''] of text.matchAll(IMPORT)) needed(other, found);
}

/** @param {readonly string[]} scripts as in `<script src>` */
function costOf(scripts) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const script of scripts) needed(script, found);
  const bytes = [...found.values()].map((text) => gzipSync(text, { level: 9 }).length);
  return { files: found.size, gzip: bytes.reduce((sum, one) => sum + one, 0) };
}

/**
 * The files that `mhb-auto.js` fetches for components. @param {readonly string[]} components as `login-box`
 */
export const autoCostOf = (components) => {
  const auto = readFileSync(new URL('mhb-auto.js', cdn), 'utf8');
  const scripts = components.map(
    (name) => new RegExp(`"mhb-${name}":[^"]*import\\("\\./([^"]+)"\\)`).exec(auto)?.[1] ?? '',
  );
  return costOf(['mhb-auto.js', ...scripts]);
};
