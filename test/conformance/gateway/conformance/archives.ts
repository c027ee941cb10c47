import { describe, expect, it } from 'vitest';
import { openArchive } from '@mhb-kit/core/archive';
import type { GatewayClient, SealedArchive } from '@mhb-kit/core/gateway';
import { isManifestFile, verifyManifest } from '@mhb-kit/core/manifest';
import { readPassbook } from '@mhb-kit/core/passbook';
import type { SectionSelection } from '@mhb-kit/core/request';
import { RawClient } from '../raw-client.js';
import { completeRequest, outpatientRow, portal, refusal } from '../support.js';
import type { GatewayUnderTest, ReachablePerson } from './gateway-under-test.js';

interface UnpackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function unpack(archive: Blob, password: string): Promise<readonly UnpackedFile[]> {
  const { entries } = await openArchive(archive, { password });
  return Promise.all(entries.map(async (entry) => ({ name: entry.name, bytes: await entry.bytes() })));
}

/** Archives: their contents, their origin, and how they are downloaded. */
export function describeArchives(gateway: () => GatewayUnderTest): void {
  async function requested(): Promise<{
    readonly person: ReachablePerson;
    readonly client: GatewayClient;
    readonly seal: (...selection: readonly SectionSelection[]) => Promise<SealedArchive>;
  }> {
    const person = await gateway().person();
    gateway().source.rows[person.nationalId] = {
      r1: ['20260112', '20260212'].map((day) => outpatientRow(day, `${day}診所`)),
      r4: [{ 'r4.1': '20200101', 'r4.2': '青黴素' }],
    };
    gateway().clock.set('2026-03-20T02:00:00Z');
    const client = await gateway().logIn(person);
    const { id } = await completeRequest(client);
    return { person, client, seal: (...selection) => client.createArchive(id, selection) };
  }

  describe('an archive', () => {
    it('contains a page for each selected month and one passbook with the same records', async () => {
      const { person, client, seal } = await requested();
      const archive = await seal({ category: 'outpatient', months: ['2026-02'] }, { category: 'allergy' });
      expect(archive.fileName).toBe('健康存摺_1150320.zip');
      const files = await unpack(await client.downloadArchive(archive), person.nationalId);
      const records = files.filter(({ name }) => !isManifestFile(name));
      expect(records.map(({ name }) => name)).toEqual([
        '門診資料_11502_1150320.html',
        '過敏資料_1150320.html',
        '健康存摺醫療類_1150320.json',
      ]);
      const { passbook } = await readPassbook(records.slice(2));
      expect(passbook.subjectId).toBe(`${person.nationalId.slice(0, 6)}****`);
      expect(passbook.sections.r1.map(({ date }) => date)).toEqual(['2026-02-12']);
      expect(passbook.sections.r4).toHaveLength(1);
      expect(new TextDecoder().decode(records[0]?.bytes)).toContain('20260212診所');
      expect(new TextDecoder().decode(records[0]?.bytes)).not.toContain('20260112診所');
    });

    it('opens with only the national ID', async () => {
      const { client, seal } = await requested();
      const archive = await client.downloadArchive(await seal({ category: 'allergy' }));
      expect((await refusal(unpack(archive, gateway().stranger().nationalId))).code).toBe('wrong-password');
    });

    it('is signed by its gateway', async () => {
      const { person, client, seal } = await requested();
      const archive = await client.downloadArchive(await seal({ category: 'outpatient' }));
      const files = await unpack(archive, person.nationalId);
      const issuer = await client.issuer();
      expect(await verifyManifest(files, [issuer])).toEqual({
        status: 'genuine',
        issuer: gateway().backend.url,
        issuerName: null,
        issuedAt: gateway().clock.read().toISOString(),
        subject: expect.any(String) as string,
      });
      const altered = files.map((file, index) =>
        index === 0 ? { ...file, bytes: Uint8Array.of(...file.bytes, 32) } : file,
      );
      expect((await verifyManifest(altered, [issuer])).status).toBe('altered');
    });

    it('is created once for the same selection', async () => {
      const { seal } = await requested();
      const one = await seal({ category: 'allergy' }, { category: 'outpatient', months: ['2026-01'] });
      const other = await seal({ category: 'outpatient', months: ['2026-01'] }, { category: 'allergy' });
      expect(other).toEqual(one);
      expect((await seal({ category: 'allergy' })).id).not.toBe(one.id);
    });

    it('is not created from missing records', async () => {
      const { seal } = await requested();
      expect((await refusal(seal())).code).toBe('nothing-selected');
      for (const selection of [
        { category: 'dental' },
        { category: 'unknown' },
        { category: 'outpatient', months: [] },
        { category: 'outpatient', months: ['2025-12'] },
      ])
        expect((await refusal(seal(selection))).code).toBe('selection-unavailable');
      expect((await refusal(seal({ category: 'outpatient', months: ['2025-13'] }))).code).toBe(
        'invalid-request',
      );
    });

    it('belongs to one person', async () => {
      const { seal } = await requested();
      const archive = await seal({ category: 'allergy' });
      const other = await gateway().logIn(await gateway().person());
      expect((await refusal(other.downloadArchive(archive))).code).toBe('not-found');
      expect((await refusal(other.createArchive(archive.requestId, [{ category: 'allergy' }]))).code).toBe(
        'not-found',
      );
    });
  });

  describe('a download', () => {
    it('reports its progress, and is recorded', async () => {
      const { client, seal } = await requested();
      const archive = await seal({ category: 'outpatient' });
      const loaded: number[] = [];
      const blob = await client.downloadArchive(archive, {
        onProgress: (progress) => loaded.push(progress.loaded),
      });
      expect(blob.size).toBe(archive.byteLength);
      expect(loaded.at(-1)).toBe(archive.byteLength);
      const { entries } = await client.activity();
      expect(entries).toContainEqual(
        expect.objectContaining({ action: 'archive.download', subject: archive.id, times: 1 }),
      );
    });

    it('continues where it was interrupted', async () => {
      const { client, seal, person } = await requested();
      const { id, sha256, byteLength } = await seal({ category: 'outpatient' });
      const whole = new Uint8Array(
        await (await client.downloadArchive({ id, sha256, byteLength } as SealedArchive)).arrayBuffer(),
      );
      const raw = new RawClient(gateway().rawTarget(), portal);
      const token = await raw.logIn(person);
      const get = (headers: Record<string, string>) => raw.get(`/v1/archives/${id}`, token, headers);

      const part = await get({ Range: 'bytes=100-149', 'If-Range': `"${sha256}"` });
      expect(part.status).toBe(206);
      expect(part.headers.get('content-range')).toBe(`bytes 100-149/${byteLength}`);
      expect(part.headers.get('etag')).toBe(`"${sha256}"`);
      expect(part.headers.get('content-type')).toBe('application/zip');
      expect(new Uint8Array(await part.arrayBuffer())).toEqual(whole.slice(100, 150));
      const end = await get({ Range: 'bytes=-10' });
      expect(end.headers.get('content-range')).toBe(
        `bytes ${byteLength - 10}-${byteLength - 1}/${byteLength}`,
      );
      expect(new Uint8Array(await end.arrayBuffer())).toEqual(whole.slice(-10));

      const changed = await get({ Range: 'bytes=100-', 'If-Range': '"another"' });
      expect(changed.status).toBe(200);
      expect(changed.headers.get('accept-ranges')).toBe('bytes');
      expect(changed.headers.get('content-disposition')).toContain(
        `filename*=UTF-8''${encodeURIComponent('健康存摺_1150320.zip')}`,
      );
      expect((await changed.arrayBuffer()).byteLength).toBe(byteLength);

      const outside = await get({ Range: `bytes=${byteLength}-` });
      expect(outside.status).toBe(416);
      expect(await outside.json()).toMatchObject({
        code: 'range-not-satisfiable',
        details: { length: byteLength },
      });
      expect((await get({ 'If-None-Match': `"${sha256}"` })).status).toBe(304);
    });
  });
}
