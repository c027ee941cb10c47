import { writeXlsx } from '@mhb-kit/core/passbook';
import { unzipSync, strFromU8 } from 'fflate';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { j2, passbookOf } from './fixtures.js';

const rows = {
  r7: [
    {
      'r7.3': '0617990029',
      'r7.10': '=1+1',
      'r7.11': '3-5',
      'r7.12': '+3',
      'r7.8': '@SUM(A1)',
    },
    { 'r7.3': '0617990029', 'r7.10': '1:40 <&> "x" _x0041_', 'r7.11': '\u0001-', 'r7.12': 'a\nb' },
  ],
  'x/y[1]': [{ a: '1' }],
};
const workbook = async () => unzipSync(await await writeXlsx(await passbookOf(j2(rows))));

describe('a workbook', () => {
  it('has only text cells: no number, date or formula', async () => {
    const parts = await workbook();
    const sheets = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/'));
    expect(sheets).toHaveLength(2);
    for (const name of sheets) {
      const text = strFromU8(parts[name]!);
      expect(text).not.toMatch(/<f>|<v>| t="[^i]/);
      for (const [cell] of text.matchAll(/<c [^>]*>/g))
        expect(cell).toMatch(/^<c s="[12]"(?: t="inlineStr">|\/>)$/);
    }
    const first = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    for (const kept of [
      '0617990029',
      '=1+1',
      '3-5',
      '+3',
      '@SUM(A1)',
      '1:40 &lt;&amp;&gt; &quot;x&quot; _x005F_x0041_',
    ])
      expect(first).toContain(`>${kept}</t>`);
    expect(first).not.toContain('\u0001');
  });

  it('has sheet names that programs accept', async () => {
    const names = strFromU8((await workbook())['xl/workbook.xml']!);
    expect([...names.matchAll(/sheet name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      '檢驗檢查結果',
      'x_y_1_',
    ]);
  });

  it('is the same for the same passbook, and can be opened without records', async () => {
    const passbook = await passbookOf(j2(rows));
    expect(await writeXlsx(passbook)).toEqual(await writeXlsx(passbook));
    expect(Object.keys(unzipSync(await writeXlsx(await passbookOf(j2({})))))).toContain(
      'xl/worksheets/sheet1.xml',
    );
  });

  const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path));
  it.skipIf(office === undefined)('is read by LibreOffice as it was written', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
    writeFileSync(join(folder, 'a.xlsx'), await writeXlsx(await passbookOf(j2(rows))));
    execFileSync(
      office ?? '',
      ['--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76', 'a.xlsx'],
      {
        cwd: folder,
      },
    );
    const csv = readFileSync(join(folder, 'a.csv'), 'utf8');
    for (const kept of ['0617990029', '=1+1', '3-5', '+3', '@SUM(A1)']) expect(csv).toContain(kept);
  });
});
