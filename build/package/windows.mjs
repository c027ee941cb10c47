import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, sourceDate } from './archive.mjs';

/**
 * The Windows installers, built with `wixl` of Debian's msitools: for one person without an administrator,
 * and for a whole machine. Their text is in English, because wixl fails with any other language; the bridge
 * itself is also in Chinese.
 */

const TEMPLATES = fileURLToPath(new URL('windows', import.meta.url));
/** One per kind, never changed: Windows uses it to recognize an earlier version of the same program. */
const UPGRADE_CODES = {
  user: 'B5C1D7A2-6E0F-4C1B-9C3A-5B7D0E8F2A41',
  machine: 'D0E7A9C4-1B52-4F6E-8A7D-3C9B5E1F7064',
};

/** A UUID that depends only on a name (RFC 9562, version 8). @param {string} name */
function uuid(name) {
  const hex = createHash('sha256').update(`mhb-card-bridge ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`.toUpperCase();
}

/** The executable of `targets.mjs`. */
const PROGRAM = 'mhb-card-bridge.exe';

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/**
 * @typedef {object} InstallerOptions
 * @property {'user' | 'machine'} scope
 * @property {string} contents the folder with program, bindings, bill of materials and licenses
 * @property {string} version
 * @property {readonly string[]} origins the operator's own sites: the default of the property ORIGINS
 * @property {string} work
 * @property {string} file
 */

/** @param {InstallerOptions} options */
export function writeWindowsInstaller({ scope, contents, version, origins, work, file }) {
  const machine = scope === 'machine';
  const root = machine ? 'HKLM' : 'HKCU';
  const files = readdirSync(contents)
    .sort()
    .map(
      (name) =>
        `          <File Id="${name === PROGRAM ? 'Executable' : `File${uuid(name).replaceAll('-', '')}`}" Name="${name}" Source="${name}"/>`,
    );
  const folder = `<Directory Id="INSTALLDIR" Name="mhb-card-bridge">
        <Component Id="Program" Guid="${uuid(`${scope} program`)}" Win64="yes">
${files.join('\n')}
          <RegistryValue Root="${root}" Key="Software\\mhb-kit\\card-bridge" Name="Version" Type="string" Value="${version}" KeyPath="yes"/>
          <RegistryValue Root="${root}" Key="Software\\mhb-kit\\card-bridge\\Origins" Name="1" Type="string" Value="[ORIGINS]"/>
          <RegistryValue Root="${root}" Key="Software\\Microsoft\\Windows\\CurrentVersion\\Run" Name="mhb-card-bridge" Type="string" Value="&quot;[INSTALLDIR]mhb-card-bridge.exe&quot; run --background"/>
        </Component>
      </Directory>`;
  const place = machine
    ? `<Directory Id="ProgramFiles64Folder">${folder}</Directory>`
    : `<Directory Id="LocalAppDataFolder"><Directory Id="OwnPrograms" Name="Programs">${folder}</Directory></Directory>`;
  // The actions have numbers, because wixl places `Before` and `After` by the addresses of its objects: `Stop` then
  // comes first of all in some builds, before Windows knows the folder of the program and the earlier version.
  const source = `<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
  <Product Id="${uuid(`${scope} ${version}`)}" UpgradeCode="${UPGRADE_CODES[scope]}" Name="Card bridge" Version="${version}" Manufacturer="mhb-kit" Language="1033">
    <Package Id="${uuid(`${scope} ${version} package`)}" InstallerVersion="500" Compressed="yes" InstallScope="${machine ? 'perMachine' : 'perUser'}" Manufacturer="mhb-kit"/>
    <MajorUpgrade DowngradeErrorMessage="A newer version of the card bridge is installed."/>
    <Media Id="1" Cabinet="bridge.cab" EmbedCab="yes"/>
    <Property Id="ORIGINS" Value="${escaped(origins.join(' ') || ' ')}"/>
    <Directory Id="TARGETDIR" Name="SourceDir">
      ${place}
      <Directory Id="ProgramMenuFolder">
        <Component Id="Menu" Guid="${uuid(`${scope} menu`)}">
          <Shortcut Id="Open" Name="Card bridge" Target="[INSTALLDIR]mhb-card-bridge.exe" Arguments="open"/>
          <RegistryValue Root="${root}" Key="Software\\mhb-kit\\card-bridge" Name="Menu" Type="integer" Value="1" KeyPath="yes"/>
        </Component>
      </Directory>
    </Directory>
    <CustomAction Id="Stop" FileKey="Executable" ExeCommand="stop" Return="ignore"/>
    <CustomAction Id="Start" FileKey="Executable" ExeCommand="run" Return="asyncNoWait"/>
    <InstallExecuteSequence>
      <Custom Action="Stop" Sequence="1399">REMOVE="ALL" OR WIX_UPGRADE_DETECTED</Custom>
      <Custom Action="Start" Sequence="6601">${machine ? '0' : 'NOT REMOVE'}</Custom>
    </InstallExecuteSequence>
    <Feature Id="Bridge" Level="1">
      <ComponentRef Id="Program"/>
      <ComponentRef Id="Menu"/>
    </Feature>
  </Product>
</Wix>
`;
  mkdirSync(work, { recursive: true });
  const wxs = join(work, `${scope}.wxs`);
  writeFileSync(wxs, source);
  // The cabinet contains the times of the files.
  const date = Number(sourceDate());
  for (const name of readdirSync(contents)) utimesSync(join(contents, name), date, date);
  // It reads the files from its working directory.
  run('wixl', ['--arch', 'x64', '--output', file, wxs], { cwd: contents });
  // Settings for which wixl has no attribute. Earlier versions are removed inside the transaction, so that
  // Windows restores them if the new one cannot be installed. The actions run the program by its folder (type
  // 34), where an upgrade still has the earlier version.
  const run34 = (/** @type {string} */ action, /** @type {number} */ more, /** @type {string} */ args) =>
    `UPDATE \`CustomAction\` SET \`Type\` = ${34 + more}, \`Source\` = 'INSTALLDIR', \`Target\` = '"[INSTALLDIR]${PROGRAM}" ${args}' WHERE \`Action\` = '${action}'`;
  run('msibuild', [
    file,
    ...[
      "UPDATE `InstallExecuteSequence` SET `Sequence` = 1501 WHERE `Action` = 'RemoveExistingProducts'",
      run34('Stop', IGNORES_FAILURE, 'stop'),
      run34('Start', IGNORES_FAILURE + DOES_NOT_WAIT, 'run --background'),
    ].flatMap((query) => ['-q', query]),
  ]);
  writeFileSync(file, withoutChance(readFileSync(file), date));
}

/** Parts of the type of an action (`msidbCustomActionTypeContinue`, `msidbCustomActionTypeAsync`). */
const IGNORES_FAILURE = 64;
const DOES_NOT_WAIT = 128;

/** Type of a time in a property set (MS-OLEPS, `VT_FILETIME`), and the difference between its epoch and 1970. */
const FILETIME = 0x40;
const SECONDS_FROM_1601 = 11_644_473_600n;

/**
 * An installer that depends only on its contents: wixl writes the time and a random package code.
 * @param {Buffer} installer changed
 * @param {number} date seconds since 1970
 */
export function withoutChance(installer, date) {
  const codes = [...installer.toString('latin1').matchAll(/\{[\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}\}\0/g)];
  const code = codes.find(({ index }) => installer.readUInt32LE(index - 8) === 0x1e)?.index;
  if (code === undefined) throw new Error('The installer has no package code');
  // After the code come the two times.
  let times = 0;
  for (let at = code; at < code + 128 && times < 2; at++) {
    if (installer.readUInt32LE(at) !== FILETIME || installer.readUInt32LE(at + 8) >>> 24 !== 1) continue;
    installer.writeBigUInt64LE((BigInt(date) + SECONDS_FROM_1601) * 10_000_000n, at + 4);
    times++;
  }
  if (times !== 2) throw new Error('The installer does not say when it was made');
  installer.fill('0', code + 1, code + 37);
  const hash = createHash('sha256').update(installer).digest('hex');
  installer.write(uuid(hash), code + 1, 'latin1');
  return installer;
}

/** The templates for group policy, for copying into `PolicyDefinitions`. @param {string} folder */
export function writePolicyTemplates(folder) {
  cpSync(TEMPLATES, folder, { recursive: true });
}
