import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isGateway, sendTrials, tryBucket, tryPublicUrl, trySms, trySmtp } from './examine-services.js';

/** The tests use real servers on this machine. Nothing is listening on ports 1 and 65535. */

describe('what doctor tries', () => {
  let mail: SMTPServer;
  let web: Server;
  let webUrl: string;
  const asked: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'mhb-doctor-'));
  const received: string[] = [];

  beforeAll(async () => {
    mail = new SMTPServer({
      hideSTARTTLS: true,
      allowInsecureAuth: true,
      onAuth: ({ password }, _session, done) => {
        if (password === 'right') done(null, { user: 'gateway' });
        else done(new Error('no'));
      },
      onData: (stream, _session, done) => {
        let text = '';
        stream.setEncoding('utf8').on('data', (part: string) => (text += part));
        stream.on('end', () => {
          received.push(text);
          done();
        });
      },
    });
    await new Promise<void>((resolve) => mail.listen(0, '127.0.0.1', resolve));
    web = createServer((request, response) => {
      asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
      response.writeHead(request.headers.authorization === 'Bearer right' ? 204 : 401).end();
    });
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    webUrl = `http://127.0.0.1:${(web.address() as AddressInfo).port}/send`;
  });

  afterAll(async () => {
    await new Promise<void>((resolve) => mail.close(resolve));
    web.close();
    rmSync(folder, { recursive: true });
  });

  const smtp = (password: string) => ({
    url: `smtp://gateway:${password}@127.0.0.1:${(mail.server.address() as AddressInfo).port}`,
    from: 'gateway@example.tw',
  });

  it('logs in at the mail server, and sends nothing', async () => {
    expect(await trySmtp(smtp('right'))).toContain('accepts the login');
    await expect(trySmtp(smtp('wrong'))).rejects.toThrow('127.0.0.1');
    await expect(trySmtp({ url: 'smtp://127.0.0.1:1', from: 'x@example.tw' })).rejects.toThrow(
      'ECONNREFUSED',
    );
    expect(received).toEqual([]);
  });

  it('asks the provider of text messages whether it accepts the secret', async () => {
    expect(await trySms({ url: webUrl, authorization: 'Bearer right' })).toContain('can be reached');
    await expect(trySms({ url: webUrl, authorization: 'Bearer wrong' })).rejects.toThrow('401');
    await expect(trySms({ url: 'http://127.0.0.1:65535/' })).rejects.toThrow('ECONNREFUSED');
    expect(asked.every((one) => one === 'HEAD /send')).toBe(true);
  });

  it('sends messages to the given recipients', async () => {
    const sms = { url: webUrl, authorization: 'Bearer right' };
    const sent = await sendTrials(
      { smtp: smtp('right'), sms },
      { mailTo: 'me@example.tw', textTo: '0912345678' },
    );
    expect(sent).toEqual(['e-mail to me@example.tw', 'text message to 0912345678']);
    expect(received).toHaveLength(1);
    expect(asked.at(-1)).toBe('POST /send');
  });

  it('does not mistake another program for a running gateway', async () => {
    expect(await isGateway('127.0.0.1', Number(new URL(webUrl).port))).toBe(false);
    expect(await isGateway('127.0.0.1', 1)).toBe(false);
  });

  it('looks for a server at the public address', async () => {
    expect(await tryPublicUrl(webUrl)).toContain('answers with 401');
    await expect(tryPublicUrl('https://gateway.invalid')).rejects.toThrow('https://gateway.invalid');
  });

  it('writes, reads and deletes an object in the bucket, and leaves nothing', async () => {
    const server = new S3rver({
      port: 0,
      address: '127.0.0.1',
      silent: true,
      directory: folder,
      configureBuckets: [{ name: 'archives', configs: [] }],
    });
    const { port } = (await server.run()) as AddressInfo;
    const archives = {
      bucket: 'archives',
      endpoint: `http://127.0.0.1:${port}`,
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
    };
    expect(await tryBucket(archives)).toContain('written, read and deleted');
    expect(await (await (await import('../storage/s3-blob-store.js')).openS3Blobs(archives)).days()).toEqual(
      [],
    );
    await expect(tryBucket({ ...archives, bucket: 'other' })).rejects.toThrow();
    await server.close();
  });
});
