import { build, install, requireNode } from './prepare.mjs';

/**
 * `npm start`: from a bare checkout to the running product. Everything that needs npm packages is imported only after
 * they have been installed and built.
 */
requireNode();
install();
build();
const { runDemonstration } = await import('./demonstration.mjs');
await runDemonstration(process.argv.slice(2));
