import {
  PassbookWorker,
  readPassbook,
  readPassbookInWorker,
  viewInTurns,
  viewInWorker,
  writeFiles,
  writePassbookInWorker,
  writeSectionHtml,
} from '../../../packages/core/dist/passbook/index.js';
import { enlarge, j2File } from '../../../packages/testkit/dist/passbook-fixtures.js';

/** The functions that `browser.test.ts` runs inside the page. */

const sampleData = async () =>
  (await (await fetch('/packages/testkit/data/sample.json')).json()).myhealthbank.bdata;

/** @param {Promise<unknown>} work */
const outcomeOf = (work) =>
  work.then(
    () => 'none',
    (error) => `${error.name} ${error.code}`,
  );

const passbookInPage = {
  /** Reads in a worker and on the page, and counts how often the page can run meanwhile. */
  async compare() {
    const files = [{ name: 'a.json', bytes: j2File(enlarge(await sampleData(), 10_000)) }];
    let turns = 0;
    const watch = setInterval(() => (turns += 1), 1);
    /** @type {number[]} */
    const seen = [];
    const inWorker = await readPassbookInWorker(files, { onProgress: ({ done }) => seen.push(done) });
    clearInterval(watch);
    const onPage = await readPassbook(files);
    return {
      same: JSON.stringify(inWorker.passbook) === JSON.stringify(onPage.passbook),
      sameReport: JSON.stringify(inWorker.report) === JSON.stringify(onPage.report),
      progress: seen.length,
      turns,
    };
  },

  /** The result on a page under Trusted Types, where no worker starts without the page's policy. */
  async withoutWorker() {
    const files = [{ name: 'a.json', bytes: j2File(await sampleData()) }];
    const { report } = await readPassbookInWorker(files);
    return report.records;
  },

  async failures() {
    const files = [{ name: 'a', bytes: new TextEncoder().encode('{"myhealthbank":') }];
    const abort = new AbortController();
    const cancelled = outcomeOf(readPassbookInWorker(files, { signal: abort.signal }));
    abort.abort();
    const createWorker = () => new globalThis.Worker('/nowhere.js', { type: 'module' });
    return [
      await outcomeOf(readPassbookInWorker(files)),
      await cancelled,
      await outcomeOf(readPassbookInWorker(files, { createWorker })),
    ];
  },

  /** A worker that ends silently, like one that ran out of memory. */
  async death() {
    const files = [{ name: 'a', bytes: new TextEncoder().encode('{}') }];
    const script = '/test/conformance/passbook/dying-worker.js';
    const createWorker = () => new globalThis.Worker(script, { type: 'module' });
    return outcomeOf(readPassbookInWorker(files, { createWorker }));
  },

  /** Compares views of a worker with those of the page: equal, and built from the page's own records. */
  async view() {
    const worker = new PassbookWorker();
    const data = enlarge(await sampleData(), 5_000);
    // A later download corrects a row, so that a visit has a revision.
    const [row] = /** @type {Record<string, string>[]} */ (data['r1']);
    const later = { 'b1.1': data['b1.1'] ?? '', 'b1.2': '20260501', r1: [{ ...row, 'r1.12': '990' }] };
    const files = [
      { name: 'a.json', bytes: j2File(data) },
      { name: 'b.json', bytes: j2File(later) },
    ];
    const { passbook } = await readPassbookInWorker(files, { worker });
    const wasHeld = await worker.holds(passbook);
    const options = { today: '2026-03-15', birthYear: 1960 };
    const views = await viewInWorker(passbook, worker, options);
    const onPage = await viewInTurns(passbook, options);
    const owned = new Set(Object.values(passbook.sections).flat());
    /** @param {import('../../../packages/core/dist/passbook/index.js').PassbookViews} of */
    const all = async ({ glance, lists, timeline, ...asked }) =>
      JSON.stringify([
        ...[glance, await lists(), await timeline()],
        ...[await asked.answer('糖尿病 門診'), await asked.answer('113年'), await asked.section('r8')],
      ]);
    const { entries } = await views.timeline();
    const { encounters, medications } = await views.lists();
    const used = [
      ...entries.flatMap(({ records }) => records),
      ...encounters.flatMap(({ claims }) => claims),
      ...medications.past.flatMap(({ supplies }) => supplies.map(({ claim }) => claim)),
      ...(await views.answer('醫')).groups.flatMap((group) =>
        group.kind === 'visits' ? group.items.flatMap(({ claims }) => claims) : [],
      ),
    ];
    const [supply] = medications.past.flatMap(({ supplies }) => supplies);
    // A second passbook replaces the first, and then the first replaces the second again.
    const other = await readPassbook([{ name: 'b.json', bytes: j2File(await sampleData()) }]);
    const otherViews = await viewInWorker(other.passbook, worker, options);
    const results = {
      wasHeld,
      same: (await all(views)) === (await all(onPage)),
      owned: used.length > 5_000 && used.every((record) => owned.has(/** @type {any} */ (record))),
      revised: encounters.filter(({ revised }) => revised.length > 0).length,
      order: supply !== undefined && supply.claim.orders.includes(/** @type {any} */ (supply.orders[0])),
      other:
        (await all(otherViews)) === (await all(await viewInTurns(other.passbook, options))) &&
        JSON.stringify(await views.answer('糖尿病')) === JSON.stringify(await onPage.answer('糖尿病')),
    };
    worker.close();
    return results;
  },

  /** Views if the worker crashes once or always, and if there is none. */
  async viewDeaths() {
    const { passbook } = await readPassbook([{ name: 'a.json', bytes: j2File(await sampleData()) }]);
    const options = { today: '2026-03-15' };
    const expected = JSON.stringify((await (await viewInTurns(passbook, options)).lists()).encounters);
    const url = '/packages/core/dist/passbook/in-worker/worker.js';
    const dying = '/test/conformance/passbook/dying-worker.js';
    /** @param {string[]} scripts one for each start */
    const outcome = async (scripts) => {
      let starts = 0;
      const worker = new PassbookWorker(() => {
        starts += 1;
        return new globalThis.Worker(scripts[starts - 1] ?? scripts.at(-1) ?? '', { type: 'module' });
      });
      const views = await viewInWorker(passbook, worker, options);
      const { groups } = await views.answer('糖尿病');
      const same = JSON.stringify((await views.lists()).encounters) === expected && groups.length > 0;
      const written = await outcomeOf(writePassbookInWorker(passbook, [{ format: 'j2' }], { worker }));
      worker.close();
      return `${same} ${starts} ${written}`;
    };
    const abort = new AbortController();
    const worker = new PassbookWorker(() => new globalThis.Worker(url, { type: 'module' }));
    const cancelled = outcomeOf(viewInWorker(passbook, worker, { ...options, signal: abort.signal }));
    abort.abort();
    return [
      await outcome([url]),
      await outcome([dying, url]),
      await outcome([dying]),
      await outcome(['/nowhere.js']),
      `${await cancelled}, then ${await outcomeOf(viewInWorker(passbook, worker, options))}`,
    ];
  },

  /** Compares files of a worker with those of the page. */
  async write() {
    const bytes = j2File(await sampleData());
    const { passbook } = await readPassbook([{ name: 'a.json', bytes }]);
    const now = new Date(0);
    /** @type {import('../../../packages/core/dist/passbook/index.js').FileRequest[]} */
    const wanted = [
      { format: 'j2' },
      { format: 'csv', locale: 'en' },
      { format: 'fhir', profile: 'twcore', now },
      { format: 'fhir', profile: 'ips', now, identity: { name: '林美玲' } },
    ];
    const texts = (/** @type {readonly { name: string | null, content: Blob }[]} */ files) =>
      Promise.all(files.map(async ({ name, content }) => `${name} ${content.type} ${await content.text()}`));
    const inWorker = await texts(await writePassbookInWorker(passbook, wanted));
    return {
      files: inWorker.length,
      same: inWorker.join() === (await texts(await writeFiles(passbook, wanted))).join(),
    };
  },

  /** A page of visits, one of which contains a script. */
  async section() {
    const { r1 } = await sampleData();
    const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    return writeSectionHtml([{ section: 'r1', rows: [...r1, { 'r1.5': '20260101', 'r1.9': hostile }] }], {
      title: '門診資料',
      subjectId: 'K22301****',
    });
  },
};
Object.assign(globalThis, { passbookInPage });
