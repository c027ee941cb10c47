import { serveCalls, withSignal, type ServedCall, type WorkerPort } from '../../calls/index.js';
import { loadModule } from '../../load-module.js';
import { MhbError } from '../../error.js';
import type { CodedTerm } from '../fhir/coded-terms.js';
import type { FhirProfile } from '../fhir/terminology.js';
import type { Passbook } from '../model/model.js';
import { readPassbook, type PassbookFile } from '../read/read.js';
import type { PassbookViews } from '../views/all/in-turns.js';
import type { FileRequest, WrittenFile } from '../files/write-files.js';
import { HeldPassbook } from './held-passbook.js';
import { LinkWriter } from './links.js';
import { PortionCollector } from './portions.js';
import { rowPortionsOf } from './rows.js';
import type {
  ListsFromWorker,
  ReadAnswer,
  ReadPart,
  ToWorker,
  ViewQuestion,
  WorkerRequest,
} from './worker-protocol.js';

/**
 * The script of a `PassbookWorker`, which is a separate module: `@mhb-kit/core/passbook/worker`. The page's
 * policy must contain at least `worker-src 'self'`.
 */

let held: HeldPassbook | undefined;
/** The files that the page is sending. */
let files: PassbookFile[] = [];
/** The number of bytes of the last file that have arrived so far. */
let received = 0;
let records = new PortionCollector();

function hold(number: number, passbook: Passbook): HeldPassbook {
  held?.release();
  held = new HeldPassbook(number, passbook);
  return held;
}

async function read(
  { number, maxBytes, drugs, ahead }: Extract<WorkerRequest, { readonly call: 'read' }>,
  { sendPart }: ServedCall,
): Promise<ReadAnswer> {
  const send = (part: ReadPart): void => sendPart(part);
  const given = files;
  files = [];
  held?.release();
  const { passbook, report } = await readPassbook(given, {
    ...(maxBytes === undefined ? {} : { maxBytes }),
    ...(drugs === undefined ? {} : { drugs }),
    onProgress: (progress) => send({ progress }),
  });
  for (const portion of rowPortionsOf(passbook)) send({ portion });
  const now = hold(number, passbook);
  // Compute the views while the page is still receiving the records. Ignore errors here, because the call that
  // requests the views reports them.
  if (ahead !== undefined) now.views(ahead).catch(() => undefined);
  const { subjectId, downloads } = passbook;
  return { head: { subjectId, downloads }, report };
}

async function write(
  { passbook }: HeldPassbook,
  requests: readonly FileRequest[],
  { signal }: ServedCall,
): Promise<WrittenFile[]> {
  // Loaded on demand, because reading and viewing do not need this code.
  const { writeFiles } = await loadModule(import('../files/write-files.js'));
  return writeFiles(passbook, requests, { signal });
}

async function terms({ passbook }: HeldPassbook, profile: FhirProfile): Promise<CodedTerm[]> {
  // Loaded on demand, because reading and viewing do not need this code.
  const { listCodedTerms } = await loadModule(import('../fhir/coded-terms.js'));
  return listCodedTerms(passbook, profile);
}

async function view(
  about: HeldPassbook,
  question: ViewQuestion & { readonly known: number },
  { signal, sendPart }: ServedCall,
): Promise<string> {
  const views = await withSignal(about.views(question), signal);
  const known = about.knownFor(question.view);
  if (known.count !== question.known)
    throw new MhbError('worker-failed', 'The page and the worker have different records');
  const written = new LinkWriter(known, sendPart).write(await answerTo(views, question));
  // The page is busy with the first screen, and will ask for the search next. Ignore errors here, because the call
  // that searches reports them.
  if (question.view === 'glance') views.answer('').catch(() => undefined);
  return written;
}

function answerTo(views: PassbookViews, question: ViewQuestion): unknown {
  switch (question.view) {
    case 'glance':
      return views.glance;
    case 'lists':
      return listsFrom(views);
    case 'answer':
      return views.answer(question.query);
    case 'section':
      return views.section(question.section);
  }
}

async function listsFrom(views: PassbookViews): Promise<ListsFromWorker> {
  const { medications, series, controls, results } = await views.lists();
  return { medications, series, controls, results };
}

/**
 * Rejects a question about another passbook. The page then restarts the worker and sends the right passbook.
 */
function assertHeld(number: number): HeldPassbook {
  if (held?.number !== number) throw new MhbError('worker-failed', 'The worker has another passbook');
  return held;
}

serveCalls<WorkerRequest, ToWorker>(globalThis as unknown as WorkerPort, {
  answer: (request, call) => {
    switch (request.call) {
      case 'read':
        return read(request, call);
      case 'hold':
        hold(request.number, records.passbook(request.head));
        records = new PortionCollector();
        return null;
      case 'write':
        return write(assertHeld(request.about), request.files, call);
      case 'terms':
        return terms(assertHeld(request.about), request.profile);
      case 'view':
        return view(assertHeld(request.about), request, call);
    }
  },
  onMessage: (message) => {
    if ('portion' in message) {
      records.add(message.portion);
    } else if ('file' in message) {
      files.push({ name: message.file, bytes: new Uint8Array(message.byteLength) });
      received = 0;
    } else {
      files.at(-1)?.bytes.set(message.bytes, received);
      received += message.bytes.length;
    }
  },
});
