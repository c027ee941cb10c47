import { personParameters } from './capabilities.js';
import { createFhirClient, isNotUnderstood, type FhirClientOptions } from './fhir-client.js';
import { askedTypes } from './fhir-rows.js';

/**
 * How a FHIR server responds to each query that the gateway makes. The queries are tried with a person who cannot
 * exist on the server.
 */
export interface ServerTrial {
  /** The resource types that the server does not offer, so that their data is missing. */
  readonly notOffered: readonly string[];
  /** The resource types whose queries the server refuses, with the reasons. */
  readonly refused: readonly { readonly type: string; readonly reason: string }[];
  /** The resource types for which the server returned records of people who were not in the query. */
  readonly careless: readonly string[];
}

/** An ID number with a wrong check digit, and a resource id that does not exist. */
const NOBODY = { number: 'A100000000', id: 'mhb-doctor' };

export interface TrialOptions extends FhirClientOptions {
  readonly method: 'search' | 'everything';
  readonly identifierSystem?: string;
}

/** Runs each query that a record source makes, once. */
export async function tryServer(options: TrialOptions, signal: AbortSignal): Promise<ServerTrial> {
  const client = createFhirClient(options);
  const notOffered: string[] = [];
  const refused: { type: string; reason: string }[] = [];
  const careless: string[] = [];
  const ask = async (type: string, path: string, otherwise?: string): Promise<void> => {
    try {
      const found = await client.search(path, signal).catch((error: unknown) => {
        if (otherwise === undefined || !isNotUnderstood(error)) throw error;
        return client.search(otherwise, signal);
      });
      if (found === null) notOffered.push(type);
      else if (found.some(({ resourceType }) => resourceType === type)) careless.push(type);
    } catch (error) {
      if (signal.aborted) throw error;
      refused.push({ type, reason: (error as Error).message });
    }
  };
  const system = options.identifierSystem ?? 'http://www.moi.gov.tw';
  await ask('Patient', `Patient?identifier=${encodeURIComponent(`${system}|${NOBODY.number}`)}&_count=1`);
  // The operation `$everything` is not tried, because every server responds with "not found" if the person does
  // not exist.
  if (options.method === 'everything') return { notOffered, refused, careless };
  const capabilities = await client.capabilities(signal);
  for (const type of askedTypes) {
    const [path, otherwise] = personParameters(type, capabilities).map(
      (name) => `${type}?${name}=${name === 'subject' ? 'Patient/' : ''}${NOBODY.id}&_count=1`,
    ) as [string, string];
    await ask(type, path, otherwise);
  }
  return { notOffered, refused, careless };
}

/** Returns a one-line summary for the operator. `ok` means that records can be fetched. */
export function describeTrial({ notOffered, refused, careless }: ServerTrial): {
  readonly ok: boolean;
  readonly text: string;
} {
  const parts = [
    ...refused.map(({ type, reason }) => `${type}: ${reason}`),
    ...(careless.length === 0
      ? []
      : [`also returns records of other people, which are ignored but take time: ${careless.join(', ')}`]),
    ...(notOffered.length === 0
      ? []
      : [`does not offer these types, so their data is missing: ${notOffered.join(', ')}`]),
  ];
  const ok = refused.length === 0 && !notOffered.includes('Patient') && careless.length === 0;
  return { ok, text: ['the FHIR server answers', ...parts].slice(refused.length > 0 ? 1 : 0).join('; ') };
}
