import { MhbError } from '@mhb-kit/core/error';
import {
  checkPage,
  describeFinding,
  describeNote,
  type Finding,
  type NoteCode,
} from '@mhb-kit/core/page-check';
import { checkCodes } from '../exit-codes.js';
import { printable, printableJson } from '../printable.js';
import { languageOf, type Terminal } from '../terminal.js';
import { withBrowser, type Browser } from './browser.js';
import { findBrowser } from './find-browser.js';
import { observePage, type Observed } from './observe-page.js';

export interface CheckOptions {
  readonly gateway?: string;
  readonly browser?: string;
  readonly headersOnly?: boolean;
  readonly acceptAnyCertificate?: boolean;
  readonly json?: boolean;
  readonly signal: AbortSignal;
}

/**
 * Runs `mhb check`, which checks a page and prints the problems. Returns the exit code.
 * @throws {MhbError} `page-unreachable`
 */
export async function check(typed: string, options: CheckOptions, terminal: Terminal): Promise<number> {
  if (!URL.canParse(typed) || !/^https?:/.test(typed))
    throw new MhbError('page-unreachable', 'This is not the address of a web page');
  const path = options.headersOnly === true ? null : (options.browser ?? (await findBrowser()));
  const { signal, gateway, acceptAnyCertificate = false } = options;
  const observe = (browser: Browser | null): Promise<Observed> =>
    observePage(typed, { browser, gateway, acceptAnyCertificate, signal });
  const { observation, notes } =
    path === null ? await observe(null) : await withBrowser({ path, acceptAnyCertificate, signal }, observe);
  const findings = checkPage(observation);
  const looked = observation.document === null ? 'headers' : 'page';
  terminal.stdout.write(
    options.json === true
      ? `${printableJson(JSON.stringify(forPrograms(observation.url, looked, findings, notes, terminal), null, 2))}\n`
      : forPeople(observation.url, looked, findings, notes, terminal),
  );
  if (findings.length > 0) return checkCodes.findings;
  return looked === 'page' ? checkCodes.clean : checkCodes.headersClean;
}

const forPrograms = (
  url: string,
  looked: 'headers' | 'page',
  findings: readonly Finding[],
  notes: readonly NoteCode[],
  terminal: Terminal,
): object => ({
  url,
  looked,
  findings: findings.map((finding) => ({
    ...finding,
    ...describeFinding(finding.code, languageOf(terminal)),
  })),
  unchecked: notes.map((code) => ({ code, message: describeNote(code, languageOf(terminal)) })),
});

const words = {
  'zh-Hant': {
    clean: { page: '沒有發現問題。', headers: '標頭與閘道沒有發現問題，但沒有檢查網頁本身。' },
    counted: (errors: number, warnings: number) => `${errors} 個錯誤，${warnings} 個警告。`,
    severity: { error: '錯誤', warning: '警告' },
    remedy: '怎麼改',
    unchecked: '沒有檢查的項目：',
  },
  en: {
    clean: {
      page: 'No problems found.',
      headers: 'No problems found in the headers or the gateway. The page itself was not checked.',
    },
    counted: (errors: number, warnings: number) =>
      `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.`,
    severity: { error: 'error', warning: 'warning' },
    remedy: 'Remedy',
    unchecked: 'Not checked:',
  },
} as const;

function forPeople(
  url: string,
  looked: 'headers' | 'page',
  findings: readonly Finding[],
  notes: readonly NoteCode[],
  terminal: Terminal,
): string {
  const language = languageOf(terminal);
  const { clean, counted, severity: severities, remedy: todo, unchecked } = words[language];
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const blocks = findings.map(({ code, severity, where }) => {
    const { message, remedy } = describeFinding(code, language);
    const place = where === null ? [] : [`  ${printable(where)}`];
    return [`${severities[severity]} (${code})`, `  ${message}`, ...place, `  ${todo}: ${remedy}`, ''].join(
      '\n',
    );
  });
  return [
    printable(url),
    '',
    ...blocks,
    findings.length === 0 ? clean[looked] : counted(errors, findings.length - errors),
    ...(notes.length === 0 ? [] : [unchecked, ...notes.map((code) => `- ${describeNote(code, language)}`)]),
    '',
  ].join('\n');
}
