import { pino } from 'pino';
import { expect, it } from 'vitest';
import { MhbError } from '@mhb-kit/core/error';
import { discreetLog } from './failure-log.js';

const secret = 'A123456789';

function logged(error: unknown): { text: string; err: Record<string, unknown> } {
  const lines: string[] = [];
  discreetLog(pino({}, { write: (line: string) => lines.push(line) })).error({ err: error }, 'failed');
  const text = lines.join('');
  return { text, err: (JSON.parse(text) as { err: Record<string, unknown> }).err };
}

it('writes neither the parameters of a failed query nor the values in a database error', () => {
  const cause = Object.assign(new Error(`duplicate key value ${secret}`), {
    code: '23505',
    detail: `Key (name)=(${secret}) already exists.`,
  });
  const error = Object.assign(new Error(`Failed query: insert …\nparams: ${secret}`, { cause }), {
    query: 'insert into account values ($1)',
    params: [secret],
  });
  const { text, err } = logged(error);
  expect(text).not.toContain(secret);
  expect(err).toMatchObject({ query: 'insert into account values ($1)', cause: { code: '23505' } });
  expect((err['frames'] as string[])[0]).toContain('failure-log.test.ts');
});

it('writes no name that other software put into an error', () => {
  const error = new TypeError(`no mailbox for ${secret}\n    at nobody (${secret}:1:1)`);
  for (const thrown of [error, Object.assign(error, { rejected: [secret] }), secret, { secret }, null]) {
    expect(logged(thrown).text).not.toContain(secret);
  }
});

it('writes the messages of our own errors and of the operating system', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), {
    code: 'ECONNREFUSED',
    syscall: 'connect',
  });
  const { err } = logged(
    new MhbError('service-unavailable', 'The SMS provider answered 500', { cause: refused }),
  );
  expect(err).toMatchObject({
    message: 'The SMS provider answered 500',
    code: 'service-unavailable',
    cause: { message: 'connect ECONNREFUSED 127.0.0.1:5432', code: 'ECONNREFUSED' },
  });
});

it('ends if an error is its own cause', () => {
  const circle = new Error('round');
  circle.cause = circle;
  expect(logged(circle).err['type']).toBe('Error');
});
