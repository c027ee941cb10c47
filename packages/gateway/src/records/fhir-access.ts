import { readFile } from 'node:fs/promises';
import type { JWK } from 'jose';
import { MhbError } from '@mhb-kit/core/error';
import { askedTypes, referredTypes } from './fhir/fhir-rows.js';
import { createSmartAuthorization } from './fhir/smart-backend.js';
import type { FhirSourceOptions } from './fhir-source.js';

/** The configuration of how the gateway identifies itself to a FHIR server. */
export interface FhirAccess {
  readonly baseUrl: string;
  readonly token?: string;
  /** The settings for SMART Backend Services, for servers that require it. */
  readonly smart?: {
    readonly clientId: string;
    /** The file with the gateway's private keys as a JWK set, which `mhb-gateway fhir-keys` creates. */
    readonly keyFile: string;
    readonly tokenUrl?: string;
    readonly scope?: string;
  };
}

/** @throws {MhbError} `configuration-invalid` if the settings contain both a token and a key */
export function accessOf<T extends FhirAccess>(
  settings: T,
): Omit<T, 'smart'> & Pick<FhirSourceOptions, 'authorize'> {
  const { smart, ...same } = settings;
  if (smart === undefined) return same;
  if (same.token !== undefined)
    throw new MhbError('configuration-invalid', 'records.token and records.smart exclude each other');
  const { keyFile, ...rest } = smart;
  const types = ['Patient', ...referredTypes, ...askedTypes];
  const authorize = createSmartAuthorization({
    ...rest,
    baseUrl: same.baseUrl,
    types: [...new Set(types)],
    keys: () => readKeys(keyFile),
  });
  return { ...same, authorize };
}

async function readKeys(file: string): Promise<readonly JWK[]> {
  const { keys } = JSON.parse(await readFile(file, 'utf8')) as { readonly keys?: unknown };
  if (!Array.isArray(keys) || keys.length === 0)
    throw new MhbError('configuration-invalid', `${file} contains no keys`);
  return keys as readonly JWK[];
}
