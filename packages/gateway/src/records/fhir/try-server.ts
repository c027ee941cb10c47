import { personParameters } from './capabilities.js';
import { createFhirClient, isNotUnderstood, type FhirClientOptions } from './fhir-client.js';
import { askedTypes } from './fhir-rows.js';

/** What a FHIR server did with every question that it will be asked, put about a person whom it cannot have. */
export interface ServerTrial {
  /** Types that it does not have: no such data. */
  readonly notOffered: readonly string[];
  /** Types of which it gives nothing, and why. */
  readonly refused: readonly { readonly type: string; readonly reason: string }[];
  /** Types of which it gives records of people who were not asked for. */
  readonly careless: readonly string[];
}

/** An ID number with a wrong check digit, and an id that is nobody's. */
const NOBODY = { number: 'A100000000', id: 'mhb-doctor' };

export interface TrialOptions extends FhirClientOptions {
  readonly method: 'search' | 'everything';
  readonly identifierSystem?: string;
}

/** Asks every query of a record source once. */
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
  // Of an operation on somebody who is not there every server says that there is nobody.
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

/** In one line, for the operator; `ok` where records can be fetched. */
export function describeTrial({ notOffered, refused, careless }: ServerTrial): {
  readonly ok: boolean;
  readonly text: string;
} {
  const parts = [
    ...refused.map(({ type, reason }) => `${type}: ${reason}`),
    ...(careless.length === 0
      ? []
      : [
          `answers about other people than it was asked for, which is slow and left out: ${careless.join(', ')}`,
        ]),
    ...(notOffered.length === 0
      ? []
      : [`does not have, so that there is no such data: ${notOffered.join(', ')}`]),
  ];
  const ok = refused.length === 0 && !notOffered.includes('Patient') && careless.length === 0;
  return { ok, text: ['the FHIR server answers', ...parts].slice(refused.length > 0 ? 1 : 0).join('; ') };
}
