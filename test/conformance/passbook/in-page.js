import {
  readPassbook,
  readPassbookInWorker,
  writeFiles,
  writePassbookInWorker,
  writeSectionHtml,
} from '../../../packages/core/dist/passbook/index.js';
import { enlarge, j2File } from '../../../packages/testkit/dist/passbook-fixtures.js';

/** What `browser.test.ts` runs inside the page. */

const sampleData = async () =>
  (await (await fetch('/packages/testkit/data/sample.json')).json()).myhealthbank.bdata;

/** @param {Promise<unknown>} work */
const outcomeOf = (work) =>
  work.then(
    () => 'none',
    (error) => `${error.name} ${error.code}`,
  );

const passbookInPage = {
  /** Reads in a worker and on the page, and counts the turns that the page gets meanwhile. */
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

  /** What a page under Trusted Types gets, where no worker starts without a policy of the page's own. */
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

  /** A worker that is gone without a word, as one that ran out of memory. */
  async death() {
    const files = [{ name: 'a', bytes: new TextEncoder().encode('{}') }];
    const script = '/test/conformance/passbook/dying-worker.js';
    const createWorker = () => new globalThis.Worker(script, { type: 'module' });
    return outcomeOf(readPassbookInWorker(files, { createWorker }));
  },

  /** What a worker writes and what the page writes. */
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

  /** A page of visits, one of which tries to run a script. */
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
