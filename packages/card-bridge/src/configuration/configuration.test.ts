import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { parseConfiguration } from './configuration.js';

const origins = [{ origin: 'https://portal.example.tw', consent: 'ask' }];

it('accepts everything in the schema, and describes every setting', async () => {
  const whole = {
    $schema: './config.schema.json',
    origins,
    ports: [17788],
    drivers: ['pcsc-mini'],
    pkcs11Module: '/usr/lib/libHicos_p11v1.so',
    logLevel: 'warn',
  };
  expect(parseConfiguration(JSON.stringify(whole))).toEqual(whole);
  const schema = JSON.parse(await readFile(new URL('../../config.schema.json', import.meta.url), 'utf8')) as {
    properties: object;
  };
  expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(whole).sort());
});

it.each([
  ['', 'config.json: expected JSON'],
  ['null', 'config.json: expected {…}'],
  ['[]', 'config.json: expected {…}'],
  ['{}', 'origins: expected a list'],
  [JSON.stringify({ origins: {} }), 'origins: expected a list'],
  [JSON.stringify({ origins: [null] }), 'origins[0]: expected {…}'],
  [JSON.stringify({ origins, port: 1 }), 'port: expected $schema | origins | ports'],
  [JSON.stringify({ origins, ports: [17788, 0] }), 'ports[1]: expected 1 … 65535'],
  [JSON.stringify({ origins, drivers: ['pcsc'] }), 'drivers[0]: expected "pcsclite" | "pcsc-mini"'],
  [JSON.stringify({ origins, pkcs11Module: 'module.so' }), 'pkcs11Module: expected an absolute path'],
  [JSON.stringify({ origins, logLevel: 'loud' }), 'logLevel: expected "silent"'],
  [
    JSON.stringify({ origins: [{ origin: 'https://a.example', consent: 'always' }] }),
    'origins[0].consent: expected "ask" | "enrolled"',
  ],
  [JSON.stringify({ origins: [{ origin: 'https://a.example/', consent: 'ask' }] }), 'https://a.example/'],
])('names what is wrong in %s', (text, named) => {
  expect(() => parseConfiguration(text)).toThrow(named);
});
