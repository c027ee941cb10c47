import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/** `npm run package` twice at once in one checkout. */

const script = (name: string) => fileURLToPath(new URL(`../../build/package/${name}`, import.meta.url));

it('refuses a second packaging in the same checkout, and says what to do', async () => {
  const claim = `await (await import(${JSON.stringify(script('one-at-a-time.mjs'))})).claimPackaging();
    console.log('claimed'); setInterval(() => undefined, 1000);`;
  const first = spawn(process.execPath, ['--input-type=module', '--eval', claim], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(first.stdout, 'data');
    // A target that does not exist, so that nothing is made if it is not refused.
    const second = spawnSync(process.execPath, [script('package.mjs'), '--target', 'none'], {
      encoding: 'utf8',
    });
    expect(second.status).toBe(75);
    expect(second.stderr).toContain(`packaging-in-progress: process ${first.pid}`);
    expect(second.stderr).toContain('Next step: wait until it has ended');
  } finally {
    first.kill('SIGKILL');
    await once(first, 'close');
  }
});
