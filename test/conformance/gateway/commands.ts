import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createGatewayClient } from '@mhb-kit/core/gateway';
import { end, Site } from './command-site.js';
import { startPostgres, type PostgresServer } from './postgres-server.js';
import { completeRequest, logInWith, ming, type DatabaseKind } from './support.js';

/** The program as operators run it: every command in a separate process. */
export function commands(database: DatabaseKind): void {
  let postgres: PostgresServer | null;
  let site: Site;
  beforeAll(async () => {
    postgres = database === 'postgresql' ? await startPostgres() : null;
    site = await Site.create(postgres);
    await site.enrol();
  });
  afterAll(async () => {
    await site.remove();
    await postgres?.stop();
  });

  it('migrate brings a new database to this version, once', async () => {
    const fresh = await Site.create(postgres);
    expect((await fresh.run(['migrate'])).output).toMatch(
      /^Applied 0001-gateway\.sql, .*0021-day-partitions/,
    );
    expect((await fresh.run(['migrate'])).output).toBe('Nothing to do.\n');
    await fresh.remove();
  });

  it('doctor finds what is wrong and continues', async () => {
    const good = await site.run(['doctor']);
    expect(good.output).not.toContain('FAIL');
    expect(good.code).toBe(0);
    await site.configure({
      environment: 'development',
      records: { kind: 'folder', folder: '/no/such/folder' },
      publicUrl: 'http://x.example',
    });
    const bad = await site.run(['doctor']);
    await site.configure({});
    expect(bad.code).toBe(1);
    expect(bad.output.match(/^FAIL \w+( \w+)?:.*/gm)).toEqual([
      expect.stringMatching(/^FAIL records: file-not-accessible: ENOENT.*'\/no\/such\/folder'\. .+$/),
      'FAIL public URL: http://x.example',
    ]);
  });

  // Fifteen processes, each of which opens the database.
  it('account makes changes for a person whose document staff have checked, and records who checked it', async () => {
    const nationalId = 'F223456786';
    const witness = ['--staff', '王承辦', '--reason', 'identity document seen'];
    const account = (command: string, ...lines: readonly string[]) =>
      site.run(['account', command, ...witness], {}, `${lines.join('\n')}\n`);
    const details = [
      '陳怡君',
      '000055556666',
      'F1234567',
      '新北市淡水區水源里3鄰',
      '0912345678',
      'mei@example.tw',
    ];
    expect(await account('add', nationalId, ...details)).toMatchObject({ code: 0, errors: '' });
    expect((await account('add', nationalId, ...details)).errors).toContain('invalid-request');
    expect((await account('add', 'C123456781', '沒有卡號')).errors).toContain('invalid-request');
    for (const [command, lines] of [
      ['new-card', [nationalId, '000055557777']],
      ['new-mobile', [nationalId, '0987654321']],
      ['suspend', [nationalId]],
      ['resume', [nationalId]],
      ['release-certificate', [nationalId]],
      ['change-id', [nationalId, 'A923456785', '000055558888']],
    ] as const)
      expect(await account(command, ...lines), command).toMatchObject({ code: 0, errors: '' });
    expect((await account('suspend', nationalId)).errors).toContain('not-found');
    const nobody = await site.run(['account', 'suspend'], {}, 'A923456785\n');
    expect(nobody.errors).toContain('--staff');
    const file = join(site.directory, 'audit.gz');
    await site.run(['backup', file]);
    const rows = gunzipSync(await readFile(file))
      .toString()
      .split('\n');
    const byStaff = rows.filter(
      (row) => row.startsWith('["audit"') && row.includes('王承辦: identity document seen'),
    );
    expect(byStaff.map((row) => /"action":"([^"]+)"/.exec(row)?.[1])).toEqual([
      'account.add',
      'account.card',
      'account.mobile',
      'account.suspend',
      'account.resume',
      'account.national-id',
    ]);
    expect(byStaff.join('\n')).not.toMatch(/F22345|A92345|陳怡君|0912345678/);
    expect((await site.run(['account', 'close'], {}, 'A923456785\n')).code).toBe(0);
    expect((await site.run(['letters', 'print', join(site.directory, 'letters.html')])).output).toBe(
      'No letters are waiting.\n',
    );
  });

  it('representation records and ends what a household register or a court’s decision states', async () => {
    await site.configure({ representations: {} });
    const [parent, child] = ['F223456786', 'A923456785'];
    const witness = ['--staff', '王承辦', '--reason', 'household register seen'];
    const account = (...lines: readonly string[]) =>
      site.run(['account', 'add', ...witness], {}, `${lines.join('\n')}\n`);
    const rest = ['F1234567', '新北市淡水區水源里3鄰', '0912345678', 'mei@example.tw'];
    await account(parent, '陳怡君', '000055556666', ...rest);
    await account(child, '陳小明', '000055556667', ...rest);
    const run = (command: string, more: readonly string[], ...lines: readonly string[]) =>
      site.run(['representation', command, ...witness, ...more], {}, `${lines.join('\n')}\n`);
    const added = await run('add', ['--kind', 'parent'], parent, child, '2020-05-08');
    expect(added).toMatchObject({ code: 0, errors: '' });
    expect(added.output).toBe('Recorded. It ends with 2038-05-07. Both people were notified.\n');
    expect((await run('add', ['--kind', 'parent'], parent, child, '2020-02-30')).errors).toContain(
      'invalid-request',
    );
    expect((await run('add', ['--kind', 'aunt'], parent, child, '2020-05-08')).code).not.toBe(0);
    expect(await run('end', [], parent, child)).toMatchObject({ code: 0, errors: '' });
    expect((await run('end', [], parent, child)).errors).toContain('not-found');
    await site.configure({});
    expect((await run('add', ['--kind', 'parent'], parent, child, '2020-05-08')).errors).toContain(
      'invalid-request',
    );
    for (const id of [parent, child]) await site.run(['account', 'close'], {}, `${id}\n`);
  });

  it('register import imports the insured people, from a file or standard input', async () => {
    const header = 'nationalId,cardNumber,householdNumber,birthDate';
    const file = join(site.directory, 'people.csv');
    await writeFile(file, `${header}\nF223456786,000055556666,F1234567,0790517\n`);
    expect((await site.run(['register', 'import', file])).output).toContain('the register has 1 people');
    const second = `${header}\nA123456789,000012345678,A1234567,1992-11-02\n`;
    expect((await site.run(['register', 'import', '-'], {}, second)).output).toContain('has 2 people');
    const wrong = await site.run(
      ['register', 'import', '-', '--replace'],
      {},
      `${header}\nF223456787,1,2,3\n`,
    );
    expect(wrong.code).toBe(1);
    expect(wrong.errors).toContain('Line 2');
    expect(wrong.errors).not.toContain('F22345');
    expect((await site.run(['register', 'import', '-', '--replace'], {}, second)).output).toContain(
      'has 1 people',
    );
  });

  it('embedder registers, changes, lists and removes a website', async () => {
    const add = (...args: string[]) => site.run(['embedder', 'add', ...args]);
    const registered = async () =>
      (JSON.parse((await site.run(['embedder', 'list'])).output) as { registered: unknown[] }).registered;
    const hospital = ['hospital', '--name', 'Hospital', '--origin', 'https://hospital.example.tw'];
    expect((await add(...hospital)).errors).toContain('hospital needs redirectUris');
    expect(
      (await add('evil', '--name', 'x', '--origin', 'https://*.tw', '--login', 'direct')).errors,
    ).toContain('Not an exact origin');
    const twice = await add(
      'other',
      '--name',
      'x',
      '--origin',
      'https://portal.example.tw',
      '--login',
      'direct',
    );
    expect(twice.errors).toContain('Registered twice');
    expect(await registered()).toEqual([]);

    const redirect = 'https://hospital.example.tw/callback.html';
    expect((await add(...hospital, '--redirect', redirect)).code).toBe(0);
    const changed = ['--redirect', redirect, '--scope', 'requests', '--shared-computers'];
    expect((await add(...hospital, ...changed)).code).toBe(0);
    expect(await registered()).toEqual([
      {
        id: 'hospital',
        name: 'Hospital',
        origins: ['https://hospital.example.tw'],
        login: ['connect'],
        scopes: ['requests'],
        redirectUris: [redirect],
        sharedComputers: true,
      },
    ]);

    const { url, child } = await site.start(['serve']);
    const preflight = (origin: string) =>
      fetch(`${url}/v1/catalogue`, { headers: { Origin: origin } }).then(({ status }) => status);
    expect(await preflight('https://hospital.example.tw')).toBe(200);
    expect(await preflight('https://other.example.tw')).toBe(403);
    await end(child, 'SIGTERM');

    expect((await site.run(['embedder', 'remove', 'hospital'])).code).toBe(0);
    expect((await site.run(['embedder', 'remove', 'hospital'])).errors).toContain('not-found');
    expect(await registered()).toEqual([]);
  });

  it('serve advises, on its own page, against mailboxes known to lose mail', async () => {
    const mailAdviceDomains = ['lossy.example', 'other.example'];
    const smtp = { url: 'smtp://127.0.0.1:1', from: 'no-reply@example.tw' };
    await site.configure({ registration: { smtp, sms: { url: 'http://127.0.0.1:1' }, mailAdviceDomains } });
    const { url, child } = await site.start(['serve']);
    const page = await (await fetch(`${url}/registration`)).text();
    expect(page).toMatch(/<mhb-registration\s[^>]*mail-advice-domains="lossy\.example other\.example"/);
    await end(child, 'SIGTERM');
    await site.configure({});
  });

  it('serve answers, reports whether it is ready, and stops when it receives a signal', async () => {
    const { url, child } = await site.start(['serve']);
    expect(await (await fetch(`${url}/v1/ready`)).json()).toEqual({ status: 'ready' });
    expect(await (await fetch(`${url}/v1/health`)).json()).toEqual({ status: 'ok' });
    const { host, port } = new URL(url);
    const { output } = await site.run(['doctor'], { MHB_PORT: port });
    expect(output).toContain(`a gateway is running at ${host}`);
    const client = createGatewayClient({ baseUrl: url });
    await logInWith(client, null, ming);
    expect((await completeRequest(client)).status).toBe('completed');
    // While the client's connection is open: a stop that waited for it would take minutes.
    expect(await end(child, 'SIGTERM')).toBe(0);
  });

  it.runIf(database === 'embedded')(
    'serve and worker cannot be separate processes if only one can use the data',
    async () => {
      for (const args of [['serve', '--no-work'], ['worker']]) {
        const { code, errors } = await site.run(args);
        expect([code, errors]).toEqual([1, expect.stringContaining('use PostgreSQL (DATABASE_URL)')]);
      }
    },
  );

  it('backup and restore move accounts to a new place, completely or not at all, without requests', async () => {
    const file = join(site.directory, 'backup.gz');
    expect((await site.run(['backup', file])).output).toMatch(/^Wrote \d+ rows/);
    const text = gunzipSync(await readFile(file)).toString();
    expect(text).not.toContain(ming.nationalId);
    expect(text).not.toContain('wrapped_key');

    // Errors of writing or reading are shown as text.
    for (const args of [
      ['backup', join(site.directory, 'no-such-folder', 'backup.gz')],
      ['restore', join(site.directory, 'no-such-file')],
    ]) {
      const { code, errors } = await site.run(args);
      expect([code, errors]).toEqual([
        1,
        expect.stringMatching(/^A file or folder cannot .*\n {2}file-not-accessible: ENOENT.*\n$/),
      ]);
    }

    const place = await Site.create(postgres);
    const withKey = { MHB_ROOT_KEY: site.rootKey };
    expect((await place.run(['restore', file])).errors).toContain('a different root key');
    const cut = join(place.directory, 'cut.gz');
    await writeFile(cut, gzipSync(text.split('\n').slice(0, -2).join('\n')));
    expect((await place.run(['restore', cut], withKey)).errors).toContain('backup-damaged');
    const changed = join(place.directory, 'changed.gz');
    await writeFile(changed, gzipSync(text.replace('"active"', '"applied"')));
    expect((await place.run(['restore', changed], withKey)).errors).toContain('backup-damaged');
    await writeFile(cut, 'no backup');
    expect((await place.run(['restore', cut], withKey)).errors).toContain('backup-damaged');

    expect((await place.run(['restore', file], withKey)).output).toMatch(/^Restored \d+ rows/);
    expect((await place.run(['restore', file], withKey)).errors).toContain('already contains accounts');
    expect((await place.run(['audit', 'verify'], withKey)).code).toBe(0);
    // An account exists now, so another root key must be refused.
    for (const command of ['serve', 'doctor', 'migrate']) {
      const { code, output, errors } = await place.run([command]);
      const other = command === 'migrate' ? [0, ''] : [1, expect.stringContaining('root-key-wrong')];
      expect([code, command === 'doctor' ? output : errors], command).toEqual(other);
    }
    await place.remove();
  });

  it('purge erases what has expired and nothing else', async () => {
    expect((await site.run(['purge'])).output).toBe('Nothing has expired.\n');
  });

  it('a command reports everything that is wrong with the configuration at once', async () => {
    await site.configure({ port: 'x', embedders: 1 });
    const { code, errors } = await site.run(['serve']);
    await site.configure({});
    expect(code).toBe(1);
    expect(errors).toContain('port must be');
    expect(errors).toContain('embedders must be');
  });
}
