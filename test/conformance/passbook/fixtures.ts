import { readFileSync } from 'node:fs';
import { readPassbook, type Passbook, type RawRow, type ReadResult } from '@mhb-kit/core/passbook';
import { type FixtureData } from '@mhb-kit/testkit/passbook-fixtures';

/** An invented person with every section and every field. */
export const sample: FixtureData = JSON.parse(
  readFileSync(new URL('../../../packages/testkit/data/sample.json', import.meta.url), 'utf8'),
).myhealthbank.bdata;

export const rowsOf = (data: FixtureData, key: string): readonly RawRow[] => data[key] as readonly RawRow[];

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A J2 file with these sections and a header. */
export const j2 = (sections: object, header: object = { 'b1.1': 'K22301****', 'b1.2': '20260415' }): string =>
  JSON.stringify({ myhealthbank: { bdata: { ...header, ...sections } } });

export const read = (content: string | Uint8Array, name = 'passbook'): Promise<ReadResult> =>
  readPassbook([{ name, bytes: typeof content === 'string' ? encode(content) : content }]);

export const passbookOf = async (content: string | Uint8Array, name?: string): Promise<Passbook> =>
  (await read(content, name)).passbook;
