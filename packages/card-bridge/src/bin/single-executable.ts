/** Entry point of the single executable. Runs the command line, or one of the bridge's helper processes. */
import { runCommand } from '../command/main.js';
import { startedAs } from '../installation/own-parts.js';
import { bundleOf } from '../installation/per-user.js';

const own = startedAs(process.argv[2]);
if (own === null) {
  // macOS starts an application without arguments.
  if (process.argv.length === 2 && bundleOf(process.execPath) !== null) process.argv.push('open');
  void runCommand([process.execPath]);
} else {
  // Removes the second argument, so that the rest are in the same positions as when Node runs a script file.
  process.argv.splice(1, 1);
  void (own === 'pcsc' ? import('../pcsc/child.js') : import('../pkcs11/module-process.js'));
}
