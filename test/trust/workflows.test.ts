import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Workflows that run with the project's permissions on GitHub. */

const folder = new URL('../../.github/workflows/', import.meta.url);

describe.each(readdirSync(folder))('the workflow %s', (file) => {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const lines = text.split('\n');

  it('uses only actions by GitHub, each pinned to a commit', () => {
    const uses = lines.flatMap((line) => /^\s*(?:- )?uses:\s*(.+)$/.exec(line)?.[1] ?? []);
    expect(uses.length).toBeGreaterThan(0);
    for (const action of uses) expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40} # v\d/);
  });

  it('has only read permission, except for jobs that state otherwise', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n\n/m);
  });

  it('passes no text of a pull request to a shell', () => {
    const commands = lines.filter((line) => /^\s*(?:- )?run:/.test(line));
    for (const command of commands) expect(command).not.toContain('${{');
    expect(text).not.toContain('pull_request_target');
  });
});
