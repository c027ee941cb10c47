import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RawClient } from './raw-client.js';
import {
  completeRequest,
  eachDatabase,
  hua,
  ming,
  outpatientRow,
  refusal,
  startTestGateway,
  tick,
  type TestGateway,
} from './support.js';

/**
 * The share of the gateway's resources that one person or connection may use, so that some is left for
 * others.
 */

eachDatabase((database) => {
  let test: TestGateway;
  beforeAll(async () => {
    test = await startTestGateway({
      database,
      limits: { requestsPerDay: 4, archivesPerRequest: 3, streamsPerPerson: 2 },
    });
    const months = ['202510', '202511', '202512', '202601', '202602'];
    test.source.rows[ming.nationalId] = {
      r1: months.map((month) => outpatientRow(`${month}12`, '淡水診所')),
    };
  });
  afterAll(() => test.dispose());

  describe('requests', () => {
    it('are limited to four a day per person, and are possible again the next day', async () => {
      const page = await test.logIn();
      for (let number = 0; number < 4; number += 1) await completeRequest(page);
      const asked = test.source.queries.length;
      expect((await refusal(page.createRequest())).code).toBe('quota-reached');
      // An existing request is returned, and the source is not asked again.
      expect(await page.listRequests()).toHaveLength(4);
      expect(test.source.queries).toHaveLength(asked);
      expect((await completeRequest(await test.logIn(hua))).status).toBe('completed');
      test.clock.advance(tick.day);
      expect((await completeRequest(await test.logIn())).status).toBe('completed');
    });

    it('are limited to four a day, even if they are made simultaneously', async () => {
      test.clock.advance(tick.day);
      const page = new RawClient(test);
      const token = await page.logIn();
      const made = async (): Promise<string> => {
        const answer = await page.call('POST', '/v1/requests', token, undefined, {
          'Idempotency-Key': randomUUID(),
        });
        return answer.status === 202 ? String(answer.body['id']) : answer.code;
      };
      const ids = new Set<string>();
      for (let round = 0; round < 6; round += 1) {
        for (const id of await Promise.all([made(), made(), made()])) ids.add(id);
        const watching = await test.logIn();
        for (const { id } of await watching.listRequests())
          for await (const change of watching.watchRequest(id)) void change;
      }
      ids.delete('quota-reached');
      expect(ids.size).toBe(4);
    });
  });

  describe('archives of one request', () => {
    it('are limited to three different ones; repeating a selection returns the same archive', async () => {
      test.clock.advance(tick.day);
      const page = await test.logIn();
      const { id } = await completeRequest(page);
      const months = ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02'];
      const seal = (month: string) => page.createArchive(id, [{ category: 'outpatient', months: [month] }]);
      const answers = await Promise.all(
        months.map((month) =>
          seal(month).then(
            (archive) => archive.id,
            ({ code }: { code: string }) => code,
          ),
        ),
      );
      expect(answers.filter((answer) => answer === 'quota-reached')).toHaveLength(2);
      const sealed = months.find((_month, index) => answers[index] !== 'quota-reached') ?? '';
      expect(answers).toContain((await seal(sealed)).id);
    });

    it('count once if several calls create the same one at the same time', async () => {
      test.clock.advance(tick.day);
      const page = await test.logIn();
      const { id } = await completeRequest(page);
      const seal = async (month: string) =>
        (await page.createArchive(id, [{ category: 'outpatient', months: [month] }])).id;
      const same = await Promise.all(Array.from({ length: 6 }, () => seal('2025-10')));
      expect(new Set(same).size).toBe(1);
      const others = [await seal('2025-11'), await seal('2025-12')];
      expect(new Set([...same, ...others]).size).toBe(3);
      expect((await refusal(seal('2026-01'))).code).toBe('quota-reached');
    });
  });

  describe('event streams', () => {
    it('are limited to two per person; when one ends, another can start', async () => {
      test.clock.advance(tick.day);
      let open = (): void => undefined;
      test.source.gate = new Promise((resolve) => {
        open = resolve;
      });
      try {
        const page = new RawClient(test);
        const token = await page.logIn();
        const request = await page.call('POST', '/v1/requests', token, undefined, {
          'Idempotency-Key': randomUUID(),
        });
        const watch = () => page.get(`/v1/requests/${String(request.body['id'])}/events`, token);
        const streams = [await watch(), await watch()];
        expect(streams.map(({ status }) => status)).toEqual([200, 200]);
        const third = await watch();
        expect(third.status).toBe(429);
        expect(await third.json()).toMatchObject({ code: 'too-many-requests', retriable: true });
        await streams[0]!.body?.cancel();
        const again = async (): Promise<number> => {
          const { status, body } = await watch();
          await body?.cancel();
          return status;
        };
        await expect.poll(again).toBe(200);
        await streams[1]!.body?.cancel();
      } finally {
        open();
      }
    });
  });
});

describe('a connection that sends its request too slowly', () => {
  it.each([
    [
      'its body',
      'POST /v1/challenges HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    ],
    ['its headers', 'POST /v1/challenges HTTP/1.1\r\nHost: a\r\n'],
  ])('is ended: %s', async (_what, start) => {
    const test = await startTestGateway({ limits: { secondsToSend: 1 } });
    try {
      const socket = connect(Number(new URL(test.gateway.url).port), '127.0.0.1');
      socket.write(start);
      let answer = '';
      socket.on('data', (data) => {
        answer += data.toString();
      });
      await new Promise((resolve) => socket.once('close', resolve));
      expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    } finally {
      await test.dispose();
    }
  });
});
