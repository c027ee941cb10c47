// Runs @imranq2/fhirpatientsummary on files: prints for each file a line of JSON with its sections by title.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// Its ES module is not where its package.json says.
const { ComprehensiveIPSCompositionBuilder } = createRequire(import.meta.url)('@imranq2/fhirpatientsummary');
const [now, ...files] = process.argv.slice(2);

for (const file of files) {
  const bundle = JSON.parse(readFileSync(file, 'utf8'));
  const resources = bundle.entry.map(({ resource }) => resource);
  const builder = new ComprehensiveIPSCompositionBuilder().setPatient(
    resources.find(({ resourceType }) => resourceType === 'Patient'),
  );
  const silent = { info: () => undefined, log: () => undefined, warn: () => undefined };
  await builder.readBundleAsync(bundle, 'Asia/Taipei', false, false, silent);
  const summary = await builder.buildBundleAsync(
    'reader',
    'Reader',
    'https://reader.example',
    'Asia/Taipei',
    false,
    undefined,
    new Date(now),
  );
  const [composition] = summary.entry.map(({ resource }) => resource);
  const sections = composition.section.map(({ title, text }) => [title, text.div.replace(/<[^>]*>/g, ' ')]);
  process.stdout.write(`${JSON.stringify(Object.fromEntries(sections))}\n`);
}
