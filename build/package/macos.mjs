import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  AGENT,
  BUNDLE,
  BUNDLE_PROGRAMS,
  bundleDescription,
  bundleNames,
  launchAgent,
} from '../../packages/card-bridge/dist/installation/per-user.js';

/**
 * The folder for macOS: an application that installs itself for the person who opens it, a script that removes it, and
 * the agent for all people of a machine. Signing needs a Mac (`macos/sign.sh`).
 */

const SIGN = fileURLToPath(new URL('macos/sign.sh', import.meta.url));

/** Beside the application, for a double click; the installed version removes itself. */
const REMOVE = `#!/bin/sh
# 移除讀卡元件。Removes the card bridge.
exec "$HOME/Library/Application Support/mhb-card-bridge/current/${BUNDLE}/${BUNDLE_PROGRAMS}/mhb-card-bridge" uninstall
`;

/** @param {string} contents the folder with program, bindings, bill of materials and licenses, which becomes the folder for macOS @param {string} version */
export function writeBundle(contents, version) {
  const inside = join(contents, BUNDLE, 'Contents');
  /** @param {string} name @param {string} text */
  const write = (name, text) => {
    mkdirSync(dirname(join(contents, name)), { recursive: true });
    writeFileSync(join(contents, name), text);
  };
  const files = readdirSync(contents);
  for (const folder of ['MacOS', 'Resources']) mkdirSync(join(inside, folder), { recursive: true });
  for (const name of files) {
    const isCode = name === 'mhb-card-bridge' || name.endsWith('.node');
    renameSync(join(contents, name), join(inside, isCode ? 'MacOS' : 'Resources', name));
  }
  write(`${BUNDLE}/Contents/Info.plist`, bundleDescription('mhb-card-bridge', version));
  write(`${BUNDLE}/Contents/PkgInfo`, 'APPL????');
  for (const [name, text] of Object.entries(bundleNames)) write(`${BUNDLE}/Contents/Resources/${name}`, text);
  write('Remove card bridge.command', REMOVE);
  chmodSync(join(contents, 'Remove card bridge.command'), 0o755);
  // For `/Library/LaunchAgents`, in addition to the application in `/Applications`.
  const program = `/Applications/${BUNDLE}/${BUNDLE_PROGRAMS}/mhb-card-bridge`;
  write(`for administrators/${AGENT}.plist`, launchAgent(program));
}

/**
 * Signs the application, has Apple notarize it, and makes a `.pkg` of it.
 * @param {{ contents: string, version: string, identity: string, installer: string, notary: string, file: string }} options
 *   `identity` and `installer`: names of certificates in the keychain; `notary`: a stored profile of notarytool
 */
export function signBundle({ contents, version, identity, installer, notary, file }) {
  if (process.platform !== 'darwin')
    throw new Error('Signing for macOS needs a Mac: build this target there');
  const args = [join(contents, BUNDLE), version, identity, installer, notary, file];
  const { status } = spawnSync('sh', [SIGN, ...args], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The application could not be signed');
}
