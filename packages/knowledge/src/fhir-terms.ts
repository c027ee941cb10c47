import type { CodedTerm, FhirTerms } from '@mhb-kit/core/passbook';
import { describe, type DescribeOptions } from './describe.js';
import type { Subject } from './entry/subject.js';

/**
 * Returns the English names of codes for core's `writeFhir`. They are the names that screens show. Codes for which
 * only the group is known are left out.
 *
 * @param coded The result of core's `listCodedTerms` for the passbook.
 * @example writeFhir(passbook, { profile, language: 'en', terms: await fhirTerms(listCodedTerms(passbook, profile)) })
 */
export async function fhirTerms(
  coded: readonly CodedTerm[],
  options: Omit<DescribeOptions, 'language'> = {},
): Promise<FhirTerms> {
  const terms: Record<string, Record<string, { readonly en: string }>> = {};
  for (const term of coded) {
    const found = await describe(subjectOf(term), { ...options, language: 'en' });
    if (found === null || found.isOfKind) continue;
    (terms[term.system] ??= {})[term.code] = { en: found.name };
  }
  return terms;
}

function subjectOf({ kind, written, on }: CodedTerm): Subject {
  if (kind === 'diagnosis') return { kind, code: written, on };
  return { kind: kind === 'drug' ? 'product' : 'order', code: written };
}
