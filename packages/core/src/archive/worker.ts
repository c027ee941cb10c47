import type { WorkerPort } from '../calls/index.js';
import { serveArchives } from './worker-host.js';

/** Entry point of an archive worker: `new Worker(new URL('…/archive/worker.js', …), { type: 'module' })`. */
serveArchives(globalThis as unknown as WorkerPort);
