import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** A command's input and output, which are those of the process or of a test. */
export interface Terminal {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** The locale, such as `zh_TW.UTF-8`, which determines the language. */
  readonly locale: string;
}

export type Language = 'zh-Hant' | 'en';

export const languageOf = ({ locale }: Terminal): Language => (/^zh/i.test(locale) ? 'zh-Hant' : 'en');

export const isInteractive = ({ stdin, stderr }: Terminal): boolean =>
  stdin.isTTY === true && stderr.isTTY === true;

/** Asks a question on the terminal, without showing what the person types. */
export async function askSecretly(
  question: string,
  { stdin, stderr }: Terminal,
  signal: AbortSignal,
): Promise<string> {
  stderr.write(question);
  const nowhere = new Writable({
    write(_chunk, _encoding, done) {
      done();
    },
  });
  const lines = createInterface({ input: stdin, output: nowhere, terminal: true });
  try {
    return await lines.question('', { signal });
  } finally {
    lines.close();
    stderr.write('\n');
  }
}

/**
 * Reads the first line of standard input. Scripts pass passwords this way, because every user can see a
 * program's arguments.
 */
export async function firstLine({ stdin }: Terminal): Promise<string> {
  const lines = createInterface({ input: stdin });
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
  }
}

const PROGRESS_AFTER_MS = 400;
const PROGRESS_EVERY_MS = 100;

/**
 * Shows the progress of a long operation on one line, and removes the line at the end. Shows nothing if the
 * operation is short or there is no terminal.
 */
export function showProgress(
  { stderr }: Terminal,
  label: string,
): { update(fraction: number): void; end(): void } {
  const start = performance.now();
  let shown = 0;
  return {
    update(fraction) {
      const now = performance.now();
      if (stderr.isTTY !== true || now - start < PROGRESS_AFTER_MS || now - shown < PROGRESS_EVERY_MS) return;
      shown = now;
      stderr.write(`\r${label} ${Math.floor(fraction * 100)} %`);
    },
    end() {
      if (shown > 0) stderr.write('\r\u001b[K');
    },
  };
}
