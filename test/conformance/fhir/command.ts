import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Definitions, type JsonObject } from './definitions.js';
import type { Finding } from './findings.js';
import { ProfileChecker } from './profile-checker.js';
import { demonstrationPeople, exported, forms, lives } from './subjects.js';

/** `npm run profiles`: checks exports against the guides' definitions. See docs/trust/fhir.md. */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lives: { type: 'string' },
    person: { type: 'string' },
    form: { type: 'string' },
    warnings: { type: 'boolean', default: false },
    every: { type: 'boolean', default: false },
  },
});

const folder = process.env['MHB_PROFILES'];
if (folder === undefined) throw new Error('MHB_PROFILES names no folder with the packages of the guides.');
const checker = new ProfileChecker(Definitions.load(folder));
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const total = new Map<string, number>();

/** The same finding at another place of the same resource type. */
const kindOf = ({ rule, path, message }: Finding): string =>
  `${rule} ${path.replace(/^Bundle\.entry\[\d+\]\.resource/, '').replaceAll(/\[\d+\]/g, '[]')} ${message}`;

function judge(name: string, resource: JsonObject): void {
  const { findings, errors, notChecked } = checker.check(resource);
  const unchecked = [...notChecked.values()].reduce((sum, count) => sum + count, 0);
  print(
    `${errors.length === 0 ? '✓' : '✗'} ${name}: ${errors.length} errors, ${findings.length - errors.length} warnings, ${unchecked} not checked`,
  );
  const kinds = new Map<string, number>();
  for (const finding of values.warnings ? findings : errors) {
    const { severity, rule, path, message, profile } = finding;
    if (values.every) print(`  ${severity} ${rule} ${path}: ${message} (${profile})`);
    const kind = `${severity} ${typeAt(resource, path)}${kindOf(finding)} (${profile})`;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  for (const [kind, count] of [...kinds].sort(([, a], [, b]) => b - a)) {
    if (!values.every) print(`  ${count} × ${kind}`);
    total.set(kind, (total.get(kind) ?? 0) + count);
  }
}

/** The type of the resource at a path in a bundle. */
function typeAt(resource: JsonObject, path: string): string {
  const index = /^Bundle\.entry\[(\d+)\]\.resource/.exec(path)?.[1];
  if (index === undefined) return '';
  const entry = (resource['entry'] as readonly { resource?: JsonObject }[])[Number(index)];
  return `${String(entry?.resource?.['resourceType'])} `;
}

for (const file of positionals) judge(file, JSON.parse(readFileSync(file, 'utf8')) as JsonObject);
const subjects =
  positionals.length > 0
    ? []
    : values.lives === undefined
      ? demonstrationPeople
      : lives(Number(values.lives));
for (const subject of subjects.filter(({ name }) => name.includes(values.person ?? ''))) {
  for (const form of forms.filter(({ name }) => name.includes(values.form ?? ''))) {
    judge(`${subject.name}, ${form.name}`, await exported(subject, form));
  }
}
if (subjects.length > 1) {
  print(`\nAll together: ${[...total.values()].reduce((sum, count) => sum + count, 0)} findings`);
  for (const [kind, count] of [...total].sort(([, a], [, b]) => b - a)) print(`  ${count} × ${kind}`);
}
process.exitCode = [...total.keys()].some((kind) => kind.startsWith('error')) ? 1 : 0;
