import { loadModule } from '../../load-module.js';
import type { CodedTerm } from '../fhir/coded-terms.js';
import type { FhirProfile } from '../fhir/terminology.js';
import type { Passbook } from '../model/model.js';
import type { PassbookWorker } from './passbook-worker.js';

/**
 * Runs `listCodedTerms` in a reusable worker, because it has to search all records. If no worker starts, the
 * page searches the records itself.
 *
 * @throws MhbError `cancelled`; `worker-failed` if the worker crashes repeatedly; `gateway-unreachable` if a
 *   part of the page could not be fetched
 */
export async function listCodedTermsInWorker(
  passbook: Passbook,
  profile: FhirProfile,
  worker: PassbookWorker,
  signal?: AbortSignal,
): Promise<readonly CodedTerm[]> {
  const listed = await worker.about(
    passbook,
    async (ask) => (await ask({ call: 'terms', profile }, signal)) as readonly CodedTerm[],
    signal,
  );
  if (listed !== null) return listed;
  const { listCodedTerms } = await loadModule(import('../fhir/coded-terms.js'), signal);
  return listCodedTerms(passbook, profile);
}
