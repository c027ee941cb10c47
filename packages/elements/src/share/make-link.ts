import type { CreatedHealthLink, GatewayClient } from '@mhb-kit/core/gateway';
import { listCodedTerms, type Passbook } from '@mhb-kit/core/passbook';
import {
  chooseFiles,
  createHealthLinkKey,
  sealFile,
  writeHealthLink,
  type SharingChoice,
} from '@mhb-kit/core/share';
import { fhirTerms } from '@mhb-kit/knowledge';

export interface LinkChoice extends Omit<SharingChoice, 'terms'> {
  readonly hours: number;
  readonly withPasscode: boolean;
  /** The address of a page that opens links. If it is empty, the QR code contains only the link. */
  readonly viewer: string;
  readonly label: string;
  readonly now: Date;
}

export interface MadeLink {
  readonly created: CreatedHealthLink;
  /** The link including its key. Anyone who has it can open the data, unless a passcode protects it. */
  readonly link: string;
  readonly passcode: string | null;
  readonly expiresAt: Date;
}

const HOUR_MS = 3_600_000;

/** Returns six uniformly distributed random digits. The gateway allows five wrong attempts for each link. */
function newPasscode(): string {
  const random = new Uint32Array(1);
  const fair = Math.floor(0x1_0000_0000 / 1_000_000) * 1_000_000;
  do crypto.getRandomValues(random);
  while ((random[0] ?? 0) >= fair);
  return String((random[0] ?? 0) % 1_000_000).padStart(6, '0');
}

/**
 * Encrypts the chosen content, has the gateway store it, and creates the link. The gateway never receives the key.
 */
export async function makeLink(
  client: GatewayClient,
  passbook: Passbook,
  { hours, withPasscode, viewer, label, ...choice }: LinkChoice,
): Promise<MadeLink> {
  const key = createHealthLinkKey();
  const passcode = withPasscode ? newPasscode() : null;
  const expiresAt = new Date(choice.now.getTime() + hours * HOUR_MS);
  const profile = choice.content.kind === 'summary' ? 'ips' : 'twcore';
  const terms = await fhirTerms(listCodedTerms(passbook, profile));
  const files = await Promise.all(
    chooseFiles(passbook, { ...choice, terms }).map(async ({ contentType, content }) => ({
      contentType,
      jwe: await sealFile(content, contentType, key),
    })),
  );
  const created = await client.createHealthLink({ files, expiresAt: expiresAt.toISOString(), passcode });
  const link = writeHealthLink(
    {
      url: created.manifestUrl,
      key,
      expiresAt,
      isLongTerm: false,
      needsPasscode: withPasscode,
      isDirect: false,
      label,
    },
    viewer === '' ? undefined : viewer,
  );
  return { created, link, passcode, expiresAt };
}
