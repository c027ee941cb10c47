/** Entry point of the single executable: runs the command line, or one of the bridge's own processes. */
import { runCommand } from '../command/main.js';
import { startedAs } from '../installation/own-parts.js';
import { bundleOf } from '../installation/per-user.js';

const own = startedAs(process.argv[2]);
if (own === null) {
  // macOS starts applications without arguments.
  if (process.argv.length === 2 && bundleOf(process.execPath) !== null) process.argv.push('open');
  void runCommand([process.execPath]);
} else {
  // Makes the arguments look as if the process had been started from a separate script.
  process.argv.splice(1, 1);
  void (own === 'pcsc' ? import('../pcsc/child.js') : import('../pkcs11/module-process.js'));
}
