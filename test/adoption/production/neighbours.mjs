import { appendFileSync, readFileSync } from 'node:fs';
import { request as forward } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, createServer as createPort } from 'node:net';
import { join } from 'node:path';
import S3rver from 's3rver';
import { SMTPServer } from 'smtp-server';
import { refusalOf } from './signed-requests.mjs';

/**
 * Other machines that the gateway uses: a mail server, a provider of text messages, and a bucket server, each with TLS and
 * a certificate of the operator's own authority; and the registry of packages, which listens on a socket. The argument is
 * the folder of the certificates, in which everything that arrives is written.
 */

const folder = process.argv[2] ?? '';
const at = (/** @type {string} */ name) => join(folder, name);
const note = (/** @type {string} */ name, /** @type {object} */ what) => {
  appendFileSync(at(name), `${JSON.stringify(what)}\n`);
};
const certificate = (/** @type {string} */ host) => ({
  cert: readFileSync(at(`${host}.pem`)),
  key: readFileSync(at(`${host}.key`)),
});

/** @param {import('node:stream').Readable} stream */
async function all(stream) {
  const parts = [];
  for await (const part of stream) parts.push(/** @type {Buffer} */ (part));
  return Buffer.concat(parts);
}

/** @param {{ listen: (port: number, host: string, done: () => void) => void }} server @param {number} port */
const listen = (server, port) =>
  new Promise((resolve) => {
    server.listen(port, '0.0.0.0', () => resolve(null));
  });

const mail = new SMTPServer({
  secure: true,
  ...certificate('mail.example.tw'),
  onAuth: ({ username, password }, _session, done) => {
    if (username === 'user' && password === 'password') done(null, { user: username });
    else done(new Error('no'));
  },
  onData: (stream, { envelope }, done) => {
    void all(stream).then((text) => {
      note('mail', { to: envelope.rcptTo.map(({ address }) => address), text: text.toString('utf8') });
      done();
    });
  },
});
// A client that does not trust the certificate ends the connection.
mail.on('error', () => undefined);
await listen(mail, 465);

const provider = createTlsServer(certificate('sms.example.tw'), (request, response) => {
  void all(request).then((body) => {
    const fields = new URLSearchParams(body.toString('utf8'));
    const isOurs = fields.get('username') === 'clinic' && fields.get('password') === 'secret';
    if (isOurs) note('texts', { to: fields.get('number'), text: fields.get('message') });
    response.writeHead(isOurs ? 200 : 401).end();
  });
});
await listen(provider, 8443);

const key = JSON.parse(readFileSync(at('bucket-key.json'), 'utf8'));
// It stores and returns objects, but does not look at signatures of version 4.
const store = new S3rver({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory: at('objects'),
  configureBuckets: [{ name: 'mhb-archives', configs: [] }],
});
const { port } = /** @type {import('node:net').AddressInfo} */ (await store.run());
const bucket = createTlsServer(certificate('objects.example.tw'), (request, response) => {
  void all(request).then((body) => {
    const refusal = refusalOf(request, body, key);
    note('bucket', { method: request.method, url: request.url, refusal });
    if (refusal !== null) {
      response.writeHead(403, { 'content-type': 'application/xml' });
      response.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${refusal}</Code></Error>`);
      return;
    }
    const authorization = request.headers.authorization?.replace(/Credential=[^/]+/, 'Credential=S3RVER');
    const { method, url: path, headers } = request;
    // It would take the first part of another name for the bucket.
    const passed = forward(
      { port, method, path, headers: { ...headers, host: `127.0.0.1:${port}`, authorization } },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    passed.end(body);
  });
});
await listen(bucket, 443);

const registry = createPort((one) => {
  const other = connect(at('registry.socket'));
  for (const end of [one, other])
    end.on('error', () => {
      one.destroy();
      other.destroy();
    });
  one.pipe(other).pipe(one);
});
await listen(registry, 4873);

console.log('ready');
