import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startHelper } from '../../../examples/municipal-kiosk/machine/helper.mjs';

const origin = 'http://127.0.0.1:8088';

describe("the kiosk's helper", () => {
  let folder: string;
  let helper: Awaited<ReturnType<typeof startHelper>>;
  let ended = false;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mhb-helper-'));
    ended = false;
    helper = await startHelper({
      port: 0,
      origin,
      stick: folder,
      mustBeMounted: false,
      onEnd: () => {
        ended = true;
      },
    });
  });
  afterEach(async () => {
    await helper.stop();
    rmSync(folder, { recursive: true });
  });

  /** Not `fetch`, which normalizes a path before sending it. */
  const call = (method: string, path: string, body?: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const headers = { origin, host: `127.0.0.1:${helper.port}` };
      const sent = request({ host: '127.0.0.1', port: helper.port, method, path, headers }, (answer) => {
        answer.resume().on('end', () => {
          resolve(answer.statusCode ?? 0);
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });

  it.each(['//', '//v1/stick', '/\\', '/%', 'http://[', '*'])(
    'continues after a call of %s',
    async (path) => {
      expect(await call('GET', path)).toBe(404);
      expect(await call('GET', '/v1/stick')).toBe(200);
      expect(ended).toBe(false);
    },
  );

  it('writes through no link prepared on the stick', async () => {
    const victim = join(folder, 'victim');
    writeFileSync(victim, 'precious');
    symlinkSync(victim, join(folder, 'a.zip.part'));
    symlinkSync(victim, join(folder, 'a.zip'));
    expect(await call('PUT', '/v1/stick/a.zip', 'content')).toBe(201);
    expect(readFileSync(victim, 'utf8')).toBe('precious');
    expect(readFileSync(join(folder, 'a.zip'), 'utf8')).toBe('content');
  });

  it('leaves nothing of a refused file', async () => {
    expect(await call('PUT', '/v1/stick/..%2Fa.zip', 'content')).toBe(400);
    expect(await call('PUT', '/v1/stick/a.exe', 'content')).toBe(400);
    expect(readdirSync(folder)).toEqual([]);
    expect(existsSync(join(folder, '..', 'a.zip'))).toBe(false);
  });
});
