import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGateway } from '@mhb-kit/gateway';
import { format, resolveConfig } from 'prettier';
import {
  configurationDefaults,
  configurationSchema,
  configurationVariables,
} from '../../packages/gateway/dist/config/configuration.js';
import * as commands from '../../packages/cli/dist/commands.js';
import * as manual from '../../packages/cli/dist/manual.js';
import { commandLinePage } from './command-line.mjs';
import { httpPage } from './http.mjs';
import { settingsPage } from './settings.mjs';

/** The contract of a gateway with all its parts, on a temporary database. */
async function apiDocument() {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'mhb-references-'));
  const gateway = createGateway({
    dataDirectory,
    port: 0,
    embedders: [],
    recordSource: { records: () => Promise.reject(new Error('No records are requested here')) },
    registration: { sender: { send: () => Promise.resolve() } },
  });
  try {
    await gateway.start();
    return await (await fetch(`${gateway.url}/v1/openapi.json`)).json();
  } finally {
    await gateway.stop();
    await rm(dataDirectory, { recursive: true });
  }
}

/**
 * The pages that are generated from the code, by their paths from the root. @returns
 * {Promise<Readonly<Record<string, string>>>}
 */
export async function referencePages() {
  const pages = {
    'docs/reference/settings.md': settingsPage({
      schema: /** @type {import('./settings.mjs').Schema} */ (/** @type {unknown} */ (configurationSchema)),
      defaults: configurationDefaults,
      variables: configurationVariables,
    }),
    'docs/reference/command-line.md': commandLinePage(commands, manual, 'en'),
    'docs/zh-Hant/reference/command-line.md': commandLinePage(commands, manual, 'zh-Hant'),
    'docs/reference/http.md': httpPage(await apiDocument()),
  };
  const root = new URL('../../', import.meta.url);
  const formatted = Object.entries(pages).map(async ([path, text]) => {
    const { pathname } = new URL(path, root);
    return [
      path,
      await format(text, {
        ...(await resolveConfig(pathname)),
        filepath: pathname,
        proseWrap: path.includes('zh-Hant') ? 'preserve' : 'always',
      }),
    ];
  });
  return Object.fromEntries(await Promise.all(formatted));
}
