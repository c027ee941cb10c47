import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGateway, type GatewayOptions } from '@mhb-kit/gateway';
import { PgBoss } from 'pg-boss';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

describe('stopping', () => {
  let dataDirectory: string;
  beforeEach(async () => {
    dataDirectory = await mkdtemp(join(tmpdir(), 'mhb-gateway-'));
  });
  afterEach(() => rm(dataDirectory, { recursive: true, force: true }));

  const create = (limits?: GatewayOptions['limits']) =>
    createGateway({
      dataDirectory,
      ...(limits === undefined ? {} : { limits }),
      port: 0,
      recordSource: { records: () => Promise.resolve({}) },
      embedders: [],
    });

  it('closes the rest if one step fails, so that the next start can use the database', async () => {
    const gateway = create();
    await gateway.start();
    vi.spyOn(PgBoss.prototype, 'stop').mockRejectedValueOnce(new Error('stuck'));
    await expect(gateway.stop()).rejects.toThrow('stuck');

    const next = create();
    await next.start();
    await next.stop();
  });

  it('waits no longer for a call that never arrives than in normal operation', async () => {
    const gateway = create({ secondsToSend: 1 });
    await gateway.start();
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    await once(socket, 'connect');
    const head = [
      'POST /v1/tokens HTTP/1.1',
      'Host: x',
      'Content-Type: application/json',
      'Content-Length: 9',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n{`);
    // The call is in progress once its headers have been read.
    await fetch(`${gateway.url}/v1/health`);
    const closed = once(socket, 'close');
    await gateway.stop();
    await closed;
  });
});
