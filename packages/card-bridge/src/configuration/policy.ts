import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SiteStore } from '../consent/site-store.js';
import { checkAllowedOrigins, type AllowedOrigin } from '../server/admission.js';
import { installedModule } from './module-places.js';
import { parseConfiguration, readConfiguration, type Configuration } from './configuration.js';

/**
 * Returns the path of the file in which an administrator configures settings for everyone on the machine. The
 * file has the same format as a person's own configuration file.
 */
export function defaultPolicyPath(platform = process.platform, environment = process.env): string {
  if (platform === 'win32')
    return join(environment['ProgramData'] ?? 'C:\\ProgramData', 'mhb-card-bridge', 'policy.json');
  return platform === 'darwin'
    ? '/Library/Application Support/mhb-card-bridge/policy.json'
    : '/etc/mhb-card-bridge/policy.json';
}

export interface ConfigurationSources {
  /** Path of the machine's configuration file, whose settings take precedence over the person's own. */
  readonly policy: string;
  /** Path of the person's own configuration file. */
  readonly config: string;
  /** The sites that the operator included when packaging the program; `null` if it was not packaged. */
  readonly packed: readonly string[] | null;
}

/**
 * Combines the settings of all sources. Any of the files may be missing.
 * @throws {MhbError} `configuration-invalid` if a file is invalid, or if no source has any settings
 */
export async function readAllConfiguration({
  policy,
  config,
  packed,
}: ConfigurationSources): Promise<Configuration> {
  const machine = await readIfThere(policy);
  const own =
    machine === null && packed === null ? await readConfiguration(config) : await readIfThere(config);
  const origins = [
    ...(machine?.origins ?? []),
    ...(own?.origins ?? []),
    ...(packed ?? []).map((origin): AllowedOrigin => ({ origin, consent: 'ask' })),
  ];
  // If several sources name the same site, the first source takes precedence.
  const first = origins.filter(
    ({ origin }, index) => origins.findIndex((entry) => entry.origin === origin) === index,
  );
  const module = machine?.pkcs11Module ?? own?.pkcs11Module ?? installedModule();
  return { ...own, ...machine, origins: first, ...(module === null ? {} : { pkcs11Module: module }) };
}

/**
 * Adds sites to a configuration file, which is created if it is missing. Before such a site can read a card,
 * the bridge still asks the person.
 * @throws {MhbError} `configuration-invalid` if a site or the existing file is invalid
 */
export async function allowSites(path: string, origins: readonly string[], mode: number): Promise<void> {
  const known = await readIfThere(path);
  const added = [...new Set(origins)].filter(
    (origin) => known?.origins.some((entry) => entry.origin === origin) !== true,
  );
  const entries = [
    ...(known?.origins ?? []),
    ...added.map((origin): AllowedOrigin => ({ origin, consent: 'ask' })),
  ];
  checkAllowedOrigins(entries);
  await mkdir(dirname(path), { recursive: true, mode: mode === 0o644 ? 0o755 : 0o700 });
  await writeFile(path, `${JSON.stringify({ ...known, origins: entries }, null, 2)}\n`, { mode });
}

/**
 * Creates a store for the sites from these sources. The person's own sites are those in their configuration
 * file.
 */
export function siteStore(sources: ConfigurationSources): SiteStore {
  const { config } = sources;
  return {
    async read() {
      const own = new Set((await readIfThere(config))?.origins.map(({ origin }) => origin));
      const machine = new Set((await readIfThere(sources.policy))?.origins.map(({ origin }) => origin));
      const { origins } = await readAllConfiguration({ ...sources, packed: sources.packed ?? [] });
      return origins.map((site) => ({ ...site, own: own.has(site.origin) && !machine.has(site.origin) }));
    },
    add: (origin) => allowSites(config, [origin], 0o600),
    async remove(origin) {
      const settings = await readIfThere(config);
      if (settings === null) return;
      const origins = settings.origins.filter((site) => origin !== undefined && site.origin !== origin);
      await writeFile(config, `${JSON.stringify({ ...settings, origins }, null, 2)}\n`, { mode: 0o600 });
    },
  };
}

async function readIfThere(path: string): Promise<Configuration | null> {
  let json: string;
  try {
    json = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    return readConfiguration(path);
  }
  return parseConfiguration(json);
}
