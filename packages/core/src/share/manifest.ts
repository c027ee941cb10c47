import { MhbError } from '../error.js';
import { isFetchable } from './link.js';

/** The manifest of a SMART Health Link ("SMART Health Link Manifest File"), as a server sends it. */

export const contentTypes = [
  'application/fhir+json',
  'application/smart-health-card',
  'application/smart-api-access',
] as const;
export type ContentType = (typeof contentTypes)[number];

/** The request that a recipient sends for a manifest ("SMART Health Link Manifest Request"). */
export interface ManifestRequest {
  /** The name of the recipient, which the person sees in the access record. */
  readonly recipient: string;
  readonly passcode?: string;
  /** The maximum size of a file that is embedded in the manifest. */
  readonly embeddedLengthMax?: number;
}

/** A file in a manifest. It is either embedded or has an address that is valid for at most one hour. */
export interface ManifestFile {
  readonly contentType: ContentType;
  readonly embedded?: string;
  readonly location?: string;
  /** The time of the last change (RFC 3339). */
  readonly lastUpdated?: string;
  readonly fhirVersion?: string;
}

export interface Manifest {
  readonly files: readonly ManifestFile[];
}

/**
 * Parses a manifest. Files of unknown types are ignored, and so are unknown properties.
 *
 * @throws {MhbError} `health-link-damaged`, `health-link-too-large`
 */
export function readManifest(value: unknown, mostFiles: number): Manifest {
  const files = objectOf(value)['files'];
  if (!Array.isArray(files)) throw new MhbError('health-link-damaged', 'The manifest lists no files');
  if (files.length > mostFiles) throw new MhbError('health-link-too-large', 'Too many files');
  return { files: files.map(fileOf).filter((file) => file !== null) };
}

function fileOf(value: unknown): ManifestFile | null {
  const { contentType, embedded, location, lastUpdated, fhirVersion } = objectOf(value);
  const type = contentTypes.find((each) => each === contentType);
  if (type === undefined) return null;
  const rest = {
    contentType: type,
    ...(typeof lastUpdated === 'string' ? { lastUpdated } : {}),
    ...(typeof fhirVersion === 'string' ? { fhirVersion } : {}),
  };
  if (typeof embedded === 'string') return { ...rest, embedded };
  if (typeof location === 'string' && isFetchable(location)) return { ...rest, location };
  throw new MhbError('health-link-damaged', 'A file has neither content nor an address');
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> => {
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  throw new MhbError('health-link-damaged', 'Part of the manifest is not an object');
};
