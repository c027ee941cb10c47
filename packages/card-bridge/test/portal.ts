import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BridgeProviderOptions, CardSession } from '@mhb-kit/core/card';

/** A portal that embeds the card provider over https, like a real one, with a self-signed certificate. */
export interface Portal {
  readonly port: number;
  close(): void;
}

/** What the portal's page sets on `window`. */
export interface PortalWindow {
  /** Passed to the provider when a button is pressed. */
  options: BridgeProviderOptions;
  read(options?: BridgeProviderOptions): Promise<string>;
  /** Tries the URL as style sheet, script, image and with `fetch`; returns the result of each, or `error`. */
  embed(url: string): Promise<string[]>;
  code: string;
  session: CardSession | undefined;
}

/** Why no portal can be started here, or `null`. */
export const portalMissing = (): string | null =>
  spawnSync('openssl', ['version']).status === 0 ? null : 'openssl is not installed';

const core = fileURLToPath(new URL('../../core/dist/', import.meta.url));

const PAGE = `<!doctype html><meta charset="utf-8"><title>portal</title>
<output></output><button id="read">read</button> <button id="sign">sign</button><script type="module">
import { bridgeProvider } from '/core/card/index.js';
const output = document.querySelector('output');
window.read = async (options) => {
  try {
    window.session ??= await bridgeProvider(options).open({});
    window.session.on('progress', ({ step, confirm }) => { window.code = confirm?.code ?? window.code; });
    const { basic } = await window.session.readNhi({});
    return basic.name;
  } catch (error) {
    return error.code ?? String(error);
  }
};
// The result of each way to embed a file of another origin.
window.embed = (url) =>
  Promise.all([
    ...[['link', 'href'], ['script', 'src'], ['img', 'src']].map(([name, attribute]) =>
      new Promise((resolve) => {
        const element = document.createElement(name);
        element.onload = () => resolve(name + ' loaded');
        element.onerror = () => resolve('error');
        element.rel = 'stylesheet';
        element[attribute] = url;
        document.head.append(element);
      }),
    ),
    fetch(url, { mode: 'no-cors' }).then(() => 'fetched', () => 'error'),
  ]);
document.querySelector('#sign').onclick = async () => {
  const session = await bridgeProvider(window.options).open({});
  const nonce = 'n'.repeat(43);
  const { format } = await session.authenticate({ nonce }).catch((error) => ({ format: error.code }));
  output.textContent = format;
};
document.querySelector('#read').onclick = async () => {
  output.textContent = '';
  output.textContent = await window.read(window.options);
};
document.body.dataset.ready = '';
</script>`;

/** @param directory where the key and certificate are stored */
export async function startPortal(directory: string): Promise<Portal> {
  const [key, cert] = [join(directory, 'key.pem'), join(directory, 'cert.pem')];
  spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'],
    ...['-subj', '/CN=portal.test', '-addext', 'subjectAltName=DNS:portal.test,DNS:localhost'],
    ...['-keyout', key, '-out', cert],
  ]);
  const server = createServer(
    { key: await readFile(key), cert: await readFile(cert) },
    (request, response) => {
      const path = normalize(request.url ?? '/');
      if (!path.startsWith('/core/')) {
        response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
        return;
      }
      readFile(join(core, path.slice('/core/'.length))).then(
        (body) => response.writeHead(200, { 'content-type': 'text/javascript' }).end(body),
        () => response.writeHead(404).end(),
      );
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => void server.close(),
  };
}
