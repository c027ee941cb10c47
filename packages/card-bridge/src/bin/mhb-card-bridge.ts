#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { MhbError } from '@mhb-kit/core/error';
import { describeError } from '@mhb-kit/core/error-messages';
import { buildProgram } from '../command/program.js';
import { commandWords } from '../command/words.js';

const { LC_ALL, LC_MESSAGES, LANG } = process.env;
const locale = LC_ALL ?? LC_MESSAGES ?? LANG ?? 'en';

try {
  await buildProgram(commandWords(locale), fileURLToPath(import.meta.url)).parseAsync();
} catch (error) {
  if (!(error instanceof MhbError)) throw error;
  const { message, remedy } = describeError(error.code, locale);
  process.stderr.write(`${message}\n${remedy}\n(${error.code}: ${error.message})\n`);
  process.exitCode = 1;
}
