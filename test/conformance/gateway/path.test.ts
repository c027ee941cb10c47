import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '@mhb-kit/core/archive';
import { verifyManifest } from '@mhb-kit/core/manifest';
import { readPassbook, sections, type Field, type FieldType, type Passbook } from '@mhb-kit/core/passbook';
import type { GatewayClient } from '@mhb-kit/core/gateway';
import type { DataRequest, RequestSection } from '@mhb-kit/core/request';
import {
  completeRequest,
  eachDatabase,
  hua,
  logInWith,
  ming,
  outpatientRow,
  refusal,
  startTestGateway,
  tick,
  type TestGateway,
} from './support.js';

eachDatabase((database) => {
  let test: TestGateway;
  beforeAll(async () => {
    test = await startTestGateway({ database, startAt: '2015-05-08T02:00:00Z' });
    test.source.rows[ming.nationalId] = {
      r1: [
        outpatientRow('20140430', '窗外診所'),
        outpatientRow('20140501', '首日診所'),
        outpatientRow('20150311', '三月醫院'),
        outpatientRow('20150506', '末日診所'),
        outpatientRow('20150507', '太新診所'),
        { ...outpatientRow('', '青禾藥局'), 'r1.6': '20150312' },
      ],
      r4: [{ 'r4.1': '20150203', 'r4.2': '青黴素', 'r4.10': '皮膚紅疹' }],
      r7: [
        { 'r7.6': '20150311', 'r7.9': '醣化血紅素', 'r7.10': 'HbA1c', 'r7.11': '7.3', 'r7.12': '[4.0][6.0]' },
      ],
      'premium-billing': [{ 'premium-billing.month': '201503', 'premium-billing.premium': '749' }],
    };
  });
  afterAll(() => test.dispose());

  const sectionOf = (request: DataRequest, id: string): RequestSection =>
    request.sections.find(({ category }) => category === id)!;

  async function open(
    client: GatewayClient,
    request: DataRequest,
    selection: Parameters<GatewayClient['createArchive']>[1],
  ) {
    const archive = await client.createArchive(request.id, selection);
    const blob = await client.downloadArchive(archive);
    return { archive, bytes: new Uint8Array(await blob.arrayBuffer()) };
  }

  describe('from the card to the archive', () => {
    let client: GatewayClient;
    let request: DataRequest;

    it('logs in with card and password, and shows the person partly masked', async () => {
      client = test.client();
      const sessions: (string | undefined)[] = [];
      client.onSessionChange((session) => sessions.push(session?.id));
      const session = await logInWith(client, test.bridge, ming);
      expect(session).toMatchObject({
        person: { nationalId: 'A12345****', name: '王○明' },
        assurance: 'card-read-enrolled',
        expiresAt: new Date(test.clock.read().getTime() + 10 * tick.minute).toISOString(),
      });
      expect(sessions).toEqual([session.id]);
      expect(await client.listRequests()).toEqual([]);
    });

    it('processes the request and reports every step', async () => {
      const created = await client.createRequest();
      expect(created).toMatchObject({ requestedOn: '2015-05-08', availableUntil: '2015-05-15' });
      const progress: number[] = [];
      for await (const change of client.watchRequest(created.id)) {
        progress.push(change.progress);
        request = change;
      }
      expect(request.status).toBe('completed');
      expect(progress).toEqual([...progress].sort((a, b) => a - b));
      expect(progress.at(-1)).toBe(1);
      expect(await client.listRequests()).toEqual([request]);
    });

    it('asks the source for the windows of the day of the request', () => {
      const asked = Object.fromEntries(
        test.source.queries.map(({ category, window }) => [category.id, window]),
      );
      expect(asked).toMatchObject({
        'premium-billing': { start: '2014-04-01', end: '2015-03-31' },
        outpatient: { start: '2014-05-01', end: '2015-05-06' },
        dental: { start: '2013-05-01', end: '2015-05-06' },
        allergy: { start: '2015-01-01', end: '2015-05-08' },
        immunization: null,
      });
      expect(new Set(test.source.queries.map(({ nationalId }) => nationalId))).toEqual(
        new Set([ming.nationalId]),
      );
    });

    it('lists by category what there is, including months', () => {
      expect(sectionOf(request, 'outpatient')).toEqual({
        category: 'outpatient',
        status: 'available',
        window: { start: '2014-05-01', end: '2015-05-06' },
        recordCount: 4,
        months: ['2014-05', '2015-03', '2015-05'],
      });
      expect(sectionOf(request, 'dental')).toMatchObject({ status: 'no-data', recordCount: 0, months: [] });
      expect(sectionOf(request, 'laboratory')).toMatchObject({ status: 'available', months: [] });
    });

    it('seals merged data with the ID number, with a page and the machine-readable records', async () => {
      const { archive, bytes } = await open(client, request, [
        { category: 'outpatient' },
        { category: 'laboratory' },
        { category: 'premium-billing' },
      ]);
      expect(archive.fileName).toBe('健康存摺_1040508.zip');
      expect(archive.expiresAt).toBe('2015-05-15T16:00:00.000Z');
      const opened = await openArchive(bytes, { password: ming.nationalId });
      expect(opened.entries.map(({ name }) => name)).toEqual([
        '保費計費明細_1040508.html',
        '門診資料_1040508.html',
        '檢驗(查)結果資料_1040508.html',
        '健康存摺醫療類_1040508.json',
        'META-INF/manifest.json',
        'META-INF/manifest.json.jws',
      ]);
      expect(new Set(opened.entries.map(({ encryption }) => encryption))).toEqual(new Set(['aes-256']));
      const files = await Promise.all(
        opened.entries.map(async (entry) => ({ name: entry.name, bytes: await entry.bytes() })),
      );
      expect(await verifyManifest(files, [await client.issuer()])).toMatchObject({
        status: 'genuine',
        issuer: test.gateway.url,
      });
      const { passbook } = await readPassbook(files.filter(({ name }) => name.endsWith('_1040508.json')));
      expect(passbook.subjectId).toBe('A12345****');
      expect(passbook.sections.r1.map(({ date }) => date)).toEqual([
        '2014-05-01',
        '2015-03-11',
        '2015-05-06',
        '2015-03-12',
      ]);
      expect(passbook.sections.r7).toHaveLength(1);
      expect(passbook.sections.r4).toHaveLength(0);
      expect(passbook.sections['premium-billing']).toHaveLength(1);
      const page = new TextDecoder().decode(files[1]!.bytes);
      for (const facility of ['首日診所', '三月醫院', '末日診所', '青禾藥局'])
        expect(page).toContain(facility);
      expect(page).not.toMatch(/窗外診所|太新診所|A123456789/);
    });

    it('opens with no other password', async () => {
      const { bytes } = await open(client, request, [{ category: 'allergy' }]);
      await expect(openArchive(bytes, { password: 'a123456789x' })).rejects.toMatchObject({
        code: 'wrong-password',
      });
    });

    it('contains in the single months what the merged data contain', async () => {
      const { months } = sectionOf(request, 'outpatient');
      const merged = await recordsOf([{ category: 'outpatient' }]);
      const single = await recordsOf([{ category: 'outpatient', months }]);
      const march = await recordsOf([{ category: 'outpatient', months: ['2015-03'] }]);
      const days = (records: typeof merged): (string | null)[] => records.map(({ date }) => date).sort();
      expect(days(single)).toEqual(days(merged));
      expect(days(march)).toEqual(['2015-03-11', '2015-03-12']);

      async function recordsOf(selection: Parameters<typeof open>[2]) {
        const { bytes } = await open(client, request, selection);
        const { entries } = await openArchive(bytes, { password: ming.nationalId });
        const json = entries.find(({ name }) => name.endsWith('.json'))!;
        return (await readPassbook([{ name: json.name, bytes: await json.bytes() }])).passbook.sections.r1;
      }
    });

    it('seals the same selection once, regardless of the order in which it was made', async () => {
      const first = await client.createArchive(request.id, [
        { category: 'allergy' },
        { category: 'outpatient' },
      ]);
      const second = await client.createArchive(request.id, [
        { category: 'outpatient' },
        { category: 'outpatient', months: ['2015-03'] },
        { category: 'allergy' },
      ]);
      expect(second).toEqual(first);
    });

    it.each([
      ['nothing-selected', []],
      ['selection-unavailable', [{ category: 'dental' }]],
      ['selection-unavailable', [{ category: 'outpatient', months: ['2014-06'] }]],
      ['selection-unavailable', [{ category: 'no-such-category' }]],
    ])('refuses with %s what cannot be downloaded', async (code, selection) => {
      expect((await refusal(client.createArchive(request.id, selection))).code).toBe(code);
    });

    it('logs out for good', async () => {
      await client.logout();
      expect(client.session).toBeNull();
      expect((await refusal(client.listRequests())).code).toBe('not-signed-in');
    });
  });

  describe('the pages of all categories', () => {
    const samples: Readonly<Record<FieldType, string>> = {
      text: '文字 <b>&amp; "引號"',
      code: 'A12',
      date: '20150311',
      timestamp: '20150311103000',
      month: '201503',
      number: '12.5',
      amount: '240',
      points: '1186',
      days: '7',
    };
    const rowOf = (fields: readonly Field[]) =>
      Object.fromEntries(fields.map(({ key, type }) => [key, samples[type]]));

    it('contain the same for our own reader as the machine-readable records', async () => {
      const client = await test.logIn(hua);
      const catalogue = await client.catalogue();
      const held = new Set(catalogue.flatMap(({ sections: keys }) => keys));
      const described = sections.filter(({ key }) => held.has(key));
      expect(described.length).toBe(held.size);
      test.source.rows[hua.nationalId] = Object.fromEntries(
        described.map(({ key, fields, nested }) => [
          key,
          [{ ...rowOf(fields), ...(nested === null ? {} : { [nested.key]: [rowOf(nested.fields)] }) }],
        ]),
      );
      const request = await completeRequest(client);
      expect(request.sections.map(({ category, status }) => [category, status])).toEqual(
        catalogue.map(({ id }) => [id, 'available']),
      );
      const { bytes } = await open(
        client,
        request,
        catalogue.map(({ id }) => ({ category: id })),
      );
      const { entries } = await openArchive(bytes, { password: hua.nationalId });
      const read = async (ending: string): Promise<Passbook> => {
        const files = entries.filter(({ name }) => name.endsWith(ending));
        const { passbook } = await readPassbook(
          await Promise.all(files.map(async (entry) => ({ name: entry.name, bytes: await entry.bytes() }))),
        );
        return passbook;
      };
      const rows = ({ sections: all }: Passbook) =>
        Object.fromEntries(described.map(({ key }) => [key, all[key].map(({ raw }) => raw)]));
      const [fromPages, fromRecords] = [await read('.html'), await read('_1040508.json')];
      expect(rows(fromPages)).toEqual(rows(fromRecords));
      for (const { key } of described) expect(fromRecords.sections[key], key).toHaveLength(1);
    });
  });

  describe('sessions', () => {
    it('end when idle', async () => {
      const client = await test.logIn();
      test.clock.advance(10 * tick.minute - tick.second);
      await client.listRequests();
      test.clock.advance(10 * tick.minute);
      expect((await refusal(client.listRequests())).code).toBe('session-expired');
      expect(client.session).toBeNull();
    });

    it('end after half an hour, no matter how busy they are', async () => {
      const client = await test.logIn();
      for (let minute = 0; minute < 25; minute += 5) {
        test.clock.advance(5 * tick.minute);
        await client.listRequests();
      }
      test.clock.advance(5 * tick.minute);
      expect((await refusal(client.listRequests())).code).toBe('session-expired');
    });
  });

  describe('a source that fails', () => {
    it('marks its category as late and loses nothing', async () => {
      const client = await test.logIn();
      test.source.failing.add('outpatient');
      const asked = (): number =>
        test.source.queries.filter(({ category }) => category.id === 'outpatient').length;
      const before = asked();
      const { id } = await client.createRequest();
      // Queried twice in each attempt: the fourth time is the end of the second.
      await expect.poll(() => asked() - before).toBeGreaterThanOrEqual(4);
      const running = await client.getRequest(id);
      expect(running.status).toBe('in-progress');
      expect(sectionOf(running, 'outpatient').status).toBe('failed');
      expect(sectionOf(running, 'allergy').status).toBe('available');
      expect((await client.createRequest()).id).toBe(id);
      expect((await open(client, running, [{ category: 'allergy' }])).bytes.length).toBeGreaterThan(0);

      test.source.failing.clear();
      const request = await completeRequest(client);
      expect(request.id).toBe(id);
      expect(request.status).toBe('completed');
      expect(sectionOf(request, 'outpatient').status).toBe('available');
    });

    it.runIf(database === 'postgresql')(
      'ends its request at the last attempt: with the data that it received, or as failed if there is none',
      async () => {
        const client = await test.logIn(hua);
        const server = new pg.Client({ connectionString: test.databaseUrl ?? '' });
        await server.connect();
        /** The attempts before the last take twenty minutes. */
        const skipToLastAttempt = async (): Promise<number | null> =>
          (
            await server.query(
              `UPDATE pgboss.job SET retry_count = retry_limit - 1, start_after = now()
               WHERE name = 'fetch-records' AND state = 'retry' AND retry_count < retry_limit - 1`,
            )
          ).rowCount;
        const lastState = async (id: string): Promise<DataRequest> => {
          await expect.poll(skipToLastAttempt).toBe(1);
          const ended = async (): Promise<boolean> =>
            ['completed', 'failed'].includes((await client.getRequest(id)).status);
          await expect.poll(ended).toBe(true);
          return client.getRequest(id);
        };
        try {
          test.source.failing.add('outpatient');
          const partial = await lastState((await client.createRequest()).id);
          expect(partial.status).toBe('completed');
          expect(sectionOf(partial, 'outpatient').status).toBe('failed');
          expect(sectionOf(partial, 'dental').status).not.toBe('failed');

          // The process of the last attempt crashed, and no result was reported.
          const { id } = await client.createRequest();
          const died = async (): Promise<number | null> =>
            (
              await server.query(
                `UPDATE pgboss.job SET state = 'active', retry_count = retry_limit, heartbeat_on = now() - interval '1 hour'
                 WHERE name = 'fetch-records' AND state = 'retry'`,
              )
            ).rowCount;
          await expect.poll(died).toBe(1);
          await expect.poll(async () => (await client.getRequest(id)).status).toBe('completed');
          expect(sectionOf(await client.getRequest(id), 'outpatient').status).toBe('failed');

          for (const { id } of await client.catalogue()) test.source.failing.add(id);
          const nothing = await lastState((await client.createRequest()).id);
          expect(nothing.id).not.toBe(partial.id);
          expect(nothing.status).toBe('failed');
          test.source.failing.clear();
          // A new press requests again.
          expect((await completeRequest(client)).status).toBe('completed');
        } finally {
          test.source.failing.clear();
          await server.end();
        }
      },
    );
  });
});
