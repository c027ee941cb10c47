import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Finds the tools that the project needs in addition to Node, and installs them if possible; otherwise it
 * lists them. Runs before `npm ci`, so it uses only Node itself.
 */

/** @typedef {{ package: string, probe: string, needed: string }} Requirement */

/** @type {readonly Requirement[]} Debian package, how to detect it, what cannot run without it. */
const requirements = [
  { package: 'chromium', probe: 'chromium', needed: 'component tests and journeys' },
  {
    package: 'fonts-droid-fallback',
    probe: '/usr/share/fonts-droid-fallback',
    needed: 'Chinese text in screenshots',
  },
  { package: 'firefox-esr', probe: 'firefox-esr', needed: 'component, bridge and archive tests in Firefox' },
  {
    package: 'webkit2gtk-driver',
    probe: 'WebKitWebDriver',
    needed: 'journeys and component tests in WebKit',
  },
  { package: 'python3-gi', probe: '/usr/lib/python3/dist-packages/gi', needed: 'the window of WebKit' },
  {
    package: 'gir1.2-webkit2-4.1',
    probe: '/usr/lib/x86_64-linux-gnu/girepository-1.0/WebKit2-4.1.typelib',
    needed: 'the window of WebKit',
  },
  { package: 'pcscd', probe: 'pcscd', needed: 'tests through the PC/SC daemon' },
  {
    package: 'libpcsclite-dev',
    probe: '/usr/include/PCSC/winscard.h',
    needed: 'building the pcsclite driver',
  },
  { package: 'vsmartcard-vpcd', probe: '/etc/reader.conf.d/vpcd', needed: 'tests through the PC/SC daemon' },
  { package: 'softhsm2', probe: 'softhsm2-util', needed: 'tests of certificate login' },
  { package: 'opensc', probe: 'pkcs11-tool', needed: 'tests of certificate login' },
  { package: 'p7zip-full', probe: '7z', needed: 'archives made by 7-Zip' },
  { package: 'zip', probe: 'zip', needed: 'archives made by Info-ZIP' },
  { package: 'unzip', probe: 'unzip', needed: 'archives opened by Info-ZIP' },
  { package: 'libarchive-tools', probe: 'bsdtar', needed: 'archives made by libarchive' },
  { package: 'postgresql', probe: '/usr/lib/postgresql', needed: "the gateway's suites on PostgreSQL" },
  { package: 'nginx-light', probe: 'nginx', needed: "the proxy of the operators' guide" },
  { package: 'xvfb', probe: 'Xvfb', needed: 'the kiosk in a virtual display' },
  { package: 'cups-daemon', probe: 'cupsd', needed: "the kiosk's print queue" },
  { package: 'cups-client', probe: 'lpadmin', needed: "the kiosk's print queue" },
  { package: 'zbar-tools', probe: 'zbarimg', needed: 'QR codes read from paper' },
  { package: 'poppler-utils', probe: 'pdftoppm', needed: 'paper as a printer gets it' },
  { package: 'iproute2', probe: 'ip', needed: 'a network of its own for the virtual reader' },
];

/**
 * @param {string} probe an absolute path, or a command that is looked up on PATH and in the folders of
 *   daemons
 */
function isPresent(probe) {
  if (probe.startsWith('/')) return existsSync(probe);
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => existsSync(join(folder, probe)));
}

/**
 * Installs missing packages with apt if the machine allows it.
 * @param {readonly string[]} [names] the Debian packages to check; all by default
 * @returns {{ missing: readonly Requirement[], failed: boolean }} what is still missing, and whether apt
 *   failed
 */
export function ensureRequirements(names) {
  const wanted = requirements.filter((requirement) => names?.includes(requirement.package) ?? true);
  const missingOnes = () => wanted.filter(({ probe }) => !isPresent(probe));
  const missing = missingOnes();
  if (missing.length === 0 || process.getuid?.() !== 0 || !isPresent('apt-get'))
    return { missing, failed: false };
  const packages = missing.map((requirement) => requirement.package);
  console.log(`Installing from Debian: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
  const left = missingOnes();
  return { missing: left, failed: left.length > 0 };
}
