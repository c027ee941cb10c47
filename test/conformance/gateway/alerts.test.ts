import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresInstalled } from './postgres-server.js';
import {
  executeInDatabase,
  logInWith,
  ming,
  refusal,
  startTestGateway,
  type TestGateway,
} from './support.js';

/**
 * Each event for which the production guide recommends an alert changes the metric or the log line that the
 * guide names. The events are caused in the database, by the source of records and by somebody who guesses.
 */
describe.skipIf(!postgresInstalled)('an operator is alerted', () => {
  let test: TestGateway;
  const log: string[] = [];
  const guessesBeforePauses = 3;

  beforeAll(async () => {
    test = await startTestGateway({
      database: 'postgresql',
      logger: pino({}, { write: (line: string) => log.push(line) }),
      pause: () => Promise.resolve(),
      limits: { failuresPerHour: guessesBeforePauses },
    });
  });
  afterAll(() => test.dispose());

  /** The sum of a metric over all its labels. */
  async function valueOf(metric: string): Promise<number> {
    const values = [
      ...(await test.gateway.metrics()).matchAll(new RegExp(`^${metric}(?:\\{.*\\})? (\\d+)$`, 'gm')),
    ];
    return values.reduce((sum, [, value]) => sum + Number(value), 0);
  }

  it('when an error in the gateway makes calls fail; the log states the reason, but nobody’s data', async () => {
    const client = await test.logIn();
    expect(await valueOf('mhb_http_failures_total')).toBe(0);
    await executeInDatabase(test, 'ALTER TABLE data_request RENAME TO missing_data_request');
    expect((await refusal(client.listRequests())).code).toBe('internal');
    await executeInDatabase(test, 'ALTER TABLE missing_data_request RENAME TO data_request');
    expect(await valueOf('mhb_http_failures_total')).toBeGreaterThan(0);
    const errors = log.filter((line) => line.includes('"level":50')).join('');
    expect(errors).toContain('data_request');
    expect(errors).not.toContain(ming.nationalId);
    await client.listRequests();
  });

  it('when somebody guesses', async () => {
    const guesser = test.client();
    const guess = (number: number): Promise<{ code: string }> => {
      const person = {
        ...ming,
        nationalId: `Z10000000${number}`,
        cardNumber: `10000000000${number}`,
        password: 'guess77',
      };
      return refusal(logInWith(guesser, null, person));
    };
    for (let number = 0; number < guessesBeforePauses; number += 1) await guess(number);
    expect(await valueOf('mhb_slowed_total')).toBe(0);
    for (let number = guessesBeforePauses; number < 2 * guessesBeforePauses; number += 1) await guess(number);
    expect(await valueOf('mhb_slowed_total')).toBe(guessesBeforePauses);
  });

  it('when requests stay open, because the source of records does not respond', async () => {
    const client = await test.logIn();
    let respond: () => void = () => undefined;
    test.source.gate = new Promise((resolve) => {
      respond = resolve;
    });
    await client.createRequest();
    expect(await valueOf('mhb_requests_open')).toBe(1);
    respond();
    await expect.poll(() => valueOf('mhb_requests_open')).toBe(0);
  });

  it('when the audit trail was changed after it was written', async () => {
    const alert = 'the audit trail was changed after it was written';
    await test.restart();
    await expect.poll(() => log.join('')).toContain('head of the audit trail');
    expect(log.join('')).not.toContain(alert);
    await executeInDatabase(test, 'DELETE FROM audit WHERE sequence > 2');
    await test.restart();
    await expect.poll(() => log.join('')).toContain(alert);
  });
});
