import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import type { Database } from '../storage/database.js';
import { createMetrics } from './metrics.js';

it('nothing in the process keeps a stopped gateway’s database in memory', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const database = (() => {
    const made = {} as Database;
    createMetrics(made);
    return new WeakRef(made);
  })();
  await expect
    .poll(() => {
      collectGarbage();
      // Only a boolean is returned, because a failed assertion would keep a reference to the object.
      return database.deref() === undefined;
    })
    .toBe(true);
});
