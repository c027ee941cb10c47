import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseConfiguration } from './configuration.js';
import { productionRisks } from './production.js';

const refusal = (file: unknown, environment = {}): string => {
  try {
    parseConfiguration(file, environment);
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
};

describe('the configuration', () => {
  it('has defaults, overridden by a file, overridden by the environment', () => {
    expect(parseConfiguration({}, {})).toMatchObject({
      port: 8081,
      host: '127.0.0.1',
      passwordPolicy: 'asvs',
    });
    expect(parseConfiguration({ port: 9000, host: '::1' }, { MHB_PORT: '9100', MHB_HOST: '' })).toMatchObject(
      {
        port: 9100,
        host: '::1',
      },
    );
  });

  it('takes secrets of a group from the environment if the group exists', () => {
    const environment = {
      MHB_FHIR_TOKEN: 'fhir-token',
      MHB_S3_ACCESS_KEY_ID: 'key-id',
      MHB_S3_SECRET_ACCESS_KEY: 'secret',
      MHB_SMTP_URL: 'smtps://mhb:word@mail.example.tw',
      MHB_SMS_AUTHORIZATION: 'Bearer sms',
      MHB_REGISTER_AUTHORIZATION: 'Bearer register',
    };
    const file = {
      records: { kind: 'fhir', baseUrl: 'https://fhir.example.tw', method: 'search' },
      archives: { kind: 's3', bucket: 'archives', secretAccessKey: 'from the file' },
      registration: {
        smtp: { url: 'smtp://127.0.0.1', from: 'no-reply@example.tw' },
        sms: { url: 'https://sms.example.tw' },
        register: { kind: 'http', url: 'https://register.example.tw' },
      },
    };
    expect(parseConfiguration(file, environment)).toMatchObject({
      records: { token: 'fhir-token' },
      archives: { accessKeyId: 'key-id', secretAccessKey: 'secret' },
      registration: {
        smtp: { url: 'smtps://mhb:word@mail.example.tw' },
        sms: { authorization: 'Bearer sms' },
        register: { authorization: 'Bearer register' },
      },
    });
    const { MHB_FHIR_TOKEN, ...others } = environment;
    expect(MHB_FHIR_TOKEN).toBeTruthy();
    expect(parseConfiguration({}, others)).toEqual(parseConfiguration({}, {}));
    // Records in a folder need no token, so a token is reported as an error instead of being ignored.
    expect(refusal({}, environment)).toContain('records');
  });

  it('names every setting that is wrong', () => {
    expect(refusal({ prot: 1, port: 70_000, session: { idleMinutes: 0 } })).toBe(
      'prot is not a setting; port must be <= 65535; session must have required properties absoluteMinutes; session.idleMinutes must be > 0',
    );
    expect(refusal({}, { MHB_PORT: 'http' })).toContain('port');
    expect(refusal({}, { MHB_ROOT_KEY: 'too-short' })).toContain('rootKey');
    expect(refusal([])).toBe('The configuration must be a JSON object');
  });

  it('checks that limits are consistent', () => {
    const networks = [{ name: 'clinic', addresses: ['203.0.113.0/28'], failuresPerHour: 500 }];
    const limits = { guessesPerDay: { unknownReaders: 20 }, networks };
    expect(parseConfiguration({ environment: 'development', limits }, {}).limits).toEqual(limits);
    expect(refusal({ limits: { guessesPerDay: { unknownReaders: 1_000 } } })).toBe(
      'limits.guessesPerDay allows 1035 guesses per day and account; the maximum is 75',
    );
    expect(refusal({ limits: { networks: [{ name: 'clinic', addresses: ['clinic'] }] } })).toBe(
      'limits.networks: clinic of clinic is not a network',
    );
    expect(refusal({ limits: { guesses: 5, failuresPerHour: 0 } })).toContain(
      'limits.guesses is not a setting',
    );
    expect(refusal({ loginsPerMinute: 0 })).toContain('loginsPerMinute must be >= 1');
  });

  it('refuses unsafe settings in production, and names them', () => {
    const unsafe = parseConfiguration(
      {
        environment: 'production',
        minimumAssurance: 'card-read',
        records: { kind: 'fhir', baseUrl: 'http://fhir.example.tw', method: 'search' },
        archives: { kind: 's3', bucket: 'archives', endpoint: 'http://objects.example.tw' },
        registration: {
          smtp: { url: 'smtp://127.0.0.1', from: 'no-reply@example.tw' },
          sms: { url: 'http://sms.example.tw' },
        },
        embedders: [{ id: 'portal', name: 'Portal', origins: ['http://portal.example.tw'] }],
      },
      {},
    );
    expect(productionRisks(unsafe)).toEqual([
      'rootKey is not set: the key would be stored beside the data that it protects',
      'publicUrl is not https',
      'trustProxy is not set: all callers behind the proxy would count as one',
      'records.baseUrl is not https',
      'archives.endpoint is not https',
      'registration.sms.url is not https',
      'minimumAssurance accepts logins with data that any reader can read from a card',
      'registration.register is not set: nothing would confirm the identity of applicants',
      'http://portal.example.tw is not https',
    ]);
    expect(productionRisks({ ...unsafe, environment: 'development' })).toEqual([]);
    expect(
      productionRisks({
        ...unsafe,
        rootKey: randomBytes(32).toString('base64url'),
        publicUrl: 'https://gateway.example.tw',
        trustProxy: '127.0.0.1',
        // Nobody can intercept a connection within the same machine, so it needs no TLS.
        records: { kind: 'fhir', baseUrl: 'http://127.0.0.1:8090/r4', method: 'search' },
        archives: { kind: 's3', bucket: 'archives' },
        registration: {
          smtp: { url: 'smtp://127.0.0.1', from: 'no-reply@example.tw' },
          sms: { url: 'https://sms.example.tw' },
          register: { kind: 'imported' },
        },
        minimumAssurance: 'card-read-enrolled',
        embedders: [],
      }),
    ).toEqual([]);
  });

  it('offers no registration in production without a register', () => {
    const smtp = { url: 'smtps://mail.example.tw', from: 'no-reply@example.tw' };
    const sms = { url: 'https://sms.example.tw' };
    const risksOf = (
      register: object | undefined,
      records: object = { kind: 'folder', folder: '/records' },
    ) =>
      productionRisks(
        parseConfiguration(
          {
            environment: 'production',
            publicUrl: 'https://gateway.example.tw',
            trustProxy: '127.0.0.1',
            rootKey: randomBytes(32).toString('base64url'),
            records,
            registration: { smtp, sms, ...(register === undefined ? {} : { register }) },
          },
          {},
        ),
      );
    const authorization = 'Bearer register';
    expect(risksOf(undefined)).toEqual([
      'registration.register is not set: nothing would confirm the identity of applicants',
    ]);
    expect(risksOf({ kind: 'imported' })).toEqual([]);
    expect(risksOf({ kind: 'records' })).toEqual([]);
    expect(risksOf({ kind: 'http', url: 'https://register.example.tw', authorization })).toEqual([]);
    expect(risksOf({ kind: 'http', url: 'http://register.example.tw', authorization })).toEqual([
      'registration.register.url is not https',
    ]);
    const fhir = { kind: 'fhir', baseUrl: 'https://fhir.example.tw', method: 'search' };
    expect(risksOf({ kind: 'records' }, fhir)).toEqual([
      'registration.register: records needs records.cardNumberSystem and records.householdNumberSystem',
    ]);
    const systems = { cardNumberSystem: 'urn:card', householdNumberSystem: 'urn:household' };
    expect(risksOf({ kind: 'records' }, { ...fhir, ...systems })).toEqual([]);
  });
});
