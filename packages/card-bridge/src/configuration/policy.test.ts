import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { codeOf } from '../../test/fixture.js';
import { installedModule } from './module-places.js';
import { allowSites, defaultPolicyPath, readAllConfiguration, siteStore } from './policy.js';
import { registryOrigins, textValues } from './windows-registry.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mhb-policy-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const sources = (packed: readonly string[] | null = null) => ({
  policy: join(folder, 'machine/policy.json'),
  config: join(folder, 'own/config.json'),
  packed,
});
const [MACHINE, OWN, PACKED] = ['machine', 'own', 'packed'].map((name) => `https://${name}.example.tw`) as [
  string,
  string,
  string,
];

it('joins the sites of the machine, the person and the operator, and gives the machine priority', async () => {
  const all = sources([PACKED, MACHINE]);
  await allowSites(all.policy, [MACHINE], 0o644);
  await allowSites(all.config, [OWN], 0o600);
  writeFileSync(
    all.config,
    JSON.stringify({ ports: [1], logLevel: 'debug', origins: [{ origin: MACHINE, consent: 'enrolled' }] }),
  );
  const settings = JSON.parse(readFileSync(all.policy, 'utf8')) as object;
  writeFileSync(all.policy, JSON.stringify({ ...settings, ports: [2] }));
  await allowSites(all.config, [OWN], 0o600);
  expect(await readAllConfiguration(all)).toMatchObject({
    ports: [2],
    logLevel: 'debug',
    origins: [MACHINE, OWN, PACKED].map((origin) => ({ origin, consent: 'ask' })),
  });
});

it('reports a missing configuration only if there is none anywhere', async () => {
  expect(await codeOf(readAllConfiguration(sources()))).toBe('configuration-invalid');
  expect(await readAllConfiguration(sources([]))).toMatchObject({ origins: [] });
  await allowSites(sources().policy, [MACHINE], 0o644);
  expect(await readAllConfiguration(sources())).toMatchObject({ origins: [{ origin: MACHINE }] });
});

it('rejects an invalid site, and keeps the existing ones', async () => {
  const { config } = sources();
  await allowSites(config, [OWN, OWN], 0o600);
  expect(await codeOf(allowSites(config, ['https://*.example.tw'], 0o600))).toBe('configuration-invalid');
  expect(JSON.parse(readFileSync(config, 'utf8'))).toEqual({ origins: [{ origin: OWN, consent: 'ask' }] });
  expect(statSync(config).mode & 0o777).toBe(0o600);
});

it('lets the person remove their own sites and no others', async () => {
  const all = sources([PACKED]);
  await allowSites(all.policy, [MACHINE], 0o644);
  const store = siteStore(all);
  await store.add(OWN);
  const owned = async () => (await store.read()).map(({ origin, own }) => [origin, own]);
  expect(await owned()).toEqual([
    [MACHINE, false],
    [OWN, true],
    [PACKED, false],
  ]);
  await store.remove(MACHINE);
  await store.remove();
  expect(await owned()).toEqual([
    [MACHINE, false],
    [PACKED, false],
  ]);
});

it('knows where each system stores the machine’s settings, and where HiCOS installs its module', () => {
  expect(defaultPolicyPath('linux')).toBe('/etc/mhb-card-bridge/policy.json');
  expect(defaultPolicyPath('win32', { ProgramData: 'D:\\Data' })).toContain('D:\\Data');
  expect(defaultPolicyPath('darwin')).toContain('/Library/');
  expect(installedModule('win32', (path) => path.endsWith('HiCOSPKCS11.dll'))).toContain('System32');
  expect(installedModule('linux', () => false)).toBeNull();
});

it('reads the sites in the Windows registry', () => {
  const listing = `\r\nHKEY_LOCAL_MACHINE\\Software\\mhb-kit\\card-bridge\\Origins\r\n    1    REG_SZ    ${MACHINE} ${OWN}\r\n    (Default)    REG_SZ    \r\n\r\n`;
  expect(textValues(listing)).toEqual([MACHINE, OWN]);
  expect(textValues(null)).toEqual([]);
  expect(registryOrigins('linux')).toEqual([]);
});
