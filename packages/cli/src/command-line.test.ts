import { sealArchive } from '@mhb-kit/core/archive';
import {
  MANIFEST_FILE_NAME,
  MANIFEST_SIGNATURE_FILE_NAME,
  MANIFEST_SIGNATURE_TYPE,
  writeManifest,
} from '@mhb-kit/core/manifest';
import { calculateJwkThumbprint, exportJWK, FlattenedSign, generateKeyPair } from 'jose';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from './command-line.js';

const folder = mkdtempSync(join(tmpdir(), 'mhb-'));
const at = (name: string): string => join(folder, name);
const sample = fileURLToPath(new URL('../../testkit/data/sample.json', import.meta.url));

beforeAll(async () => {
  const entries = [{ name: '健康存摺醫療類_1150415.JSON', bytes: new Uint8Array(readFileSync(sample)) }];
  writeFileSync(at('sealed.zip'), await sealArchive(entries, { password: 'K223010426', method: 'aes-256' }));
  const other = readFileSync(sample, 'utf8').replace('K22301****', 'A12345****');
  writeFileSync(at('other.json'), other);
  writeFileSync(at('broken.json'), readFileSync(sample, 'utf8').slice(0, 5000));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs a command as a script would, with the given text as standard input. */
async function run(
  args: string[],
  { input = '', locale = 'zh_TW.UTF-8' }: { input?: string | Buffer; locale?: string } = {},
) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  stdin.end(input);
  const code = await runCommandLine(args, { stdin, stdout, stderr, locale });
  const text = (stream: PassThrough): string => String((stream.read() as Buffer | null) ?? '');
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

describe('mhb open', () => {
  it('shows the contents in the language of the terminal', async () => {
    expect(await run(['open', sample])).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/身分證號: K22301\*{4}[^]*西醫門診資料 +4 +114\/11\/20 +115\/04\/09/),
    });
    const english = await run(['open', sample], { locale: 'C' });
    expect(english.stdout).toMatch(/Outpatient, Western medicine +4 +2025-11-20 +2026-04-09/);
  });

  it('prints JSON', async () => {
    const { stdout } = await run(['open', '--json', sample]);
    expect(JSON.parse(stdout)).toMatchObject({
      overview: { records: 37 },
      report: { files: [{ format: 'json' }] },
    });
  });

  it('opens archives with the password from standard input, even in lower case and full width', async () => {
    for (const password of ['K223010426', 'k223010426', ' Ｋ２２３０１０４２６ ']) {
      const { code, stdout } = await run(['open', '--json', '--password-stdin', at('sealed.zip')], {
        input: `${password}\n`,
      });
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ overview: { records: 37 } });
    }
  });

  it.each([
    ['a wrong password', ['--password-stdin'], 'A123456789\n', 3, 'wrong-password'],
    ['no password and nobody to ask', [], '', 3, 'password-required'],
  ])('fails on %s', async (_name, options, input, code, error) => {
    const result = await run(['open', '--json', ...options, at('sealed.zip')], { input });
    expect(result).toMatchObject({ code, stdout: '' });
    expect(JSON.parse(result.stderr)).toMatchObject({ error: { code: error } });
  });

  it.each([
    ['a missing file', ['open', at('nowhere.json')], 1, 'file-unreadable'],
    ['a damaged file', ['open', at('broken.json')], 1, 'passbook-damaged'],
    ['files of two people', ['open', sample, at('other.json')], 5, 'passbook-different-people'],
  ])('fails on %s with sentence, next step and code', async (_name, args, code, error) => {
    const result = await run(args);
    expect(result).toMatchObject({ code, stdout: '' });
    expect(result.stderr.trim().split('\n')).toHaveLength(3);
    expect(result.stderr).toContain(`(${error})`);
    expect(result.stderr).not.toContain(folder);
  });

  it('returns 2 for wrong use', async () => {
    expect((await run(['open'])).code).toBe(2);
    expect((await run(['convert', sample, '--to', 'pdf', '-o', 'x'])).code).toBe(2);
    expect((await run(['--help'])).code).toBe(0);
  });
});

