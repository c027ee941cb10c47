import { sealArchive } from '@mhb-kit/core/archive';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

/** Runs a command as a script would, with this on standard input. */
async function run(args: string[], { input = '', locale = 'zh_TW.UTF-8' } = {}) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  stdin.end(input);
  const code = await runCommandLine(args, { stdin, stdout, stderr, locale });
  const text = (stream: PassThrough): string => String((stream.read() as Buffer | null) ?? '');
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

describe('mhb open', () => {
  it('tells what is inside, in the language of the terminal', async () => {
    expect(await run(['open', sample])).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/身分證號: K22301\*{4}[^]*西醫門診資料 +4 +114\/11\/20 +115\/04\/09/),
    });
    const english = await run(['open', sample], { locale: 'C' });
    expect(english.stdout).toMatch(/Outpatient, Western medicine +4 +2025-11-20 +2026-04-09/);
  });

  it('answers in JSON', async () => {
    const { stdout } = await run(['open', '--json', sample]);
    expect(JSON.parse(stdout)).toMatchObject({
      overview: { records: 37 },
      report: { files: [{ format: 'json' }] },
    });
  });

  it('opens archives with the password from standard input, in lower case too', async () => {
    for (const password of ['K223010426', 'k223010426']) {
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

  it('answers wrong use with 2', async () => {
    expect((await run(['open'])).code).toBe(2);
    expect((await run(['convert', sample, '--to', 'pdf', '-o', 'x'])).code).toBe(2);
    expect((await run(['--help'])).code).toBe(0);
  });
});

describe('mhb convert and merge', () => {
  it.each(['fhir', 'ips', 'json'])('write %s, for the owner only, and never over a file', async (to) => {
    const path = at(`out.${to}`);
    const { code, stdout } = await run(['convert', sample, '--to', to, '-o', path]);
    expect(code).toBe(0);
    expect(stdout).toContain(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toBeTypeOf('object');
    expect(await run(['convert', sample, '--to', to, '-o', path])).toMatchObject({ code: 4, stdout: '' });
    expect((await run(['convert', sample, '--to', to, '-o', path, '--force'])).code).toBe(0);
  });

  it('write CSV into a folder', async () => {
    expect((await run(['convert', sample, '--to', 'csv', '-o', at('tables')])).code).toBe(0);
    expect(readdirSync(at('tables'))).toContain('西醫門診資料_醫囑.csv');
  });

  it('join downloads, which open again', async () => {
    expect((await run(['merge', sample, sample, '-o', at('joined.json')])).code).toBe(0);
    const { stdout } = await run(['open', '--json', at('joined.json')]);
    expect(JSON.parse(stdout)).toMatchObject({ overview: { records: 37 } });
  });

  it('write to standard output', async () => {
    const { stdout } = await run(['convert', sample, '--to', 'json', '-o', '-']);
    expect(JSON.parse(stdout)).toHaveProperty('myhealthbank.bdata.r1');
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
