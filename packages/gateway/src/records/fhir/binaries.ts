import { MhbError } from '@mhb-kit/core/error';
import type { FhirClient } from './fhir-client.js';
import type { Attachment, DiagnosticReport, DocumentReference, Reference, Resource } from './resources.js';
import type { Subject } from './subject.js';

/**
 * The maximum number of attachments. A person has far fewer in two years; the limit prevents a server from keeping
 * a worker busy.
 */
const MAX_BINARIES = 300;
/** When the attachments of one response have this total length in base64 characters, no more are fetched. */
const MAX_CHARACTERS = 64 * 1024 * 1024;

/** R4, Binary. */
interface Binary extends Resource {
  readonly contentType?: string;
  /** base64 */
  readonly data?: string;
  readonly securityContext?: Reference;
}

/**
 * Adds the content of attachments that the server stores as separate Binary resources. If the content is stored
 * elsewhere, is refused or belongs to another person, only its address is kept, and the passbook advises the
 * person to ask the facility.
 */
export async function withBinaries(
  resources: readonly Resource[],
  subject: Subject,
  client: FhirClient,
  signal: AbortSignal,
): Promise<readonly Resource[]> {
  let count = 0;
  let characters = 0;
  async function filled(attachment: Attachment): Promise<Attachment> {
    const path = attachment.data === undefined ? binaryPath(attachment.url, client.base) : null;
    if (path === null || count === MAX_BINARIES || characters > MAX_CHARACTERS) return attachment;
    count += 1;
    const binary = await readBinary(path, client, signal);
    if (binary?.data === undefined || !isOf(subject, binary)) return attachment;
    characters += binary.data.length;
    const contentType = attachment.contentType ?? binary.contentType;
    return { ...attachment, data: binary.data, ...(contentType === undefined ? {} : { contentType }) };
  }

  const found: Resource[] = [];
  for (const resource of resources) {
    if (resource.resourceType === 'DiagnosticReport') {
      const { presentedForm } = resource as DiagnosticReport;
      found.push(
        Array.isArray(presentedForm)
          ? ({ ...resource, presentedForm: await oneByOne(presentedForm, filled) } as Resource)
          : resource,
      );
    } else if (resource.resourceType === 'DocumentReference') {
      const { content } = resource as DocumentReference;
      const fill = async (each: NonNullable<typeof content>[number]): Promise<typeof each> =>
        each.attachment === undefined ? each : { ...each, attachment: await filled(each.attachment) };
      found.push(
        Array.isArray(content)
          ? ({ ...resource, content: await oneByOne(content, fill) } as Resource)
          : resource,
      );
    } else found.push(resource);
  }
  return found;
}

async function oneByOne<T>(all: readonly T[], change: (one: T) => Promise<T>): Promise<readonly T[]> {
  const changed: T[] = [];
  for (const one of all) changed.push(await change(one));
  return changed;
}

/**
 * Returns `Binary/12` for an address on this server; `null` for any other address, because the token must not be
 * sent elsewhere.
 */
function binaryPath(address: unknown, base: URL): string | null {
  if (typeof address !== 'string') return null;
  const path = address.startsWith(base.href) ? address.slice(base.href.length) : address;
  return /^Binary\/[A-Za-z0-9\-.]{1,64}$/.test(path) ? path : null;
}

/**
 * Returns the Binary; `null` if it is too large or the server refuses to return it. Throws if the server cannot
 * return it at present, so that it is requested again later.
 */
async function readBinary(path: string, client: FhirClient, signal: AbortSignal): Promise<Binary | null> {
  try {
    const found = await client.read(path, signal);
    return found?.resourceType === 'Binary' ? (found as Binary) : null;
  } catch (error) {
    if (error instanceof MhbError && !error.retriable) return null;
    throw error;
  }
}

/** Checks that a Binary does not belong to another patient, which it may state in `securityContext`. */
function isOf({ patient, addresses }: Subject, { securityContext }: Binary): boolean {
  const address = securityContext?.reference ?? '';
  const isPatient = /(?:^|\/)Patient\//.test(address);
  return !isPatient || address === `Patient/${patient.id ?? ''}` || addresses.has(address);
}
