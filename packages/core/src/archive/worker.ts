import { serveArchives } from './worker-host.js';
import type { Port } from './worker-protocol.js';

/** The script of an archive worker: `new Worker(new URL('…/archive/worker.js', …), { type: 'module' })`. */
serveArchives(globalThis as unknown as Port);