/**
 * Characters that move a terminal's cursor, set its title, or change the direction of text. Line breaks are
 * excluded, because the command itself prints them.
 */
const CONTROL = /[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const escapes = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202e\r';

describe('text from a file', () => {
  const hostile = (name: string, bdata: object): string => {
    writeFileSync(at(name), JSON.stringify({ myhealthbank: { bdata } }));
    return at(name);
  };

  it('never reaches the terminal as a control sequence', async () => {
    const file = hostile('hostile.json', {
      'b1.1': `A1${escapes}`,
      [`b9.${escapes}`]: 'x',
      [`r${escapes}\nRecords: 9`]: [{ a: 'b' }],
      r1: [
        { 'r1.1': escapes, [`r1.${escapes}`]: 'x', r1_1: [{ 'r1_1.2': escapes, 'r1_1.4': '3' }] },
        { 'r1.5': '20260101', r1_1: [{ 'r1_1.2': `drug${escapes}\nforged: line`, 'r1_1.4': '9999' }] },
      ],
    });
    for (const locale of ['zh_TW.UTF-8', 'C']) {
      const { code, stdout, stderr } = await run(['open', file], { locale });
      expect(code).toBe(0);
      expect(stdout + stderr).not.toMatch(CONTROL);
      expect(stdout).not.toMatch(/^forged|^Records: 9/m);
    }
    const output = at(`${escapes}.json`);
    const { stdout } = await run(['convert', file, '--to', 'json', '-o', output]);
    expect(stdout).not.toMatch(CONTROL);
    const asJson = await run(['open', '--json', file]);
    expect(asJson.stdout).not.toMatch(CONTROL);
  });

  it('neither ends the command nor overwrites another table because of its length or form', async () => {
    const name = '健'.repeat(4000);
    const file = hostile('long.json', { [name]: [{ a: '1' }], 'x/y': [{ a: '2' }], 'x:y': [{ a: '3' }] });
    expect((await run(['open', file])).code).toBe(0);
    expect(await run(['convert', file, '--to', 'csv', '-o', at('long')])).toMatchObject({ code: 0 });
    const written = readdirSync(at('long'));
    expect(written).toHaveLength(3);
    expect(written).toEqual(expect.arrayContaining(['x_y.csv', 'x_y_2.csv']));
  });
});

describe('skipped files', () => {
  const zip = async (name: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<string> => {
    const entries = Object.entries(files).map(([entry, content]) => ({
      name: entry,
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    }));
    writeFileSync(at(name), await sealArchive(entries, { method: 'none' }));
    return at(name);
  };
  const passbook = new Uint8Array(readFileSync(sample));

  it('are named with the reason, except files of the operating system', async () => {
    const file = await zip('mixed.zip', {
      'passbook.json': passbook,
      '說明.pdf': '%PDF-1.7\n',
      'other.json': '{"resourceType":"Bundle"}',
      'empty.txt': '',
      'inner.zip': 'PK\u0003\u0004',
      '__MACOSX/._passbook.json': 'Mac OS X',
      '.DS_Store': 'Bud1',
      'photos/Thumbs.db': 'x',
    });
    const { code, stdout } = await run(['open', file], { locale: 'C' });
    expect(code).toBe(0);
    const [, listed = ''] = stdout.split('Files that were not read:\n');
    expect(listed.split('\n\n')[0]?.trim().split('\n')).toEqual([
      expect.stringMatching(/^說明\.pdf: This is not a passbook\./),
      expect.stringMatching(/^ {2}other\.json: This is not a passbook\./),
      expect.stringMatching(/^ {2}empty\.txt: .+/),
      expect.stringMatching(/^ {2}inner\.zip: This ZIP archive has not been unpacked\./),
    ]);
    const written = await run(['convert', file, '--to', 'json', '-o', at('mixed.json')], { locale: 'C' });
    expect(written).toMatchObject({ code: 0, stderr: expect.stringContaining('說明.pdf') });
    const { report } = JSON.parse((await run(['open', '--json', file])).stdout) as {
      report: { files: { file: string; leftOut: string | null }[] };
    };
    expect(report.files.map(({ file: name, leftOut }) => [name, leftOut])).toEqual([
      ['passbook.json', null],
      ['說明.pdf', 'passbook-not-recognized'],
      ['other.json', 'passbook-not-recognized'],
      ['empty.txt', 'passbook-empty'],
      ['inner.zip', 'passbook-is-archive'],
    ]);
  });

  it.each([
    '.DS_Store',
    'a/.localized',
    '.Spotlight-V100/Store-V2/x.db',
    '.fseventsd/0000000000000001',
    '.Trashes/501/old.json',
    'DESKTOP.INI',
    'photos/ehthumbs.db',
    '$RECYCLE.BIN/S-1-5/old.json',
    'System Volume Information/IndexerVolumeGuid',
    '.Trash-1000/files/old.json',
    'a/.directory',
  ])('do not include %j on a USB stick', async (name) => {
    const file = await zip('stick.zip', { 'passbook.json': passbook, [name]: 'Bud1' });
    const { stdout } = await run(['open', '--json', file]);
    const { report } = JSON.parse(stdout) as { report: { files: { file: string }[] } };
    expect(report.files.map((each) => each.file)).toEqual(['passbook.json']);
  });

  it('include an archive within an archive, regardless of what else there is', async () => {
    const file = await zip('outer.zip', { 'a.txt': 'hello', 'inner.zip': 'PK\u0003\u0004' });
    expect(await run(['open', file], { locale: 'C' })).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/unpack the outer archive first[^]*passbook-is-archive/),
    });
  });

  it('include a whole archive that is larger than a passbook can be, without unpacking it', async () => {
    const zeros = new Uint8Array(50 * 1024 * 1024);
    const file = await zip('large.zip', { 'a.json': zeros, 'b.json': zeros, 'c.json': zeros });
    expect(await run(['open', '--json', file])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('limit-exceeded'),
    });
    const half = await zip('half.zip', { 'a.json': zeros, 'b.json': zeros });
    expect(await run(['open', '--json', half, half])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('limit-exceeded'),
    });
  });
});

