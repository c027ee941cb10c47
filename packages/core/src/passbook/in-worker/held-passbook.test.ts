import { describe, expect, it } from 'vitest';
import { readPassbook } from '../read/read.js';
import { HeldPassbook } from './held-passbook.js';

const today = '2026-03-01';

async function heldPassbook(rows: number): Promise<HeldPassbook> {
  const bdata = {
    'b1.1': 'A12345****',
    r7: Array.from({ length: rows }, (_, index) => ({
      'r7.5': '20260105',
      'r7.8': '09001C',
      'r7.10': '總膽固醇',
      'r7.11': String(100 + (index % 100)),
    })),
  };
  const bytes = new TextEncoder().encode(JSON.stringify({ myhealthbank: { bdata } }));
  return new HeldPassbook(1, (await readPassbook([{ name: 'a.json', bytes }])).passbook);
}

describe('the views of a passbook that a worker holds', () => {
  it('are computed once for a day and a year of birth', async () => {
    const held = await heldPassbook(3);
    const ahead = held.views({ today });
    expect(held.views({ today })).toBe(ahead);
    const older = held.views({ today, birthYear: 1941 });
    expect(older).not.toBe(ahead);
    expect(held.views({ today, birthYear: 1941 })).toBe(older);
    expect((await (await older).lists()).series).toHaveLength(1);
  });

  it('are no longer computed once others are needed, and are computed again when asked for', async () => {
    const held = await heldPassbook(20_000);
    const ahead = held.views({ today });
    const other = held.views({ today: '2026-03-02' });
    await expect(ahead).rejects.toMatchObject({ code: 'cancelled' });
    expect((await (await other).lists()).series).toHaveLength(1);
    expect((await (await held.views({ today })).lists()).series).toHaveLength(1);
  });

  it('are not computed for nobody', async () => {
    const held = await heldPassbook(20_000);
    const ahead = held.views({ today });
    held.release();
    await expect(ahead).rejects.toMatchObject({ code: 'cancelled' });
  });
});
