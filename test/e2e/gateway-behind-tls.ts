import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lin } from '@mhb-kit/testkit';
import { createBridge, virtualPcscPort } from '@mhb-kit/card-bridge';
import { createDevelopmentOutbox, createGateway } from '@mhb-kit/gateway';
import { inventedRecords } from '../../examples/invented-records.mjs';
import { cardOf } from '../../examples/services.mjs';
import { freePort } from '../free-port.mjs';

/** The reason why there can be no certificate here; `null` if there can. */
export const opensslMissing =
  spawnSync('openssl', ['version']).status === 0 ? null : 'openssl is not installed';

/**
 * A gateway whose pages are reached over https, as behind an operator's proxy, with a certificate that nobody has signed; and
 * the bridge of a person's computer with the card in the reader.
 */
export async function startBehindTls(host: string): Promise<{
  readonly origin: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'mhb-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
    ...['-days', '1', '-subj', `/CN=${host}`, '-keyout', key, '-out', cert],
  ]);
  const gatewayPort = await freePort();
  // The operator's proxy: TLS in front of the gateway.
  const front = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (incoming, response) => {
    const { method, url, headers } = incoming;
    const outgoing = request(
      new URL(url ?? '/', `http://127.0.0.1:${gatewayPort}`),
      { method, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    outgoing.on('error', () => response.destroy());
    incoming.pipe(outgoing);
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const { port } = front.address() as AddressInfo;
  const origin = `https://${host}:${port}`;
  const gateway = createGateway({
    dataDirectory: join(folder, 'gateway'),
    port: gatewayPort,
    publicUrl: origin,
    embedders: [],
    recordSource: inventedRecords(),
    minimumAssurance: 'card-read',
    registration: { sender: createDevelopmentOutbox() },
  });
  await gateway.start();
  const { nationalId, name, card: nhiCard, password } = lin;
  await gateway.activateAccount({ nationalId, name, cardNumber: nhiCard.cardNumber, password });
  const bridge = await createBridge({
    pcsc: virtualPcscPort({ 'Simulated reader': cardOf(lin) }),
    dataDir: join(folder, 'bridge'),
    origins: [{ origin, consent: 'enrolled' }],
  });
  await bridge.start();
  return {
    origin,
    port,
    async stop() {
      front.closeAllConnections();
      front.close();
      await bridge.stop();
      await gateway.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
