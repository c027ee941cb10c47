import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Value } from 'typebox/value';
import {
  contactAnswerSchema,
  contactQuestionSchema,
  createHttpRegister,
  verificationAnswerSchema,
  verificationSchema,
} from './http-register.js';
import type { Applicant, Register } from './register.js';

const applicant: Applicant = {
  nationalId: 'F223456786',
  cardNumber: '000055556666',
  householdNumber: 'F1234567',
  birthDate: '1990-05-17',
  name: '陳怡君',
  registeredAddress: null,
};

interface Asked {
  readonly path: string | undefined;
  readonly method: string | undefined;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

let server: Server;
let register: Register;
let impatient: Register;
let asked: Asked[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const answering = (status: number, body: unknown): typeof answer => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return (_request, response) => void response.writeHead(status, { Location: '/elsewhere' }).end(text);
};

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { url, method, headers } = request;
      asked.push({ path: url, method, authorization: headers.authorization, body: JSON.parse(body) });
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  register = createHttpRegister({
    url: `http://127.0.0.1:${port}/mhb/`,
    authorization: 'Bearer key',
    contacts: true,
  });
  impatient = createHttpRegister({ url: `http://127.0.0.1:${port}`, authorization: 'key', callTimeout: 100 });
  asked = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (): Promise<string> =>
  register
    .verifyApplicant(applicant, new AbortController().signal)
    .catch(({ code }: { code: string }) => code);
const contact = () => register.contactOnRecord!(applicant.nationalId, new AbortController().signal);

it('sends requests according to the published schema, and accepts each of the three answers', async () => {
  for (const expected of ['match', 'no-match', 'see-a-person']) {
    answer = answering(200, { answer: expected });
    expect(await ask()).toBe(expected);
  }
  expect(asked.at(-1)).toEqual({
    path: '/mhb/verifications',
    method: 'POST',
    authorization: 'Bearer key',
    body: applicant,
  });
  expect(Value.Check(verificationSchema, asked.at(-1)?.body)).toBe(true);
});

it.each([
  ['another word', answering(200, { answer: 'yes' })],
  ['more than was asked', answering(200, { answer: 'match', nationalId: 'F223456786' })],
  ['true', answering(200, true)],
  ['no JSON', answering(200, 'match')],
  ['nothing', answering(200, '')],
  ['another success', answering(204, '')],
  ['a redirect', answering(302, { answer: 'match' })],
  ['that it does not know the address', answering(404, { answer: 'match' })],
  ['that it may not be asked', answering(401, { answer: 'match' })],
  ['that it fails', answering(500, { answer: 'match' })],
  ['without an end', answering(200, `{"answer":"match"${' '.repeat(20_000)}}`)],
  ['by breaking off', (_request: IncomingMessage, response: ServerResponse) => void response.destroy()],
])('does not count as confirmation: %s', async (_what, behaviour) => {
  answer = behaviour;
  expect(await ask()).toBe('service-unavailable');
});

it('is not waited for longer than the time limit of a call', async () => {
  answer = () => undefined;
  const call = impatient.verifyApplicant(applicant, new AbortController().signal);
  await expect(call).rejects.toMatchObject({ code: 'service-unavailable', retriable: true });
});

it('returns how a person on record can be reached, or that nothing is known', async () => {
  const known = { email: 'record@example.tw', mobile: null, postalAddress: '10699 臺北市大安區' };
  answer = answering(200, known);
  expect(await contact()).toEqual(known);
  expect(asked.at(-1)).toMatchObject({ path: '/mhb/contacts', body: { nationalId: applicant.nationalId } });
  answer = answering(404, '');
  expect(await contact()).toBeNull();
  answer = answering(200, { email: 5 });
  await expect(contact()).rejects.toMatchObject({ code: 'service-unavailable' });
});

it('matches docs/reference/register.md', async () => {
  const page = await readFile(new URL('../../../../docs/reference/register.md', import.meta.url), 'utf8');
  const published = [...page.matchAll(/```text\n([\s\S]*?)```/g)].map(([, text = '']): unknown =>
    JSON.parse(text),
  );
  const schemas = [verificationSchema, verificationAnswerSchema, contactQuestionSchema, contactAnswerSchema];
  expect(published).toEqual(schemas.map((schema): unknown => JSON.parse(JSON.stringify(schema))));
});