describe('mhb convert and merge', () => {
  it.each(['fhir', 'ips', 'json'])('write %s, for the owner only, and never replace a file', async (to) => {
    const path = at(`out.${to}`);
    const { code, stdout } = await run(['convert', sample, '--to', to, '-o', path]);
    expect(code).toBe(0);
    expect(stdout).toContain(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toBeTypeOf('object');
    expect(await run(['convert', sample, '--to', to, '-o', path])).toMatchObject({ code: 4, stdout: '' });
    expect((await run(['convert', sample, '--to', to, '-o', path, '--force'])).code).toBe(0);
  });

  it('write a workbook', async () => {
    const path = at('tables.xlsx');
    expect((await run(['convert', sample, '--to', 'xlsx', '-o', path])).code).toBe(0);
    expect(readFileSync(path).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    expect((await run(['convert', sample, '--to', 'xlsx', '-o', '-'])).code).toBe(4);
  });

  it('name nobody by default, and refuse another person’s ID number', async () => {
    const summaryOf = async (...options: string[]) => {
      const { stdout } = await run(['convert', sample, '--to', 'ips', '-o', '-', ...options]);
      return stdout;
    };
    const nameless = await summaryOf();
    expect(nameless).not.toContain('official');
    const named = await summaryOf(
      '--language',
      'en',
      '--identity-name',
      'WANG, XIAO-MING',
      '--identity-birth-date',
      '0800229',
    );
    expect(named).not.toContain('"1991-02-29"');
    const whole = await summaryOf(
      '--language',
      'en',
      '--identity-name',
      'WANG, XIAO-MING',
      '--identity-birth-date',
      '69/02/28',
    );
    for (const part of ['WANG, XIAO-MING', '1980-02-28', 'Patient summary from My Health Bank'])
      expect(whole).toContain(part);
    expect(
      await run(['convert', sample, '--to', 'ips', '-o', '-', '--identity-id', 'F120470317']),
    ).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('export-identity-invalid') });
  });

  it('write CSV into a folder', async () => {
    expect((await run(['convert', sample, '--to', 'csv', '-o', at('tables')])).code).toBe(0);
    expect(readdirSync(at('tables'))).toContain('西醫門診資料_醫囑.csv');
  });

  it('join downloads, which can be opened again', async () => {
    expect((await run(['merge', sample, sample, '-o', at('joined.json')])).code).toBe(0);
    const { stdout } = await run(['open', '--json', at('joined.json')]);
    expect(JSON.parse(stdout)).toMatchObject({ overview: { records: 37 } });
  });

  it('do not follow a link placed where their temporary file would be', async () => {
    mkdirSync(at('shared'));
    writeFileSync(at('victim'), 'precious');
    const output = join(at('shared'), 'out.json');
    symlinkSync(at('victim'), join(at('shared'), `.out.json.${process.pid}.part`));
    expect((await run(['convert', sample, '--to', 'json', '-o', output])).code).toBe(0);
    expect(readFileSync(at('victim'), 'utf8')).toBe('precious');
    // A link in place of the output file is not followed either, even if its target does not exist yet.
    symlinkSync(at('elsewhere'), join(at('shared'), 'link.json'));
    expect(
      await run(['convert', sample, '--to', 'json', '-o', join(at('shared'), 'link.json')]),
    ).toMatchObject({
      code: 4,
    });
  });

  it('accept names that look like options after --', async () => {
    writeFileSync(at('-x.json'), readFileSync(sample));
    const before = process.cwd();
    process.chdir(folder);
    try {
      expect((await run(['open', '--json', '--', '-x.json'])).code).toBe(0);
    } finally {
      process.chdir(before);
    }
  });

  it('write to standard output', async () => {
    const { stdout } = await run(['convert', sample, '--to', 'json', '-o', '-']);
    expect(JSON.parse(stdout)).toHaveProperty('myhealthbank.bdata.r1');
  });
});

