import { existsSync } from 'node:fs';
import { build, install, requireNode } from '../build/prepare.mjs';
import { ensureRequirements } from '../build/requirements.mjs';

/**
 * `npm start`: from a fresh checkout to the running product. Everything that needs npm packages is imported
 * only after they have been installed and built.
 */
const args = process.argv.slice(2);
requireNode();
if (args.includes('--check')) requireChromium();
install();
build();
const { runDemonstration } = await import('./demonstration.mjs');
await runDemonstration(args);

/** `--check` needs Chromium: installs it if possible, and ends the process if it is missing. */
function requireChromium() {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH !== undefined && existsSync(CHROME_PATH)) return;
  const { missing } = ensureRequirements(['chromium', 'fonts-droid-fallback']);
  if (!missing.some((requirement) => requirement.package === 'chromium')) return;
  console.error(
    'npm start -- --check needs Chromium. Install it (apt-get install chromium) or set CHROME_PATH to one.',
  );
  process.exit(1);
}
