#!/usr/bin/env node
import { runCommandLine } from '../command-line.js';

process.exitCode = await runCommandLine(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  // Treat an empty variable as unset. Windows and macOS set none of these variables.
  locale:
    [process.env['LC_ALL'], process.env['LC_MESSAGES'], process.env['LANG']].find((each) => each) ??
    Intl.DateTimeFormat().resolvedOptions().locale,
});
