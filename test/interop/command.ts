import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demonstrationPeople, exported, forms, now } from '../conformance/fhir/subjects.js';
import { hapiArchives, npmPrograms } from './foreign-programs.js';
import { readFromHapi } from './hapi-server.js';
import { askHapi, askMedplum, askSummary } from './readers.js';
import { scoreOf, wantedFrom, type Shown, type Topic, type Wanted } from './truth.js';

/** `npm run interop`: opens exports of invented people with other people's programs. See docs/trust/interop.md. */

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const folder = join(tmpdir(), 'mhb-kit-interop');
mkdirSync(folder, { recursive: true });

const TOPICS: readonly Topic[] = ['drugs in use', 'allergies', 'problems', 'results'];

/** Readers get Chinese exports with the person's identity. The validator also gets English ones. */
const exports: { readonly file: string; readonly name: string; readonly wanted: Wanted | null }[] = [];
for (const [index, subject] of demonstrationPeople.entries()) {
  const wanted = wantedFrom(await subject.passbook(), now);
  for (const form of forms) {
    const isRead = form.name.endsWith('identified');
    if (!isRead && !form.name.endsWith('in English')) continue;
    const file = join(folder, `${index}-${form.name.replaceAll(/\W+/g, '-')}.json`);
    writeFileSync(file, JSON.stringify(await exported(subject, form)));
    const name = `${subject.name}, ${isRead ? (form.name.split(',')[0] ?? '') : form.name}`;
    exports.push({ file, name, wanted: isRead ? wanted : null });
  }
}
const read = exports.flatMap(({ wanted, ...each }) => (wanted === null ? [] : [{ ...each, wanted }]));
const readFiles = read.map(({ file }) => file);
print(`Exports and screenshots: ${folder}`);

function table(title: string, shown: readonly Shown[]): void {
  print(`\n### ${title}\n`);
  print(`| export | ${TOPICS.join(' | ')} |`);
  print(`| --- |${' --- |'.repeat(TOPICS.length)}`);
  for (const [index, { name, wanted }] of read.entries()) {
    const one = shown[index];
    if (one === undefined) continue;
    const score = scoreOf(wanted, one);
    print(`| ${name} | ${TOPICS.map((topic) => score[topic]).join(' | ')} |`);
  }
}

const npm = npmPrograms();
table('@imranq2/fhirpatientsummary 1.0.45', askSummary(npm, readFiles, now));
table('Medplum 4.5.1, patient summary in Chromium', await askMedplum(npm, readFiles));

const packages = process.env['MHB_PROFILES'];
const hapi = packages === undefined ? null : hapiArchives('validator');
if (packages === undefined || hapi === null) {
  print("\nHAPI's validator was not asked: it needs Java, Maven and MHB_PROFILES.");
} else {
  print('\n### HAPI 8.8.0, instance validator\n');
  print('| export | errors |');
  print('| --- | --- |');
  const errors = askHapi(
    hapi,
    packages,
    exports.map(({ file }) => file),
  );
  for (const [index, { name }] of exports.entries()) print(`| ${name} | ${errors[index]?.length ?? 0} |`);
  for (const error of new Set(errors.flat().map((line) => line.replaceAll(/\[\d+\]|\/\*[^*]*\*\//g, '')))) {
    print(`  ${error}`);
  }
  if (errors.some((each) => each.length > 0)) process.exitCode = 1;
}

const server = hapiArchives('server');
if (server === null) {
  print("\nNothing was read from HAPI's server: it needs Java and Maven.");
} else {
  print('\n### Lives read from HAPI 8.8.0, its server, through the record source of the gateway\n');
  if (!(await readFromHapi(server))) process.exitCode = 1;
}
