import { describe, expect, it } from 'vitest';
import { MhbError } from '@mhb-kit/core/error';
import { isOutage } from './outage.js';

const coded = (code: string, message = ''): Error => Object.assign(new Error(message), { code });

describe('an error', () => {
  it.each([
    ['no server', coded('ECONNREFUSED')],
    ['a server that is told to stop', coded('57P01')],
    ['a standby that only reads', coded('25006')],
    ['a full disk under the database', coded('53100')],
    ['a full disk under the archives', coded('ENOSPC')],
    ['a connection that broke', new Error('Connection terminated unexpectedly')],
    ['no connection in time', new Error('timeout exceeded when trying to connect')],
    ['the embedded database when it has stopped', new MhbError('service-unavailable')],
    ['object storage that fails', Object.assign(new Error('SlowDown'), { $fault: 'server' })],
    ['any of them within another error', new Error('Failed query', { cause: coded('08006') })],
  ])('for %s passes by itself', (_, error) => {
    expect(isOutage(error)).toBe(true);
  });

  it.each([
    ['a row that is there already', coded('23505')],
    ['a mistake in a query', coded('42601')],
    ['a file that is not there', coded('ENOENT')],
    ['object storage that refuses', Object.assign(new Error('AccessDenied'), { $fault: 'client' })],
    ['a mistake in our code', new TypeError('x is not a function')],
    ['no error at all', 'ECONNREFUSED'],
  ])('for %s does not', (_, error) => {
    expect(isOutage(error)).toBe(false);
  });

  it('may contain a cycle', () => {
    const error = new Error('one');
    error.cause = new Error('two', { cause: error });
    expect(isOutage(error)).toBe(false);
  });
});
