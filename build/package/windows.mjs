import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, sourceDate } from './archive.mjs';

/**
 * The Windows installers, built with `wixl` of Debian's msitools: for one person without an administrator,
 * and for a whole machine. Their texts are English, because wixl fails with any other language; the bridge
 * itself has Chinese texts.
 */

const TEMPLATES = fileURLToPath(new URL('windows', import.meta.url));
/** One per kind, never changed: Windows uses it to recognise an earlier version of the same program. */
const UPGRADE_CODES = {
  user: 'B5C1D7A2-6E0F-4C1B-9C3A-5B7D0E8F2A41',
  machine: 'D0E7A9C4-1B52-4F6E-8A7D-3C9B5E1F7064',
};

/** A UUID that depends only on a name (RFC 9562, version 8). @param {string} name */
function uuid(name) {
  const hex = createHash('sha256').update(`mhb-card-bridge ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`.toUpperCase();
}

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/**
 * @typedef {object} InstallerOptions
 * @property {'user' | 'machine'} scope
 * @property {string} contents the folder with program, bindings, bill of materials and licences
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
    .map((name, index) => `          <File Id="File${index}" Name="${name}" Source="${name}"/>`);
  const folder = `<Directory Id="INSTALLDIR" Name="mhb-card-bridge">
        <Component Id="Program" Guid="${uuid(`${scope} program`)}" Win64="yes">
${files.join('\n')}
          <RegistryValue Root="${root}" Key="Software\\mhb-kit\\card-bridge" Name="Version" Type="string" Value="${version}" KeyPath="yes"/>
          <RegistryValue Root="${root}" Key="Software\\mhb-kit\\card-bridge\\Origins" Name="1" Type="string" Value="[ORIGINS]"/>
          <RegistryValue Root="${root}" Key="Software\\Microsoft\\Windows\\CurrentVersion\\Run" Name="mhb-card-bridge" Type="string" Value="&quot;[INSTALLDIR]mhb-card-bridge.exe&quot; run --unless-running"/>
        </Component>
      </Directory>`;
  const place = machine
    ? `<Directory Id="ProgramFiles64Folder">${folder}</Directory>`
    : `<Directory Id="LocalAppDataFolder"><Directory Id="OwnPrograms" Name="Programs">${folder}</Directory></Directory>`;
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
  run('wixl', ['--arch', 'x64', '--output', file, wxs], {
    // It reads the files from its working directory.
    cwd: contents,
    env: { ...process.env, SOURCE_DATE_EPOCH: sourceDate() },
  });
}

/** The templates for group policy, for copying into `PolicyDefinitions`. @param {string} folder */
export function writePolicyTemplates(folder) {
  cpSync(TEMPLATES, folder, { recursive: true });
}
