import { serveCalls, type ServedCall, type WorkerPort } from '../../calls/index.js';
import { loadModule } from '../../load-module.js';
import { MhbError } from '../../error.js';
import type { Passbook } from '../model/model.js';
import { readPassbook, type PassbookFile } from '../read/read.js';
import { atOnce } from '../steps/steps.js';
import { viewInTurns, type PassbookViews } from '../views/all/in-turns.js';
import type { FileRequest, WrittenFile } from '../files/write-files.js';
import { KnownObjects, LinkWriter, objectsOf } from './links.js';
import { PortionCollector, portionsOf } from './portions.js';
import type { ReadAnswer, ReadPart, ToWorker, ViewQuestion, WorkerRequest } from './worker-protocol.js';

/**
 * The script of a `PassbookWorker`, as a separate module: `@mhb-kit/core/passbook/worker`. It requires only
 * `worker-src 'self'` in the page's policy.
 */

/** A passbook that is held, and what has been computed from it. */
interface Held {
  /** The page's number for it. */
  readonly number: number;
  readonly passbook: Passbook;
  /** The views for the person and day of the last question. */
  views?: PassbookViews;
  known?: KnownObjects;
}

let held: Held | undefined;
/** The files being received. */
let files: PassbookFile[] = [];
/** Number of bytes of the last file received so far. */
let received = 0;
let records = new PortionCollector();

async function read(
  { number, maxBytes, drugs }: Extract<WorkerRequest, { readonly call: 'read' }>,
  { sendPart }: ServedCall,
): Promise<ReadAnswer> {
  const send = (part: ReadPart): void => sendPart(part);
  const given = files;
  files = [];
  const { passbook, report } = await readPassbook(given, {
    ...(maxBytes === undefined ? {} : { maxBytes }),
    ...(drugs === undefined ? {} : { drugs }),
    onProgress: (progress) => send({ progress }),
  });
  for (const portion of portionsOf(passbook)) send({ portion });
  held = { number, passbook };
  const { subjectId, downloads } = passbook;
  return { head: { subjectId, downloads }, report };
}

async function write(
  { passbook }: Held,
  requests: readonly FileRequest[],
  { signal }: ServedCall,
): Promise<WrittenFile[]> {
  // Not needed for reading and viewing.
  const { writeFiles } = await loadModule(import('../files/write-files.js'));
  return writeFiles(passbook, requests, { signal });
}

async function view(
  about: Held,
  question: ViewQuestion & { readonly known: number },
  { signal, sendPart }: ServedCall,
): Promise<unknown> {
  about.known ??= new KnownObjects(atOnce(objectsOf(about.passbook)));
  if (about.known.count !== question.known)
    throw new MhbError('worker-failed', 'Page and worker hold different records');
  const answer = await answerTo(about, question, signal);
  return new LinkWriter(about.known, sendPart).write(answer);
}

async function answerTo(about: Held, question: ViewQuestion, signal: AbortSignal): Promise<unknown> {
  const { today, birthYear } = question;
  const judged = { today, ...(birthYear === undefined ? {} : { birthYear }) };
  if (question.view === 'first') {
    about.views = await viewInTurns(about.passbook, { ...judged, signal });
    const { medications, series, controls, encounters, glance } = about.views;
    return { medications, series, controls, encounters, glance };
  }
  // A restarted worker has not computed the first views yet.
  about.views ??= await viewInTurns(about.passbook, judged);
  switch (question.view) {
    case 'timeline':
      return about.views.timeline();
    case 'answer':
      return about.views.answer(question.query);
    case 'section':
      return about.views.section(question.section);
  }
}

/** The page then restarts the worker and sends the right passbook. */
function assertHeld(number: number): Held {
  if (held?.number !== number) throw new MhbError('worker-failed', 'The worker holds another passbook');
  return held;
}

serveCalls<WorkerRequest, ToWorker>(globalThis as unknown as WorkerPort, {
  answer: (request, call) => {
    switch (request.call) {
      case 'read':
        return read(request, call);
      case 'hold':
        held = { number: request.number, passbook: records.passbook(request.head) };
        records = new PortionCollector();
        return null;
      case 'write':
        return write(assertHeld(request.about), request.files, call);
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
