import { fileURLToPath } from 'node:url';
import { Application } from 'typedoc';

/** The API reference as Markdown, generated from the sources. */
const here = (/** @type {string} */ relative) => fileURLToPath(new URL(relative, import.meta.url));

const app = await Application.bootstrapWithPlugins({
  plugin: ['typedoc-plugin-markdown'],
  entryPoints: ['core', 'knowledge', 'elements', 'testkit', 'card-bridge', 'gateway'].map((name) =>
    here(`../../packages/${name}/src/index.ts`),
  ),
  tsconfig: here('tsconfig.api.json'),
  // TypeDoc empties this folder, so it must not contain anything else.
  out: here('../reference/api'),
  name: 'API',
  entryFileName: 'index',
  readme: 'none',
  excludePrivate: true,
  excludeProtected: true,
  hideGenerator: true,
  skipErrorChecking: true,
  disableSources: true,
  logLevel: 'Error',
});
const project = await app.convert();
if (project === undefined) process.exit(1);
await app.generateOutputs(project);
