import { describe, expect, it } from 'vitest';
import { BUNDLE, bundleOf, installationOf, launcher, placeInVersion } from './per-user.js';

const library = '/Users/lin/Library/Application Support/mhb-card-bridge';
const inside = `${BUNDLE}/Contents/MacOS/mhb-card-bridge`;

describe('a person’s own installation', () => {
  it('finds the folder of versions, in a bundle and without one', () => {
    expect(installationOf('/home/lin/.local/lib/x/versions/1.2.3/mhb-card-bridge')).toBe(
      '/home/lin/.local/lib/x',
    );
    expect(installationOf(`${library}/versions/1.2.3/${inside}`)).toBe(library);
    for (const elsewhere of [`/Applications/${inside}`, '/usr/lib/mhb-card-bridge/mhb-card-bridge'])
      expect(installationOf(elsewhere)).toBeNull();
  });

  it('recognizes a bundle by its form, no matter what the person calls it', () => {
    const renamed = '/Users/lin/Downloads/讀卡元件 2.app';
    expect(bundleOf(`${renamed}/Contents/MacOS/mhb-card-bridge`)).toBe(renamed);
    expect(bundleOf('/Users/lin/Contents/MacOS/mhb-card-bridge')).toBeNull();
    expect(bundleOf(`${renamed}/Contents/Other/mhb-card-bridge`)).toBeNull();
    expect(placeInVersion(`${renamed}/Contents/MacOS/mhb-card-bridge`)).toBe(inside);
    expect(placeInVersion('/tmp/mhb-card-bridge')).toBe('mhb-card-bridge');
  });

  it('quotes the program for the shell', () => {
    expect(launcher("/Users/o'neil/x")).toContain("exec '/Users/o'\\''neil/x' open");
  });
});
