import { zipSync } from 'fflate';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from './command-line.js';

const folder = mkdtempSync(join(tmpdir(), 'mhb-'));
const at = (name: string): string => join(folder, name);

/** Rows about invented drugs, with the columns of the published files. */
const items = [
  '異動,藥品代號,藥品英文名稱,藥品中文名稱,成分,規格量,規格單位,單複方,支付價,有效起日,有效迄日,藥商,製造廠名稱,劑型,藥品分類,分類分組名稱,ATC代碼,給付規定章節,藥品代碼超連結,給付規定章節連結',
  '"","AC12345100","TESTOL TABLETS 5""MG""","測試錠","AMLODIPINE 5 MG, BASE","0","","單方","2.5","1100101","9991231","某藥商","某廠","錠劑","","","C08CA01","","https://lmspiq.fda.gov.tw/web/DRPIQ/DRPIQ1000Result?licId=01012345",""',
].join('\r\n');
const licences = [
  '"許可證字號","註銷狀態","通關簽審文件編號","中文品名","英文品名","適應症","劑型"',
  '"衛署藥製字第012345號","","DHA00101234505","測試錠","TESTOL","高血壓、\n心絞痛。","錠劑"',
].join('\n');

beforeAll(() => {
  writeFileSync(at('items.csv'), `\uFEFF${items}\r\n`);
  writeFileSync(at('36_2.zip'), zipSync({ '36_2.csv': new TextEncoder().encode(`\uFEFF${licences}\n`) }));
  writeFileSync(at('other.csv'), 'a,b\n1,2\n');
  writeFileSync(at('empty.csv'), '');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function run(args: string[]) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  stdin.end('');
  const code = await runCommandLine(args, { stdin, stdout, stderr, locale: 'en_US.UTF-8' });
  const text = (stream: PassThrough): string => String((stream.read() as Buffer | null) ?? '');
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

describe('mhb knowledge build', () => {
  it('combines CSV and ZIP files, and reports license and date', async () => {
    const output = at('drugs.json');
    const { code, stdout } = await run(['knowledge', 'build', at('items.csv'), at('36_2.zip'), '-o', output]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /1 drug codes, 20\d\d-\d\d-\d\d[^]*23715: 1 rows[^]*9122: 1 rows[^]*Open Government Data License/,
    );
    const built = JSON.parse(readFileSync(output, 'utf8')) as { drugs: Record<string, unknown> };
    expect(built.drugs['AC12345100']).toEqual({
      chinese: '測試錠',
      english: 'TESTOL TABLETS 5"MG"',
      ingredient: 'AMLODIPINE 5 MG, BASE',
      form: '錠劑',
      atc: 'C08CA01',
      use: '高血壓、\n心絞痛。',
    });
  });

  it.each(['other.csv', 'empty.csv'])('rejects any other file: %s', async (name) => {
    const { code, stderr } = await run(['knowledge', 'build', at(name), '-o', at('none.json'), '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'drug-file-unknown' } });
  });

  it('reports a missing file', async () => {
    const { stderr } = await run(['knowledge', 'build', at('gone.csv'), '-o', at('none.json'), '--json']);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'file-unreadable' } });
  });
});
