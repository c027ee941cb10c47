#!/usr/bin/env node
import { runCommandLine } from '../command-line.js';

process.exitCode = await runCommandLine(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  // An empty variable counts as unset; Windows and macOS do not set any of these.
  locale:
    [process.env['LC_ALL'], process.env['LC_MESSAGES'], process.env['LANG']].find((each) => each) ??
    Intl.DateTimeFormat().resolvedOptions().locale,
});
