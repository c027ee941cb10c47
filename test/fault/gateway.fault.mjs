import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * The gateway's campaigns run suites of `test/conformance/gateway` with a given number of cases. A case is a round of
 * kills, a power cut, a disk that fills up, or a request to each database; the suite states what must hold.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @param {string} file @param {string} variable the environment variable with the number of cases */
const campaign =
  (file, variable) =>
  /** @param {{ cases: number, seed: number, report: (line: string) => void }} run */
  async ({ cases, seed, report }) => {
    const { status, stdout, stderr } = spawnSync(
      'npx',
      ['vitest', 'run', '--config', 'test/vitest.config.ts', `test/conformance/gateway/${file}`],
      {
        cwd: root,
        env: { ...process.env, [variable]: String(cases), MHB_FUZZ_SEED: String(seed), NO_COLOR: '1' },
        encoding: 'utf8',
        maxBuffer: 1e8,
      },
    );
    const lines = (stdout + stderr).split('\n').filter((line) => /[✓×▸]|Error:/.test(line));
    for (const line of lines) report(line.trim());
    return status === 0 ? [] : lines.filter((line) => !/[✓▸]/.test(line)).map((line) => line.trim());
  };

export const faults = [
  { name: 'gateway-kill', cases: 5, run: campaign('crash.test.ts', 'MHB_CRASH_CASES') },
  { name: 'gateway-power-cut', cases: 2, run: campaign('power-cut.test.ts', 'MHB_POWER_CUTS') },
  { name: 'gateway-full-disk', cases: 4, run: campaign('full-disk.test.ts', 'MHB_FULL_DISKS') },
  { name: 'gateway-guesses', cases: 10_000, run: campaign('guesses.test.ts', 'MHB_GUESSES') },
  { name: 'gateway-timing', cases: 400, run: campaign('timing.test.ts', 'MHB_TIMING_SAMPLES') },
  { name: 'gateway-fuzz', cases: 2_000, run: campaign('fuzz.test.ts', 'MHB_FUZZ_RUNS') },
];
