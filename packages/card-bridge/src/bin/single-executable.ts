/** Entry point of the single executable: runs the command line, or one of the bridge's own processes. */
import { runCommand } from '../command/main.js';
import { startedAs } from '../installation/own-parts.js';

const own = startedAs(process.argv[2]);
if (own === null) {
  void runCommand([process.execPath]);
} else {
  // The arguments as in a process that was started from a separate script.
  process.argv.splice(1, 1);
  void (own === 'pcsc' ? import('../pcsc/child.js') : import('../pkcs11/module-process.js'));
}
