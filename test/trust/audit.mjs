import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { root } from '../../build/prepare.mjs';
import { isLicenceAccepted, licenceOf, registryPackages, shippedPlaces } from './lock-file.mjs';

/**
 * `npm run audit`: checks the licenses of everything in the lock file, and the registry's advisories. Exits with 1 for a
 * license that is not accepted or an advisory that the policy below does not tolerate, and with 2 if the
 * registry does not offer advisories, so that the result is unknown.
 */

/**
 * Advisories that do not concern us, each with the reason and the day on which it is reviewed again.
 * @type {readonly { readonly advisory: string, readonly why: string, readonly until: string }[]}
 */
const accepted = [];

const SEVERITIES = ['info', 'low', 'moderate', 'high', 'critical'];
/**
 * From this severity on, an advisory about a shipped package fails the audit. Advisories about tools are only
 * shown.
 */
const FAILS_FROM = 'high';

const isShipped = (/** @type {{ path: string }} */ { path }) => shippedPlaces.has(path);

/** @typedef {{ url?: string, title?: string }} Via */
/** @typedef {{ name: string, severity: string, via: (string | Via)[] }} Vulnerability */

/**
 * Evaluates the report of `npm audit --json`; `null` if it contains no answer.
 * @param {any} report @param {string} today as 2026-01-31
 * @returns {{ failing: string[], shown: string[] } | null}
 */
export function judgeAdvisories(report, today) {
  if (report?.vulnerabilities === undefined) return null;
  const shipped = new Set(registryPackages.filter(isShipped).map(({ name }) => name));
  /** @type {string[]} */
  const failing = [];
  /** @type {string[]} */
  const shown = [];
  for (const { name, severity, via } of /** @type {Vulnerability[]} */ (
    Object.values(report.vulnerabilities)
  )) {
    for (const advisory of via) {
      // A string names the affected dependency, which has its own entry.
      if (typeof advisory === 'string') continue;
      const isTolerated = accepted.some((one) => one.advisory === advisory.url && one.until > today);
      const isGrave = SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(FAILS_FROM);
      const line = `${severity}: ${name}: ${advisory.title} (${advisory.url})`;
      (isGrave && shipped.has(name) && !isTolerated ? failing : shown).push(line);
    }
  }
  return { failing, shown };
}

function main() {
  for (const [title, packages] of /** @type {const} */ ([
    ['shipped', registryPackages.filter(isShipped)],
    ['tools', registryPackages.filter((one) => !isShipped(one))],
  ])) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const one of packages) counts.set(licenceOf(one), (counts.get(licenceOf(one)) ?? 0) + 1);
    const list = [...counts].sort(([, a], [, b]) => b - a).map(([licence, count]) => `${licence} ${count}`);
    console.log(`${title}: ${packages.length} packages; ${list.join(', ')}`);
  }
  const refused = registryPackages.filter((one) => !isLicenceAccepted(licenceOf(one), isShipped(one)));
  for (const one of refused) console.log(`✗ licence not accepted: ${one.path}: ${licenceOf(one)}`);

  const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd: root, encoding: 'utf8', timeout: 60_000 });
  const judged = judgeAdvisories(parseOrNull(stdout), new Date().toISOString().slice(0, 10));
  if (judged === null) console.log('advisories: this registry does not answer npm audit; nothing is known');
  for (const line of judged?.shown ?? []) console.log(`advisory, tolerated: ${line}`);
  for (const line of judged?.failing ?? []) console.log(`✗ advisory: ${line}`);
  if (judged !== null && judged.failing.length === 0) console.log('advisories: none against what is shipped');
  if (refused.length > 0 || (judged?.failing.length ?? 0) > 0) return 1;
  return judged === null ? 2 : 0;
}

/** @param {string} json */
function parseOrNull(json) {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit(main());
