import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { oursStreaming, zipJsStreaming } from './readers.mjs';

/** `node memory.mjs ours|zipJs ARCHIVE PASSWORD` prints the peak resident memory above the loaded input, in bytes. */

const [reader, path = '', password = ''] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(path));
setFlagsFromString('--expose-gc');
runInNewContext('gc')();
const before = process.memoryUsage.rss();
await (reader === 'ours' ? oursStreaming : zipJsStreaming)(bytes, password);
// Kilobytes.
console.log(process.resourceUsage().maxRSS * 1024 - before);
