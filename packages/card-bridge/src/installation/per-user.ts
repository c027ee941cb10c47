import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Paths for a person's own installation, without an administrator. */

/** The folder of the versions. */
export function ownInstallation(platform = process.platform, home = homedir()): string {
  return platform === 'darwin'
    ? join(home, 'Library/Application Support/mhb-card-bridge')
    : join(home, '.local/lib/mhb-card-bridge');
}

/**
 * The folder of versions that contains a program (`…/versions/1.2.3/program`), or `null` if it is elsewhere.
 */
export function installationOf(program: string): string | null {
  const versions = dirname(dirname(program));
  return basename(versions) === 'versions' ? dirname(versions) : null;
}

/** A launchd agent: the bridge starts at login, and again after a failure. */
export const launchAgent = (program: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key><string>mhb-card-bridge</string>
  <key>ProgramArguments</key>
  <array><string>${escaped(program)}</string><string>run</string><string>--unless-running</string></array>
  <key>RunAtLoad</key><true/>
  <key>KeepAlive</key><dict><key>SuccessfulExit</key><false/></dict>
  <key>ProcessType</key><string>Background</string>
</dict>
</plist>
`;

/** The entry in a desktop's list of applications. */
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
