import { readFileSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { oursStreaming, zipJsStreaming } from './readers.mjs';

/** `node memory.mjs ours|zipJs ARCHIVE PASSWORD` prints the peak resident memory above the loaded input, in bytes. */

const [reader, path = '', password = ''] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(path));
setFlagsFromString('--expose-gc');
runInNewContext('gc')();
// From here on the kernel counts again (proc(5), clear_refs).
writeFileSync('/proc/self/clear_refs', '5');
const before = process.memoryUsage.rss();
await (reader === 'ours' ? oursStreaming : zipJsStreaming)(bytes, password);
const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'));
console.log(Number(peak?.[1]) * 1024 - before);
