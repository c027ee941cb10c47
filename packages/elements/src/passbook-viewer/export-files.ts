import { sealArchive, type SealEntry } from '@mhb-kit/core/archive';
import { MhbError } from '@mhb-kit/core/error';
import { formatRocCompact, taipeiDate } from '@mhb-kit/core/identity';
import { passbookFileName } from '@mhb-kit/core/request';
import { writeCsv, writeFhir, writeJ2, type Passbook } from '@mhb-kit/core/passbook';

/** What a passbook can leave the viewer as. Loaded when somebody asks for it. */

export type ExportFormat = 'json' | 'csv' | 'fhir' | 'ips' | 'sealed';

export interface ExportedFile {
  readonly name: string;
  readonly content: Blob;
}

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const pretty = (value: unknown): string => JSON.stringify(value, null, 2);

/**
 * @param password of the archive; only `sealed` needs it
 * @param table key of the section, or of the list inside it; only `csv` needs it
 * @throws MhbError `passbook-empty` for a table that there is not
 */
export async function exportPassbook(
  passbook: Passbook,
  format: ExportFormat,
  {
    password,
    table,
    locale,
    now,
  }: {
    readonly password: string;
    readonly table: string;
    readonly locale: 'zh-Hant' | 'en';
    readonly now: Date;
  },
): Promise<ExportedFile> {
  const today = taipeiDate(now);
  const stem = `健康存摺_${formatRocCompact(today)}`;
  switch (format) {
    case 'json':
      return { name: passbookFileName(today), content: json(writeJ2(passbook)) };
    case 'csv': {
      const file = writeCsv(passbook, { locale }).find(({ key }) => key === table);
      if (file === undefined) throw new MhbError('passbook-empty', 'No such table');
      return { name: file.name, content: new Blob([utf8(file.text)], { type: 'text/csv' }) };
    }
    case 'fhir':
      return {
        name: `${stem}_fhir.json`,
        content: json(pretty(writeFhir(passbook, { profile: 'twcore', now }))),
      };
    case 'ips':
      return {
        name: `${stem}_ips.json`,
        content: json(pretty(writeFhir(passbook, { profile: 'ips', now }))),
      };
    case 'sealed': {
      const entries: SealEntry[] = [
        { name: passbookFileName(today), bytes: utf8(writeJ2(passbook)) },
        ...writeCsv(passbook, { locale }).map(({ name, text }) => ({ name, bytes: utf8(text) })),
      ];
      const bytes = await sealArchive(entries, { password, method: 'aes-256' });
      return { name: `${stem}.zip`, content: new Blob([bytes], { type: 'application/zip' }) };
    }
  }
}

const json = (text: string): Blob => new Blob([utf8(text)], { type: 'application/json' });
