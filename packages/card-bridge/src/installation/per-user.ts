import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Paths for an installation by one person who is not an administrator. */

/** Returns the folder that contains the installed versions. */
export function ownInstallation(platform = process.platform, home = homedir()): string {
  return platform === 'darwin'
    ? join(home, 'Library/Application Support/mhb-card-bridge')
    : join(home, '.local/lib/mhb-card-bridge');
}

/** Name of the application in macOS. It is a folder that contains the program. */
export const BUNDLE = 'Card bridge.app';
/** Path of the program's folder in the application bundle. */
export const BUNDLE_PROGRAMS = 'Contents/MacOS';

/** Returns the macOS bundle that contains a program, or `null` if the program is not in a bundle. */
export function bundleOf(program: string): string | null {
  const bundle = dirname(dirname(dirname(program)));
  return program === join(bundle, BUNDLE_PROGRAMS, basename(program)) && bundle.endsWith('.app')
    ? bundle
    : null;
}

/** Returns a program's path relative to the folder of its version. */
export const placeInVersion = (program: string): string =>
  bundleOf(program) === null ? basename(program) : join(BUNDLE, BUNDLE_PROGRAMS, basename(program));

/**
 * Returns the installation folder of a program, or `null` if the program is not in a folder of versions
 * (`…/versions/1.2.3/program`, on macOS in a bundle).
 */
export function installationOf(program: string): string | null {
  const versions = dirname(dirname(bundleOf(program) ?? program));
  return basename(versions) === 'versions' ? dirname(versions) : null;
}

/** The name of the launchd agent. */
export const AGENT = 'mhb-card-bridge';

/** Returns the person's desktop session in the form that launchd uses. */
export const macSession = (): string => `gui/${process.getuid?.() ?? 0}`;

const propertyList = (content: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
${content}
</dict>
</plist>
`;

/** Returns the definition of a launchd agent that starts the bridge at login and restarts it after a failure. */
export const launchAgent = (program: string): string =>
  propertyList(`  <key>Label</key><string>${AGENT}</string>
  <key>ProgramArguments</key>
  <array><string>${escaped(program)}</string><string>run</string><string>--unless-running</string></array>
  <key>RunAtLoad</key><true/>
  <key>KeepAlive</key><dict><key>SuccessfulExit</key><false/></dict>
  <key>ProcessType</key><string>Background</string>`);

/**
 * Returns the `Info.plist` of an application without an icon in the Dock.
 * @param program the file name of the program in {@link BUNDLE_PROGRAMS}
 */
export const bundleDescription = (program: string, version: string): string =>
  propertyList(`  <key>CFBundleIdentifier</key><string>mhb-kit.card-bridge</string>
  <key>CFBundleName</key><string>Card bridge</string>
  <key>CFBundleDisplayName</key><string>Card bridge</string>
  <key>LSHasLocalizedDisplayName</key><true/>
  <key>CFBundleDevelopmentRegion</key><string>en</string>
  <key>CFBundlePackageType</key><string>APPL</string>
  <key>CFBundleInfoDictionaryVersion</key><string>6.0</string>
  <key>CFBundleExecutable</key><string>${escaped(program)}</string>
  <key>CFBundleShortVersionString</key><string>${escaped(version)}</string>
  <key>CFBundleVersion</key><string>${escaped(version)}</string>
  <key>LSMinimumSystemVersion</key><string>11.0</string>
  <key>LSUIElement</key><true/>`);

/**
 * Content of the files in `Contents/Resources` that give the application's name in each language, keyed by
 * path.
 */
export const bundleNames: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ en: 'Card bridge', 'zh-Hant': '讀卡元件' }).map(([language, name]) => [
    `${language}.lproj/InfoPlist.strings`,
    propertyList(`  <key>CFBundleDisplayName</key><string>${name}</string>`),
  ]),
);

/** Returns the script of a small application that opens the window of the installed version. */
export const launcher = (program: string): string => `#!/bin/sh
exec '${program.replaceAll("'", "'\\''")}' open
`;

/** Returns the bridge's entry for the desktop's list of applications. */
export const desktopEntry = (program: string): string => `[Desktop Entry]
Type=Application
Name=Card bridge
Name[zh_TW]=讀卡元件
Comment=Readers, allowed sites and last uses
Comment[zh_TW]=查看讀卡機、允許的網站與最近的使用
Exec="${program.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%')}" open
Categories=Utility;
`;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
