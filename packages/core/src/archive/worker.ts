import type { WorkerPort } from '../calls/index.js';
import { serveArchives } from './worker-host.js';

/** The script of an archive worker: `new Worker(new URL('…/archive/worker.js', …), { type: 'module' })`. */
serveArchives(globalThis as unknown as WorkerPort);
