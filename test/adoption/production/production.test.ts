import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as forward } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestPki } from '@mhb-kit/testkit/authority';
import { lin } from '@mhb-kit/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocks } from '../documentation.js';
import { startRegistry } from '../registry.js';
import { writeRelease } from '../release.js';
import { root } from '../tarballs.js';
import { bootMachine, machineMissing, type Machine } from './machine.js';

/**
 * The production guide, line by line, on a clean Debian that boots with systemd: the packages of a release, nginx with TLS,
 * PostgreSQL, mail with TLS, the program for text messages from the guide, a bucket whose server checks signatures, roots of
 * certificates, backups by the timer's service, the restore drill, monitoring; and a loss of everything but the backup and the
 * root key, after which the same person logs in and has the same records.
 */

const GUIDE = 'docs/guides/production.md';
const guide = readFileSync(join(root, GUIDE), 'utf8');

/** The blocks of code under a heading. */
function under(heading: string, language: string): readonly string[] {
  const [, section = ''] = guide.split(`${heading}\n`);
  const text = section.split(/^#{2,3} /m)[0] ?? '';
  const found = blocks.filter(
    (one) => one.document === GUIDE && one.language === language && text.includes(one.code),
  );
  if (found.length === 0) throw new Error(`The guide has no ${language} under ${heading}`);
  return found.map(({ code }) => code);
}

const linesOf = (code: string): readonly string[] => code.split('\n').filter((line) => line !== '');
const [FIRST, POSTGRESQL, MESSAGES, BUCKET, BACKUPS] = [
  '## The gateway, on one machine',
  '### On PostgreSQL',
  '### Mail and text messages',
  '### Archives in a bucket',
  '### Backups',
];
const [install = '', directories = '', service = ''] = under(FIRST, 'sh');
const [installBackup = '', drill = ''] = under(BACKUPS, 'sh');

/** "When you run commands yourself, also write `env NODE_EXTRA_CA_CERTS=…` in front of them." */
const AUTHORITY = '/etc/mhb-gateway/authority.pem';
const withAuthority = (line: string): string =>
  line.replace(/(^|-- )(mhb-gateway )/, `$1env NODE_EXTRA_CA_CERTS=${AUTHORITY} $2`);

describe('the production guide', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mhb-production-'));
  const at = (name: string): string => join(folder, name);
  const bucketKey = { keyId: 'AKGATEWAY', secret: randomBytes(20).toString('hex') };
  let machine: Machine;
  const undo: (() => unknown)[] = [];

  /** Runs lines of the guide; all must succeed. */
  const follow = async (code: string): Promise<string> => {
    let output = '';
    for (const line of linesOf(code)) {
      const said = await machine.run(line);
      expect(said.status, `${line}\n${said.output}`).toBe(0);
      output += said.output;
    }
    return output;
  };
  const doctorLine = linesOf(directories).at(-1) ?? '';
  const doctor = async (): Promise<readonly string[]> => {
    const { output } = await machine.run(withAuthority(doctorLine));
    return output.split('\n').filter((line) => /^(?:FAIL|WARN)/.test(line));
  };
  const gatewayCommand = (rest: string): string => withAuthority(doctorLine.replace(/doctor$/, rest));
  const ready = async (): Promise<number> => {
    const { output } = await machine.run(
      `curl -s -o /dev/null -w '%{http_code}' --cacert ${AUTHORITY} https://gateway.example.tw/v1/ready`,
    );
    return Number(output);
  };
  const person = async (...args: readonly string[]): Promise<string> => {
    const child = machine.beside(process.execPath, join(import.meta.dirname, 'person.mjs'), folder, ...args);
    let output = '';
    let errors = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
    const status = await new Promise((resolve) => child.once('close', resolve));
    expect(status, errors).toBe(0);
    return output;
  };
  const read = async (file: string) =>
    JSON.parse(await person('read', at(file))) as {
      codeWasAsked: boolean;
      requestsBefore: number;
      status: string;
      visits: readonly object[];
    };

  beforeAll(async () => {
    const missing = machineMissing();
    if (missing !== null) throw new Error(missing);
    writeAuthority(at);
    writeFileSync(at('bucket-key.json'), JSON.stringify(bucketKey));
    const release = writeRelease();
    undo.push(release.remove);
    const registry = await startRegistry(release.folder);
    undo.push(registry.close);
    const passing = await passOn(registry.url, at('registry.socket'));
    undo.push(passing);
    machine = await bootMachine(folder);
    undo.push(machine.stop);
    const neighbours = machine.beside(process.execPath, join(import.meta.dirname, 'neighbours.mjs'), folder);
    neighbours.stderr?.pipe(process.stderr);
    await new Promise((resolve) => neighbours.stdout?.once('data', resolve));
    undo.push(() => neighbours.kill());
    machine.write('root/.npmrc', 'registry=http://registry.example.tw:4873/\nreplace-registry-host=always\n');
    machine.write('etc/ssl/gateway.example.tw.pem', readFileSync(at('gateway.example.tw.pem'), 'utf8'));
    machine.write(
      'etc/ssl/private/gateway.example.tw.key',
      readFileSync(at('gateway.example.tw.key'), 'utf8'),
      0o600,
    );
  });

  afterAll(async () => {
    for (const step of undo.toReversed()) await step();
    rmSync(folder, { recursive: true });
  });

  it('installs the packages, and doctor names what is still missing', async () => {
    await follow(install);
    const [first = ''] = under(FIRST, 'json');
    const [bucket = ''] = under(BUCKET, 'json');
    const pki = await createTestPki();
    const pem = (der: Uint8Array): string =>
      `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;
    machine.write('etc/mhb-gateway/grca.pem', pem(pki.roots[0]!));
    machine.write('etc/mhb-gateway/moica.pem', pem(pki.generations[0].certificate));
    const settings = JSON.parse(first) as { registration: { sms: object } };
    machine.write(
      'root/gateway.json',
      JSON.stringify({
        ...settings,
        ...(JSON.parse(bucket) as object),
        registration: { ...settings.registration, sms: { url: 'http://127.0.0.1:8090/' } },
        certificates: {
          roots: ['/etc/mhb-gateway/grca.pem'],
          authorities: [{ certificate: '/etc/mhb-gateway/moica.pem' }],
          ocsp: false,
        },
        metricsPort: 9464,
      }),
    );
    for (const line of linesOf(directories).slice(0, -1)) await follow(line);
    machine.write(AUTHORITY, readFileSync(at('authority.pem'), 'utf8'));
    // The records of one person, as the guide says: a folder named by the ID number.
    const passbook = { myhealthbank: { bdata: { 'b1.1': lin.nationalId, ...lin.history('2026-11-01') } } };
    machine.write(`srv/records/${lin.nationalId}/passbook.json`, JSON.stringify(passbook));
    const said = await machine.run(doctorLine);
    expect(said.status, said.output).toBe(1);
    expect(said.output).toMatch(/^FAIL e-mail: .*self-signed certificate/m);
    expect(said.output).toMatch(/^FAIL text messages: .*ECONNREFUSED/m);
    expect(said.output).toMatch(/^FAIL archives: /m);
  });

  it('starts behind nginx with TLS', async () => {
    const [nginx = ''] = under(FIRST, 'nginx');
    await follow(service);
    machine.write('etc/nginx/sites-enabled/gateway.conf', nginx);
    await follow('nginx -t\nsystemctl reload nginx');
    await expect
      .poll(async () => (await machine.run('systemctl is-active mhb-gateway')).output)
      .toBe('active\n');
  });

  it('moves to PostgreSQL, with mail, text messages and a bucket, and doctor finds nothing wrong', async () => {
    const [program = ''] = under(MESSAGES, 'js');
    machine.write('opt/mhb-sms/sms.mjs', program);
    await follow(
      'systemd-run -q --unit=mhb-sms -p DynamicUser=yes -p LoadCredential=authority:' +
        `${AUTHORITY} -E NODE_EXTRA_CA_CERTS=/run/credentials/mhb-sms.service/authority ` +
        '-E PROVIDER=https://sms.example.tw:8443/send -E PROVIDER_USER=clinic -E PROVIDER_PASSWORD=secret ' +
        '/usr/bin/node /opt/mhb-sms/sms.mjs',
    );
    const environment = (secret: string): string =>
      [
        `NODE_EXTRA_CA_CERTS=${AUTHORITY}`,
        `MHB_S3_ACCESS_KEY_ID=${bucketKey.keyId}`,
        `MHB_S3_SECRET_ACCESS_KEY=${secret}`,
      ].join('\\n');
    await follow(`printf '${environment('wrong')}\\n' >> /etc/mhb-gateway/environment`);
    const [user = '', database = '', address = '', restart = ''] = linesOf(under(POSTGRESQL, 'sh')[0] ?? '');
    await follow([user, database, address].join('\n'));
    expect((await doctor()).join('\n')).toMatch(/SignatureDoesNotMatch|archives|bucket/);
    await follow(`sed -i s/ACCESS_KEY=wrong/ACCESS_KEY=${bucketKey.secret}/ /etc/mhb-gateway/environment`);
    await follow(restart);
    await expect.poll(ready).toBe(200);
    expect(await doctor()).toEqual([]);
    const requests = readFileSync(at('bucket'), 'utf8').trim().split('\n');
    const refused = requests.filter((line) => line.includes('SignatureDoesNotMatch'));
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(requests.length);

    const [trial = ''] = under(MESSAGES, 'text');
    await follow(withAuthority(trial.trim()));
    expect(readFileSync(at('mail'), 'utf8')).toContain('you@example.tw');
    expect(readFileSync(at('texts'), 'utf8')).toContain('0912345678');
  });

  it('serves a person for whom staff have opened an account', async () => {
    const [embedder = ''] =
      blocks
        .find(
          ({ document, code }) => document === 'docs/start/own-front-end.md' && code.includes('embedder add'),
        )
        ?.code.split('\n') ?? [];
    await follow(gatewayCommand(embedder.replace(/^mhb-gateway --config gateway.json /, '')));
    await follow('systemctl restart mhb-gateway.service');
    await expect.poll(ready).toBe(200);
    const counter =
      under('### At the counter', 'text')[0]
        ?.trim()
        .replace(/^mhb-gateway /, '') ?? '';
    const lines = [
      lin.nationalId,
      lin.name,
      lin.card.cardNumber,
      lin.householdNumber,
      lin.registeredAddress,
      lin.mobile,
      lin.email,
    ];
    const opened = await machine.run(gatewayCommand(counter), `${lines.join('\n')}\n`);
    expect(opened.status, opened.output).toBe(0);
    await person('choose-password');
    const seen = await read('before.zip');
    expect(seen).toMatchObject({ codeWasAsked: true, requestsBefore: 0, status: 'completed' });
    expect(seen.visits.length).toBeGreaterThan(0);
  });

  it('writes a backup by the service of the timer, and the drill restores it', async () => {
    await follow(installBackup);
    const { output } = await machine.run('systemctl list-timers --all');
    expect(output).toContain('mhb-gateway-backup.timer');
    await follow('systemctl start mhb-gateway-backup.service');
    const [files = ''] = [(await machine.run('ls -l /var/backups/mhb-gateway')).output];
    expect(files).toMatch(/^-rw------- .* mhb-gateway .* [1-7]\.gz$/m);
    const said = await follow(linesOf(drill).map(withAuthority).join('\n'));
    expect(said).toMatch(/Restored \d+ rows/);
  });

  it('is monitored: metrics on the loopback address, and not ready without the database', async () => {
    const { output } = await machine.run('curl -s http://127.0.0.1:9464/metrics');
    for (const name of [
      'mhb_http_failures_total',
      'mhb_slowed_total',
      'mhb_messages_withheld_total',
      'mhb_requests_open',
    ])
      expect(output).toContain(name);
    const outside = machine.beside('curl', '-s', '-m', '5', 'http://gateway.example.tw:9464/metrics');
    expect(await new Promise((resolve) => outside.once('close', resolve))).not.toBe(0);
    await follow('systemctl stop postgresql');
    await expect.poll(ready).toBe(503);
    await follow('systemctl start postgresql');
    await expect.poll(ready).toBe(200);
  });

  it('serves the same person again after everything but the backup and the root key was lost', async () => {
    const before = readFileSync(at('before.zip'));
    const rows = await read('latest.zip');
    await follow('systemctl start mhb-gateway-backup.service');
    await follow(
      [
        'systemctl stop mhb-gateway.service',
        "su postgres -c 'dropdb mhb'",
        'rm -r /var/lib/mhb-gateway',
      ].join('\n'),
    );
    rmSync(at('objects/mhb-archives'), { recursive: true });
    mkdirSync(at('objects/mhb-archives'));
    const again = under('### After a loss', 'text')[0] ?? '';
    await follow(linesOf(again).map(withAuthority).join('\n'));
    await expect.poll(doctor).toEqual([]);
    await expect.poll(ready).toBe(200);
    const after = await read('after.zip');
    expect(after).toEqual({ ...rows, requestsBefore: 0 });
    // What the person has downloaded is the person's.
    expect(before.equals(readFileSync(at('before.zip')))).toBe(true);
    expect((await machine.run(gatewayCommand('audit verify'))).status).toBe(0);
    const journal = (await machine.run('journalctl -u mhb-gateway')).output;
    for (const secret of [lin.nationalId, lin.name, lin.card.cardNumber, lin.mobile, lin.email])
      expect(journal).not.toContain(secret);
  });
});

/** An authority that only these machines trust, and the certificates of its servers. */
function writeAuthority(at: (name: string) => string): void {
  const openssl = (...args: readonly string[]): void => {
    execFileSync('openssl', args, { stdio: 'pipe' });
  };
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl(
    ...['req', '-x509', ...newKey, '-days', '30', '-subj', '/CN=Authority of the operator'],
    ...['-keyout', at('authority.key'), '-out', at('authority.pem')],
  );
  for (const host of ['gateway', 'mail', 'sms', 'objects'].map((name) => `${name}.example.tw`)) {
    const [key, cert, request] = [at(`${host}.key`), at(`${host}.pem`), at(`${host}.csr`)];
    openssl('req', ...newKey, '-subj', `/CN=${host}`, '-keyout', key, '-out', request);
    writeFileSync(at('names'), `subjectAltName=DNS:${host}\n`);
    openssl(
      ...['x509', '-req', '-in', request, '-CA', at('authority.pem'), '-CAkey', at('authority.key')],
      ...['-CAcreateserial', '-days', '30', '-extfile', at('names'), '-out', cert],
    );
  }
}

/** Our packages from the release, and all others from where npm takes them, on a socket. */
async function passOn(ours: string, socket: string): Promise<() => void> {
  const theirs = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim();
  const server = createServer((incoming, response) => {
    const path = (incoming.url ?? '/').slice(1);
    if (/^(?:@mhb-kit|-\/mhb-kit)/.test(decodeURIComponent(path))) {
      forward(new URL(path, ours), (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      }).end();
      return;
    }
    const { accept = '*/*' } = incoming.headers;
    fetch(new URL(path, theirs), { headers: { accept } }).then(
      async (answer) => {
        const type = answer.headers.get('content-type') ?? 'application/octet-stream';
        response.writeHead(answer.status, { 'content-type': type });
        response.end(Buffer.from(await answer.arrayBuffer()));
      },
      () => response.writeHead(502).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  return () => {
    server.closeAllConnections();
    server.close();
  };
}
