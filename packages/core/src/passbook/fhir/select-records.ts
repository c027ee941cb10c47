import type { AnyRecord, Passbook } from '../model/model.js';
import { ResourceCollector } from './collector.js';
import { compact, type Bundle, type BundleEntry, type Json, type JsonObject } from './resource.js';
import { systems } from './terminology.js';

/**
 * Reduces a collection to the resources that come from the chosen records, and to the person, facilities and
 * coverage to which these refer. The bundle must first be written from the whole passbook, because the status of
 * a drug can depend on older records. References to omitted resources are removed. A warning is kept if
 * everything to which it refers is kept.
 */
export function selectRecords(
  bundle: Bundle,
  passbook: Passbook,
  isChosen: (record: AnyRecord) => boolean,
): Bundle {
  const collector = new ResourceCollector('twcore', passbook);
  const all = [
    ...Object.values<readonly AnyRecord[]>(passbook.sections),
    ...Object.values(passbook.unknownSections),
  ];
  const chosen = new Set(
    all
      .flat()
      .filter(isChosen)
      .map((record) => collector.recordId(record)),
  );
  const byUrl = new Map(bundle.entry.map((entry) => [entry.fullUrl, entry]));
  const fromRecords = new Map(bundle.entry.map((entry) => [entry.fullUrl, recordsOf(entry)]));
  const isLeftOut = (fullUrl: string): boolean => {
    const records = fromRecords.get(fullUrl) ?? [];
    return records.length > 0 && !records.some((record) => chosen.has(record));
  };

  const kept = new Set<string>();
  function keep(fullUrl: string): void {
    const entry = byUrl.get(fullUrl);
    if (entry === undefined || kept.has(fullUrl) || isLeftOut(fullUrl)) return;
    kept.add(fullUrl);
    referencesIn(entry.resource).forEach(keep);
  }
  for (const { fullUrl, resource } of bundle.entry)
    if (resource.resourceType === 'Patient' || (fromRecords.get(fullUrl) ?? []).length > 0) keep(fullUrl);
  for (const { fullUrl, resource } of bundle.entry) {
    const about = referencesIn(resource['implicated']);
    if (resource.resourceType === 'DetectedIssue' && about.length > 0 && about.every((url) => kept.has(url)))
      keep(fullUrl);
  }
  return {
    ...bundle,
    entry: bundle.entry
      .filter(({ fullUrl }) => kept.has(fullUrl))
      .map(
        (entry) =>
          without(
            entry as unknown as JsonObject,
            (url) => byUrl.has(url) && !kept.has(url),
          ) as unknown as BundleEntry,
      ),
  };
}

/** Returns the ids of the records from which a resource was created. */
function recordsOf({ resource }: BundleEntry): string[] {
  const identifiers = resource['identifier'];
  if (!Array.isArray(identifiers)) return [];
  return (identifiers as readonly JsonObject[])
    .filter(({ system }) => system === systems.record)
    .map(({ value }) => String(value).split('#')[0] ?? '');
}

function referencesIn(value: Json | undefined): string[] {
  if (typeof value !== 'object') return [];
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(referencesIn);
  return Object.entries(value as JsonObject).flatMap(([key, inner]) =>
    key === 'reference' && typeof inner === 'string' ? [inner] : referencesIn(inner),
  );
}

/**
 * Returns the value without references to removed resources, and without members that become empty as a result.
 */
function without(value: Json, isGone: (url: string) => boolean): Json | undefined {
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map((item) => without(item, isGone));
    return items.filter((item) => item !== undefined);
  }
  const object = value as JsonObject;
  if (typeof object['reference'] === 'string' && isGone(object['reference'])) return undefined;
  return compact(
    Object.fromEntries(
      Object.entries(object).map(([key, inner]) => [
        key,
        inner === undefined ? undefined : without(inner, isGone),
      ]),
    ),
  );
}
