import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Works in a new directory, which is removed afterwards.
 * @template Result @param {(directory: string) => Promise<Result>} work
 */
export async function inNewDirectory(work) {
  const directory = await mkdtemp(join(tmpdir(), 'mhb-bench-'));
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true });
  }
}
