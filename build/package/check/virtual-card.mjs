import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { anyHolder, virtualNhiCard } from '@mhb-kit/testkit/card';
import { vpcdSlot } from '../../../packages/testkit/dist/card/vpcd-slot.js';

/** A virtual NHI card in the reader of a PC/SC daemon in this network namespace, until this process ends. */

const relay = fileURLToPath(new URL('../../../packages/testkit/dist/card/vpcd-relay.js', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'mhb-card-'));
const child = spawn(process.execPath, [relay, directory, '35963', '35964'], {
  stdio: ['pipe', 'inherit', 'inherit'],
});
child.once('exit', () => process.exit(1));
const slot = vpcdSlot('Virtual PCD 00 00', join(directory, 'slot0.sock'));
await slot.insert(virtualNhiCard(anyHolder));
console.log('inserted');
setInterval(() => undefined, 60_000);
