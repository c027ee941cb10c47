import { openArchive } from '@mhb-kit/core/archive';
import { openArchiveInWorker } from '@mhb-kit/core/archive/in-worker';
import { runCase } from './run-case.mjs';

/** The conformance set in a browser. `?how=` page, script (no WebAssembly) or worker. */

async function run() {
  const how = new URLSearchParams(globalThis.location.search).get('how');
  // It is looked up when the first archive is opened.
  if (how === 'script') Object.defineProperty(globalThis, 'WebAssembly', { value: undefined });

  /** @type {import('./run-case.mjs').ConformanceCase[]} */
  const cases = await (await fetch('/cases.json')).json();
  // Starting a worker for each case is slow, so a tenth of the cases is used, spread over all kinds.
  const chosen = how === 'worker' ? cases.filter((_, index) => index % 10 === 3) : cases;
  const open = how === 'worker' ? openArchiveInWorker : openArchive;

  /** @type {Record<string, string[]>} */
  const wrong = {};
  for (const test of chosen) {
    const failures = await runCase(test, { openArchive: open });
    if (failures.length > 0) wrong[test.name] = failures;
  }
  return { ran: chosen.length, wrong, webAssembly: typeof WebAssembly };
}

const result = run().catch((thrown) => ({ ran: 0, wrong: { run: [String(thrown)] } }));
void result.then((body) => fetch('/result', { method: 'POST', body: JSON.stringify(body) }));
