import { MhbError } from '@mhb-kit/core/error';
import type { GatewayClient } from '@mhb-kit/core/gateway';
import {
  cardOfQrCode,
  cardsOfFile,
  fetchEncryptedFiles,
  openHealthLink,
  readHealthCard,
  type CardIssuer,
  type EncryptedFile,
  type HealthLink,
} from '@mhb-kit/core/share';

export { readHealthLink } from '@mhb-kit/core/share';

type Resource = Readonly<Record<string, unknown>>;

/** The received data, grouped by kind. */
export interface Received {
  readonly resources: readonly Resource[];
  /** The issuer who signed all of the data; `null` if any part of the data is not signed by a trusted issuer. */
  readonly issuer: string | null;
  /** The number of cards that are not shown because they are forged or revoked. */
  readonly forged: number;
  /** The number of files without health data. */
  readonly others: number;
  /** The passbook file, if the link contains one in addition to the FHIR bundle. */
  readonly passbook: Uint8Array | null;
}

export interface OpenParts {
  readonly client: GatewayClient | undefined;
  readonly hosts: readonly string[];
  readonly recipient: string;
  readonly issuers: readonly CardIssuer[];
  readonly signal: AbortSignal;
}

/**
 * Fetches the files of a link and decrypts them on the page. Files on allowed hosts are fetched directly, and all
 * other files through the gateway's relay.
 */
export async function receive(link: HealthLink, passcode: string, parts: OpenParts): Promise<Received> {
  const files = await openHealthLink(link, await fetchFiles(link, passcode, parts));
  const resources: Resource[] = [];
  const cards: string[] = [];
  let others = 0;
  let passbook: Uint8Array | null = null;
  for (const { contentType, content } of files) {
    if (contentType === 'application/smart-health-card') cards.push(...cardsOfFile(content));
    else if (contentType !== 'application/fhir+json') others += 1;
    else if (content['resourceType'] === 'Binary') passbook ??= binaryOf(content);
    else resources.push(content);
  }
  const read = await readCards(cards, parts.issuers);
  const all = [...resources, ...read.bundles];
  return {
    resources: all,
    issuer: resources.length === 0 && passbook === null ? read.issuer : null,
    forged: read.forged,
    others,
    passbook,
  };
}

/** Reads a card that was scanned directly as a QR code, without a link. */
export async function receiveCard(code: string, issuers: readonly CardIssuer[]): Promise<Received> {
  const { bundles, issuer, forged } = await readCards([cardOfQrCode(code)], issuers);
  return { resources: bundles, issuer, forged, others: 0, passbook: null };
}

function fetchFiles(
  { url, isDirect, needsPasscode, expiresAt }: HealthLink,
  passcode: string,
  { client, hosts, recipient, signal }: OpenParts,
): Promise<readonly EncryptedFile[]> {
  const withPasscode = passcode === '' ? {} : { passcode };
  const { origin } = new URL(url);
  const isReachable =
    hosts.includes(origin) || (client !== undefined && new URL(client.baseUrl).origin === origin);
  if (isReachable)
    return fetchEncryptedFiles(
      { url, isDirect, needsPasscode, expiresAt },
      { recipient, ...withPasscode, signal },
    );
  if (client === undefined)
    return Promise.reject(
      new MhbError('health-link-host-refused', 'The page is not allowed to fetch from this host'),
    );
  if (expiresAt !== null && expiresAt <= new Date())
    return Promise.reject(new MhbError('health-link-gone', 'The link no longer works'));
  return client.relayHealthLink({ url, isDirect, recipient, ...withPasscode }, { signal });
}

async function readCards(
  cards: readonly string[],
  issuers: readonly CardIssuer[],
): Promise<{
  readonly bundles: readonly Resource[];
  readonly issuer: string | null;
  readonly forged: number;
}> {
  const read = await Promise.all(cards.map((card) => readHealthCard(card, issuers)));
  const bad = new Set(['signature-wrong', 'revoked']);
  const shown = read.filter(({ verification }) => !bad.has(verification));
  const issuer = shown[0]?.issuer ?? null;
  const isSigned = shown.every((card) => card.verification === 'verified' && card.issuer === issuer);
  return {
    bundles: shown.map(({ bundle }) => bundle),
    issuer: isSigned ? issuer : null,
    forged: read.length - shown.length,
  };
}

function binaryOf(binary: Resource): Uint8Array | null {
  const { data, contentType } = binary;
  if (contentType !== 'application/json' || typeof data !== 'string') return null;
  try {
    return Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
