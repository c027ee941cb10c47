import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { launchBrowser } from '../e2e/browser.js';
import { judgeSource } from './foreign-programs.js';
import type { Shown } from './truth.js';

/** Opens exports with each program, and reads the content it shows. */

/** `@imranq2/fhirpatientsummary` writes its own patient summary from a bundle. */
export function askSummary(folder: string, files: readonly string[], now: Date): readonly Shown[] {
  const { stdout, stderr, status } = spawnSync(
    'node',
    [join(folder, 'summary.mjs'), now.toISOString(), ...files],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Error(`fhirpatientsummary failed: ${stderr.slice(0, 500)}`);
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const sections = JSON.parse(line) as Readonly<Record<string, string>>;
      return {
        'drugs in use': sections['Medication Summary'] ?? '',
        allergies: sections['Allergies and Intolerances'] ?? '',
        problems: sections['Problem List'] ?? '',
        results: `${sections['Results Summary'] ?? ''} ${sections['Vital Signs'] ?? ''}`,
      };
    });
}

/** Medplum's patient summary, in Chromium, on a page without network. Saves screenshots next to the files. */
export async function askMedplum(folder: string, files: readonly string[]): Promise<readonly Shown[]> {
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: 'built',
      lib: { entry: 'page.mjs', formats: ['es'], fileName: 'page' },
    },
  });
  const script = readFileSync(join(folder, 'built', 'page.js'), 'utf8');
  const style = readFileSync(join(folder, 'node_modules', '@mantine', 'core', 'styles.css'), 'utf8');
  const browser = await launchBrowser();
  try {
    const shown: Shown[] = [];
    for (const file of files) {
      const page = await browser.newPage({ viewport: { width: 520, height: 1600 } });
      await page.route('**/*', (route) =>
        route.request().url() === 'http://reader.example/'
          ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<!doctype html><body></body>' })
          : route.abort(),
      );
      await page.goto('http://reader.example/');
      await page.addStyleTag({ content: style });
      await page.addScriptTag({ content: script, type: 'module' });
      await page.waitForFunction('globalThis.show !== undefined');
      await page.evaluate(`show(${readFileSync(file, 'utf8')})`);
      await page.getByText('Allergies', { exact: true }).waitFor();
      shown.push(sectionsOf((await page.evaluate('document.body.innerText')) as string));
      await page.screenshot({ path: file.replace(/json$/, 'png'), fullPage: true });
      await page.close();
    }
    return shown;
  } finally {
    await browser.close();
  }
}

const HEADINGS = [
  'Insurance',
  'Allergies',
  'Problems',
  'Medications',
  'Labs',
  'Sexual Orientation',
  'Smoking Status',
  'Vitals',
];

/** The text below each heading. A drug's state is below its name. */
function sectionsOf(text: string): Shown {
  const sections = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of text
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '')) {
    if (HEADINGS.includes(line)) sections.set(line, (lines = []));
    else lines.push(line);
  }
  const drugs = sections.get('Medications') ?? [];
  return {
    'drugs in use': drugs.filter((_, index) => drugs[index + 1] === 'ACTIVE').join(' '),
    allergies: (sections.get('Allergies') ?? []).join(' '),
    problems: (sections.get('Problems') ?? []).join(' '),
    results: sections.has('Labs') ? (sections.get('Labs') ?? []).join(' ') : null,
  };
}

/** Errors that HAPI's validator finds in each file, with their places and messages. */
export function askHapi(
  folder: string,
  packages: string,
  files: readonly string[],
): readonly (readonly string[])[] {
  const { stdout, stderr, status } = spawnSync(
    'java',
    ['-Xmx4g', '-cp', join(folder, 'lib', '*'), judgeSource, packages, ...files],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Error(`HAPI's validator failed: ${stderr.slice(0, 500)}`);
  const errors = new Map<string, string[]>(files.map((file) => [file, []]));
  for (const line of stdout.split('\n')) {
    const [kind, file = '', place, message] = line.split('\t');
    if (kind === 'error') errors.get(file)?.push(`${place}: ${message}`);
  }
  return files.map((file) => errors.get(file) ?? []);
}
