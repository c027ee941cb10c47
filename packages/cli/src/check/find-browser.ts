import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** The environment to search, which is that of the process or of a test. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isProgram: (path: string) => Promise<boolean>;
}

export const thisMachine: Machine = {
  platform: process.platform,
  environment: process.env,
  isProgram: (path) =>
    access(path, constants.X_OK).then(
      () => true,
      () => false,
    ),
};

/** The command names that packages give to these browsers. */
const NAMES = [
  ...['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable'],
  ...['microsoft-edge', 'brave-browser'],
];
const MAC = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Finds a browser based on Chromium on this machine. Prefers the one in `CHROME_PATH`, and otherwise searches
 * the usual locations.
 */
export async function findBrowser(machine: Machine = thisMachine): Promise<string | null> {
  for (const path of places(machine)) if (await machine.isProgram(path)) return path;
  return null;
}

function places({ platform, environment }: Machine): readonly string[] {
  const { CHROME_PATH: told, PATH = '', HOME: home = '' } = environment;
  const first = told === undefined || told === '' ? [] : [told];
  if (platform === 'darwin')
    return [
      ...first,
      ...['/Applications', `${home}/Applications`].flatMap((at) => MAC.map((app) => `${at}/${app}`)),
    ];
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => environment[name] ?? [],
    );
    return [...first, ...roots.flatMap((root) => WINDOWS.map((path) => `${root}\\${path}`))];
  }
  const folders = PATH.split(delimiter).filter((folder) => folder !== '');
  return [...first, ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))];
}