describe('the output', () => {
  it('contains the version, and help in both languages', async () => {
    expect(await run(['--version'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
    for (const args of [['--help'], ['open', '--help'], ['knowledge', 'build', '--help']]) {
      const zh = await run(args);
      expect(zh).toMatchObject({ code: 0, stdout: expect.stringMatching(/^用法：/) });
      expect(zh.stdout).not.toMatch(/Usage|Options:|choices/);
      const en = await run([...args, '--lang', 'en']);
      expect(en.stdout).toMatch(/^Usage:/);
      expect(en.stdout).not.toMatch(/用法|選項/);
    }
  });

  it('reports wrong usage, in JSON for scripts', async () => {
    expect(await run(['opne'])).toMatchObject({
      code: 2,
      stderr: 'mhb: 沒有這個指令：opne（是不是 open？）\n',
    });
    const { code, stderr } = await run(['convert', '--json', sample, '--lang=en']);
    expect(code).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({
      error: { code: 'usage', message: expect.stringContaining('--output') },
    });
    expect((await run(['open', '--lang', 'fr', sample])).code).toBe(2);
  });

  it('includes a manual page without warnings, and completion that works', async () => {
    writeFileSync(at('mhb.1'), (await run(['man', '--lang', 'en'])).stdout);
    if (spawnSync('man', ['--version']).status === 0) {
      const page = spawnSync('man', ['--warnings', '-l', at('mhb.1')], { encoding: 'utf8' });
      expect(page.stderr).toBe('');
      expect(page.stdout).toMatch(/mhb verify <file/);
    }
    writeFileSync(at('completion.bash'), (await run(['completion', 'bash'])).stdout);
    const complete = (...words: string[]): readonly string[] => {
      const script = `source '${at('completion.bash')}'; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _mhb; printf '%s\\n' "\${COMPREPLY[@]}"`;
      const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
      expect(stderr).toBe('');
      return stdout.trim().split('\n');
    };
    expect(complete('mhb', 'co')).toEqual(['convert', 'completion']);
    expect(complete('mhb', 'convert', '--to', 'x')).toEqual(['xlsx']);
    expect(complete('mhb', 'verify', '--i')).toEqual(['--issuer']);
    expect(complete('mhb', 'knowledge', 'b')).toEqual(['build']);
    expect(complete('mhb', 'completion', 'z')).toEqual(['zsh']);
  });
});

describe('standard input', () => {
  it('is read for the file name -, archives included', async () => {
    expect(await run(['open', '--json', '-'], { input: readFileSync(sample) })).toMatchObject({ code: 0 });
    const sealed = await sealArchive([{ name: 'a.json', bytes: new Uint8Array(readFileSync(sample)) }], {
      method: 'none',
    });
    const { stdout } = await run(['open', '--json', '-'], { input: Buffer.from(sealed) });
    expect(JSON.parse(stdout)).toMatchObject({ overview: { records: 37 } });
  });

  it('cannot supply both a file and a password', async () => {
    expect(await run(['open', '--json', '--password-stdin', '-'], { input: 'K223010426\n' })).toMatchObject({
      code: 2,
    });
  });
});

describe('mhb verify', () => {
  const issuer = 'https://gateway.example.tw';
  const files = [{ name: 'a.json', bytes: new TextEncoder().encode('{}') }];
  let jwks: string;
  let signed: { name: string; bytes: Uint8Array }[];

  beforeAll(async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = await exportJWK(publicKey);
    jwks = at('jwks.json');
    writeFileSync(jwks, JSON.stringify({ keys: [jwk] }));
    const manifest = writeManifest({
      ...{ version: 1, issuer, issuedAt: '2026-03-05T02:00:00.000Z' },
      entries: files.map(({ name, bytes }) => ({
        ...{ name, byteLength: bytes.length },
        sha256: createHash('sha256').update(bytes).digest('hex'),
      })),
    });
    const { protected: head, signature } = await new FlattenedSign(manifest)
      .setProtectedHeader({
        alg: 'ES256',
        typ: MANIFEST_SIGNATURE_TYPE,
        kid: await calculateJwkThumbprint(jwk),
      })
      .sign(privateKey);
    signed = [
      { name: MANIFEST_FILE_NAME, bytes: manifest },
      { name: MANIFEST_SIGNATURE_FILE_NAME, bytes: new TextEncoder().encode(`${head}..${signature}`) },
    ];
  });

  const archive = async (
    name: string,
    entries: readonly { name: string; bytes: Uint8Array }[],
    password?: string,
  ) => {
    const options =
      password === undefined ? { method: 'none' as const } : { method: 'aes-256' as const, password };
    writeFileSync(at(name), await sealArchive([...entries], options));
    return at(name);
  };

  it('distinguishes genuine, changed and unsigned archives', async () => {
    const genuine = await archive('genuine.zip', [...files, ...signed], 'A123456789');
    const changed = await archive('changed.zip', [
      { name: 'a.json', bytes: new TextEncoder().encode('[]') },
      ...signed,
    ]);
    const unsigned = await archive('unsigned.zip', files);
    const by = ['--issuer', issuer, '--keys', jwks];
    const password = { input: 'ａ１２３４５６７８９\n' };
    expect(await run(['verify', genuine, ...by, '--password-stdin'], password)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`內容和 ${issuer} 在 2026-03-05T02:00:00.000Z 製作時相同`),
    });
    expect(await run(['verify', genuine, '--password-stdin'], password)).toMatchObject({
      code: 7,
      stdout: expect.stringContaining(`--issuer ${issuer}`),
    });
    const altered = await run(['verify', changed, unsigned, ...by, '--json']);
    expect(altered.code).toBe(6);
    expect(JSON.parse(altered.stdout)).toMatchObject([
      { file: 'changed.zip', status: 'altered', changes: [{ name: 'a.json', change: 'changed' }] },
      { file: 'unsigned.zip', files: 1, status: 'unsigned' },
    ]);
    expect(await run(['verify', unsigned])).toMatchObject({ code: 7 });
    expect(await run(['verify', sample, '--json'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('not-an-archive'),
    });
    expect(await run(['verify', unsigned, '--issuer', 'http://127.0.0.1:9'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('issuer-unreachable'),
    });
  });
});

describe('the program', () => {
  it('runs as a process', () => {
    const bin = fileURLToPath(new URL('../dist/bin/mhb.js', import.meta.url));
    const { status, stdout } = spawnSync(process.execPath, [bin, 'open', '--json', sample], {
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ overview: { records: 37 } });
  });
});
