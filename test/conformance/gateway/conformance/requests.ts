import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { GatewayClient } from '@mhb-kit/core/gateway';
import { defaultCatalogue, type DataRequest } from '@mhb-kit/core/request';
import { completeRequest, outpatientRow, refusal, tick } from '../support.js';
import type { GatewayUnderTest } from './gateway-under-test.js';

const sectionOf = (request: DataRequest, category: string) =>
  request.sections.find((section) => section.category === category);

/** Requests and their life cycle. */
export function describeRequests(gateway: () => GatewayUnderTest): void {
  async function signedIn(rows: GatewayUnderTest['source']['rows'][string] = {}): Promise<GatewayClient> {
    const person = await gateway().person();
    gateway().source.rows[person.nationalId] = rows;
    return gateway().logIn(person);
  }

  /** Runs while a request does not get its records yet. */
  async function whileRunning(act: () => Promise<void>): Promise<void> {
    let open = (): void => undefined;
    gateway().source.gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    try {
      await act();
    } finally {
      open();
      gateway().source.gate = Promise.resolve();
    }
  }

  describe('a request', () => {
    it('is returned again while it runs, instead of a second one', async () => {
      const client = await signedIn();
      await whileRunning(async () => {
        const first = await client.createRequest();
        const second = await client.createRequest();
        expect(first.status).toBe('accepted');
        expect(second.id).toBe(first.id);
        expect(await client.listRequests()).toHaveLength(1);
      });
    });

    it('covers every category for its window, and is kept for seven days', async () => {
      const client = await signedIn();
      const request = await completeRequest(client);
      expect(request).toMatchObject({
        status: 'completed',
        progress: 1,
        requestedOn: '2026-03-05',
        availableUntil: '2026-03-12',
      });
      expect(request.sections.map(({ category }) => category)).toEqual(defaultCatalogue.map(({ id }) => id));
      expect(sectionOf(request, 'outpatient')).toEqual({
        category: 'outpatient',
        status: 'no-data',
        window: { start: '2025-03-01', end: '2026-03-03' },
        recordCount: 0,
        months: [],
      });
    });

    it('offers the months that have records, and drops those outside the window', async () => {
      const request = await completeRequest(
        await signedIn({
          r1: ['20260112', '20260212', '20260215', '20260304', '20240101'].map((day) =>
            outpatientRow(day, '甲診所'),
          ),
          r2: [{ 'r2.4': '乙醫院', 'r2.5': '20251120' }],
          r3: [
            { 'r3.4': '丙牙醫', 'r3.5': '20240610' },
            { 'r3.4': '丙牙醫', 'r3.5': '20240611' },
          ],
          r4: [{ 'r4.1': '20200101', 'r4.2': '青黴素' }],
        }),
      );
      expect(sectionOf(request, 'outpatient')).toMatchObject({
        status: 'available',
        recordCount: 3,
        months: ['2026-01', '2026-02'],
      });
      expect(sectionOf(request, 'inpatient')).toMatchObject({ recordCount: 1, months: ['2025-11'] });
      expect(sectionOf(request, 'dental')).toMatchObject({ recordCount: 2, months: ['2024-06'] });
      expect(sectionOf(request, 'allergy')).toMatchObject({ recordCount: 1, months: [] });
    });

    it('reports what the source could not supply, if the person may miss it', async () => {
      const { leftOut } = gateway().source;
      leftOut['imaging-pathology'] = [
        { type: 'DiagnosticReport', reason: 'unreadable', count: 3 },
        { type: 'DiagnosticReport', reason: 'withdrawn', count: 1 },
      ];
      leftOut['laboratory'] = [{ type: 'Observation', reason: 'other-person', count: 7 }];
      const request = await completeRequest(await signedIn({ r1: [outpatientRow('20260112', '甲診所')] }));
      expect(sectionOf(request, 'imaging-pathology')).toMatchObject({
        status: 'no-data',
        leftOut: leftOut['imaging-pathology'],
      });
      expect(sectionOf(request, 'laboratory')).not.toHaveProperty('leftOut');
      expect(sectionOf(request, 'outpatient')).not.toHaveProperty('leftOut');
      delete leftOut['imaging-pathology'];
      delete leftOut['laboratory'];
    });

    it('is reported at each change until it is completed', async () => {
      const client = await signedIn({ r1: [outpatientRow('20260112', '甲診所')] });
      const { id } = await client.createRequest();
      const seen: DataRequest[] = [];
      for await (const request of client.watchRequest(id)) seen.push(request);
      expect(seen.at(-1)?.status).toBe('completed');
      expect(seen.at(-1)).toEqual(await client.getRequest(id));
      const progress = seen.map((request) => request.progress);
      expect(progress).toEqual([...progress].sort((one, other) => one - other));
    });

    it('belongs to one person, and an invalid id is refused', async () => {
      const { id } = await (await signedIn()).createRequest();
      const other = await signedIn();
      // Both reject: nothing is thrown synchronously.
      expect((await refusal(other.getRequest('nope'))).code).toBe('invalid-request');
      expect((await refusal(other.getRequest(id))).code).toBe('not-found');
      expect((await refusal(other.getRequest(randomUUID()))).code).toBe('not-found');
      expect(await other.listRequests()).toEqual([]);
    });

    it('expires at the end of the seventh day in Taipei, and stays in the list without its sections', async () => {
      const person = await gateway().person();
      gateway().source.rows[person.nationalId] = { r1: [outpatientRow('20260112', '甲診所')] };
      gateway().clock.set('2026-03-12T15:59:00Z');
      const before = await gateway().logIn(person);
      const { id, requestedOn } = await completeRequest(before);
      expect(requestedOn).toBe('2026-03-12');
      gateway().clock.set('2026-03-19T15:59:59.999Z');
      const onTime = await gateway().logIn(person);
      const archive = await onTime.createArchive(id, [{ category: 'outpatient' }]);
      expect(archive.expiresAt).toBe('2026-03-19T16:00:00.000Z');
      gateway().clock.advance(tick.millisecond);
      expect((await refusal(onTime.getRequest(id))).code).toBe('request-expired');
      expect((await refusal(onTime.createArchive(id, [{ category: 'outpatient' }]))).code).toBe(
        'request-expired',
      );
      expect((await refusal(onTime.downloadArchive(archive))).code).toBe('request-expired');
      expect(await onTime.listRequests()).toMatchObject([{ id, status: 'expired', sections: [] }]);
      expect((await onTime.createRequest()).id).not.toBe(id);
    });
  });

  describe('the archive of a request in progress', () => {
    it('is refused: nothing selected, or not ready', async () => {
      const client = await signedIn();
      await whileRunning(async () => {
        const { id } = await client.createRequest();
        expect((await refusal(client.createArchive(id, []))).code).toBe('nothing-selected');
        expect((await refusal(client.createArchive(id, [{ category: 'outpatient' }]))).code).toBe(
          'request-not-ready',
        );
      });
    });
  });
}
