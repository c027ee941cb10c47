import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { GatewayClient, SealedArchive } from '@mhb-kit/core/gateway';
import type { DataRequest } from '@mhb-kit/core/request';
import {
  completeRequest,
  eachDatabase,
  ming,
  outpatientRow,
  refusal,
  startTestGateway,
  tick,
  type TestGateway,
} from './support.js';

eachDatabase((database) => {
  let test: TestGateway;
  let client: GatewayClient;
  let request: DataRequest;
  let archive: SealedArchive;

  const dayFiles = async (folder: string): Promise<string[]> =>
    (await readdir(join(test.directory, folder))).filter((name) => name.startsWith('2015-05-08'));

  beforeAll(async () => {
    test = await startTestGateway({ database, startAt: '2015-05-07T16:00:00Z' });
    test.source.rows[ming.nationalId] = { r1: [outpatientRow('20150311', '三月醫院')] };
    client = await test.logIn();
    request = await completeRequest(client);
    archive = await client.createArchive(request.id, [{ category: 'outpatient' }]);
  });
  afterAll(() => test.dispose());

  it('keeps the data to the last millisecond of the seventh day', async () => {
    expect(request.requestedOn).toBe('2015-05-08');
    test.clock.set('2015-05-15T15:55:00Z');
    client = await test.logIn();
    test.clock.set('2015-05-15T15:59:59.999Z');
    expect(await test.gateway.eraseExpired()).toEqual([]);
    expect((await client.getRequest(request.id)).status).toBe('completed');
    expect((await client.downloadArchive(archive)).size).toBe(archive.byteLength);
    expect(await dayFiles('keys/days')).toHaveLength(1);
  });

  it('answers 410 from then on, no matter what is still stored', async () => {
    test.clock.advance(tick.millisecond);
    for (const call of [
      () => client.getRequest(request.id),
      () => client.createArchive(request.id, [{ category: 'outpatient' }]),
      () => client.downloadArchive(archive),
    ]) {
      expect(await refusal(call())).toEqual({ code: 'request-expired', details: {} });
    }
    expect(await client.listRequests()).toEqual([
      { ...request, status: 'expired', progress: 1, sections: [] },
    ]);
  });

  it('destroys the key of the day, which makes copies unreadable', async () => {
    const keyFile = join(test.directory, 'keys/days/2015-05-08.key');
    const key = await readFile(keyFile);
    const blobFolder = join(test.directory, 'archives/2015-05-08');
    expect(await readdir(blobFolder)).toHaveLength(1);

    expect(await test.gateway.eraseExpired()).toEqual(['2015-05-08']);
    expect(await dayFiles('keys/days')).toEqual([]);
    expect(await dayFiles('archives')).toEqual([]);
    expect(await client.listRequests()).toMatchObject([{ id: request.id, status: 'expired', sections: [] }]);

    const files = (
      await Promise.all(
        test.directories.map((each) => readdir(each, { recursive: true, withFileTypes: true })),
      )
    ).flat();
    for (const file of files.filter((entry) => entry.isFile())) {
      const bytes = await readFile(join(file.parentPath, file.name));
      expect(bytes.includes(key), file.name).toBe(false);
    }
    expect(await test.gateway.eraseExpired()).toEqual([]);
  });

  it('accepts a new request afterwards', async () => {
    const again = await completeRequest(client);
    expect(again).toMatchObject({ requestedOn: '2015-05-16', status: 'completed' });
    expect((await client.listRequests()).map(({ id }) => id)).toEqual([again.id, request.id]);
  });
});
