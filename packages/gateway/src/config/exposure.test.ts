import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfiguration, parseConfiguration } from './configuration.js';
import { readEnvironmentFile } from './environment-file.js';
import { productionRisks } from './production.js';

const rootKey = randomBytes(32).toString('base64url');
const safe = {
  environment: 'production',
  rootKey,
  publicUrl: 'https://gateway.example.tw',
  trustProxy: '127.0.0.1',
};
const registration = (smtp: string): object => ({
  registration: { smtp: { url: smtp, from: 'a@example.tw' }, sms: { url: 'https://sms.example.tw' } },
});
const risks = (settings: object): readonly string[] =>
  productionRisks(parseConfiguration({ ...safe, ...settings }, {}));
const refusal = (settings: object, variables = {}): string => {
  try {
    parseConfiguration(settings, variables);
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
};

describe('production', () => {
  it('accepts safe settings', () => {
    expect(risks({})).toEqual([]);
    expect(risks({ host: '10.0.0.5', allowNetworkHost: true })).toEqual([]);
    expect(
      productionRisks(parseConfiguration(safe, { MHB_HOST: '0.0.0.0', MHB_ALLOW_NETWORK_HOST: 'true' })),
    ).toEqual([]);
    for (const url of [
      'smtps://m.example.tw',
      'smtp://127.0.0.1',
      'smtp://m.example.tw:587/?requireTLS=true',
    ])
      expect(risks(registration(url)).filter((risk) => risk.includes('smtp'))).toEqual([]);
  });

  it.each<[string, object, RegExp]>([
    ['every address', { host: '0.0.0.0' }, /^host 0\.0\.0\.0 can be reached without the proxy/],
    ['an address of the network', { host: '10.0.0.5' }, /^host 10\.0\.0\.5 can be reached/],
    ['a key of zeros', { rootKey: 'A'.repeat(43) }, /^rootKey is not random/],
    [
      'a key that repeats itself',
      { rootKey: Buffer.from(rootKey.slice(0, 16).repeat(2)).toString('base64url') },
      /^rootKey is not random/,
    ],
    [
      'mail without encryption',
      registration('smtp://mail.example.tw'),
      /^registration\.smtp\.url uses neither/,
    ],
    ['sessions of a year', { session: { idleMinutes: 10, absoluteMinutes: 525_600 } }, /^session is longer/],
    [
      'sessions that never idle',
      { session: { idleMinutes: 600, absoluteMinutes: 600 } },
      /^session is longer/,
    ],
    ['passwords of six letters', { passwordPolicy: 'nhi-legacy' }, /^passwordPolicy nhi-legacy/],
  ])('refuses %s', (_name, settings, expected) => {
    expect(risks(settings)).toContainEqual(expect.stringMatching(expected));
  });
});

describe('an environment that is not set', () => {
  it.each([
    ['every address', { host: '0.0.0.0' }],
    ['an address of the network', { host: '192.168.1.5' }],
    ['a public address', { publicUrl: 'http://gateway.example.tw' }],
  ])('is not development if others can reach the gateway: %s', (_name, settings) => {
    expect(refusal(settings)).toMatch(/^environment is not set, and others could reach/);
    expect(refusal({ ...settings, environment: 'development' })).toBe('accepted');
    expect(refusal(settings, { MHB_ENVIRONMENT: 'development' })).toBe('accepted');
  });

  it('is development on the machine itself', () => {
    expect(parseConfiguration({ publicUrl: 'http://localhost:8081' }, {}).environment).toBe('development');
  });
});

describe('trustProxy', () => {
  it.each(['127.0.0.1', '10.0.0.0/8, 10.1.2.3', '::1', 'fd00::/16', 'loopback, uniquelocal'])(
    'takes %s',
    (trustProxy) => {
      expect(refusal({ trustProxy })).toBe('accepted');
    },
  );

  it.each([
    ['0.0.0.0/0', /^trustProxy 0\.0\.0\.0\/0 covers nearly everybody/],
    ['127.0.0.1, ::/0', /^trustProxy ::\/0 covers nearly everybody/],
    ['128.0.0.0/1', /covers nearly everybody/],
    ['everybody', /^trustProxy must be addresses or ranges/],
    ['10.0.0.1/33', /^trustProxy must be addresses or ranges/],
    ['10.0.0.1/', /^trustProxy must be addresses or ranges/],
    ['10.0.0.1,', /^trustProxy must be addresses or ranges/],
  ])('refuses %s with a sentence', (trustProxy, expected) => {
    expect(refusal({ trustProxy })).toMatch(expected);
  });
});

describe('files of secrets', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mhb-secrets-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function file(name: string, content: string, mode: number): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, content);
    await chmod(path, mode);
    return path;
  }

  it('are read like systemd reads them', async () => {
    const path = await file(
      'environment',
      `# a comment\n\nMHB_ROOT_KEY=${rootKey}\r\nA="b c"\nB='d'\nC=e=f\n`,
      0o640,
    );
    expect(await readEnvironmentFile(path)).toEqual({ MHB_ROOT_KEY: rootKey, A: 'b c', B: 'd', C: 'e=f' });
    await expect(
      readEnvironmentFile(await file('bad', `A=b\nnonsense ${rootKey}`, 0o600)),
    ).rejects.toMatchObject({
      code: 'configuration-invalid',
      message: expect.not.stringContaining(rootKey),
    });
  });

  it('are refused if every user can read them', async () => {
    const environment = await file('open', `MHB_ROOT_KEY=${rootKey}`, 0o644);
    await expect(readEnvironmentFile(environment)).rejects.toThrow(/other users can read it: chmod o=/);
    const withoutKey = { ...safe, rootKey: undefined };
    const withKey = await file('key.json', JSON.stringify(safe), 0o644);
    await expect(loadConfiguration(withKey, {})).rejects.toThrow(/other users can read it/);
    await chmod(withKey, 0o640);
    expect((await loadConfiguration(withKey, {})).rootKey).toBe(rootKey);
    const mail = { ...withoutKey, ...registration('smtps://user:word@mail.example.tw') };
    await expect(loadConfiguration(await file('mail.json', JSON.stringify(mail), 0o644), {})).rejects.toThrow(
      /other users can read/,
    );
    const nothing = await file('nothing.json', JSON.stringify(withoutKey), 0o644);
    expect((await loadConfiguration(nothing, { MHB_ROOT_KEY: rootKey })).rootKey).toBe(rootKey);
  });
});
