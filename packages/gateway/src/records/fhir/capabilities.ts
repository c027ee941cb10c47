/** The resource types that a FHIR server supports, each with its search parameters (`CapabilityStatement`). */
export type Capabilities = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads the capabilities; returns `null` if the statement names no resource types. */
export function capabilitiesOf(body: unknown): Capabilities | null {
  const { resourceType, rest } = (body ?? {}) as { resourceType?: unknown; rest?: unknown };
  if (resourceType !== 'CapabilityStatement' || !Array.isArray(rest)) return null;
  const known = new Map<string, ReadonlySet<string>>();
  for (const part of rest as readonly { mode?: unknown; resource?: unknown }[]) {
    if (part?.mode === 'client' || !Array.isArray(part?.resource)) continue;
    for (const each of part.resource as readonly { type?: unknown; searchParam?: unknown }[]) {
      if (typeof each?.type !== 'string') continue;
      const parameters = Array.isArray(each.searchParam)
        ? (each.searchParam as readonly { name?: unknown }[]).flatMap(({ name }) =>
            typeof name === 'string' ? [name] : [],
          )
        : [];
      known.set(each.type, new Set(parameters));
    }
  }
  return known.size === 0 ? null : known;
}

export type PersonParameter = 'patient' | 'subject';

/**
 * Returns the search parameter for one person's resources of a type, and an alternative to use if the server
 * refuses that parameter. Base R4 has `patient` on every type used here. A server based on TW Core might have only
 * `subject`, because its CapabilityStatement requires no other parameter for Encounter, Condition and
 * MedicationRequest.
 */
export function personParameters(
  type: string,
  capabilities: Capabilities | null,
): readonly [PersonParameter, PersonParameter] {
  const known = capabilities?.get(type);
  return known?.has('subject') === true && !known.has('patient')
    ? ['subject', 'patient']
    : ['patient', 'subject'];
}
