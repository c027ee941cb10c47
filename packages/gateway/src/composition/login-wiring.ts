import { randomBytes } from 'node:crypto';
import type { ServiceInfo, SessionAssurance } from '@mhb-kit/core/gateway';
import type { PasswordPolicy } from '@mhb-kit/core/identity';
import type { Accounts } from '../accounts/accounts.js';
import { openSelfService, type RegistrationOptions } from '../self-service/self-service.js';
import type { Passwords } from '../accounts/passwords.js';
import { createTrustedReaders } from '../accounts/trusted-readers.js';
import { createActivity, lastReads } from '../audit/activity.js';
import type { Audit } from '../audit/audit.js';
import { createConnectCodes } from '../connect/connect-codes.js';
import { DAY, later, type Clock } from '../scheduling/clock.js';
import { createAuthentication, type Authentication } from '../http/authenticate.js';
import type { CallPace } from '../http/call-pace.js';
import { createEmbedders, type Embedder, type Embedders } from '../embedders/embedders.js';
import type { IdentityRoutesParts } from '../http/server/identity-routes.js';
import type { Jobs } from '../jobs/jobs.js';
import type { Limits } from '../limits/limits.js';
import type { Metrics } from '../monitoring/metrics.js';
import { loadPageAssets } from '../pages/page-assets.js';
import { openPasskeys } from '../passkeys/open-passkeys.js';
import type { PasskeyOptions } from '../passkeys/policy.js';
import type { RecordedRepresentations } from '../representations/recorded.js';
import { createRepresentationDesk, type RepresentationDesk } from '../representations/desk.js';
import type { RepresentationOptions, RepresentationPolicy } from '../representations/policy.js';
import { createRepresentations } from '../representations/representations.js';
import type { IdentifyingSource } from '../register/register.js';
import { KEY_LENGTH, type GatewayKeys } from '../secrets/gateway-keys.js';
import { createAttestations, type EnrolledBridge } from '../sessions/attestation.js';
import { createCardReadings } from '../sessions/card-readings.js';
import { createCertificates, type CertificateOptions } from '../sessions/certificates.js';
import { createChallenges } from '../sessions/challenges.js';
import { createLogins } from '../sessions/login.js';
import { createLoginThrottle } from '../sessions/login-throttle.js';
import { createUsedReaders } from '../sessions/used-readers.js';
import { createProofs, type Proofs } from '../sessions/proofs.js';
import { createMemoryReplayStore, createSharedReplayStore } from '../sessions/replay-store.js';
import {
  createSessions,
  defaultSessionPolicy,
  type SessionPolicy,
  type Sessions,
} from '../sessions/sessions.js';
import type { Database } from '../storage/database.js';

/** How people are identified, how they log in, and which websites they can log in through. */
export interface LoginOptions {
  /** The websites whose pages may call the gateway. */
  readonly embedders: readonly Embedder[];
  /** Card bridges whose readings have the assurance `card-read-enrolled`. */
  readonly bridges?: readonly EnrolledBridge[];
  /** The lowest assurance that a login must have. Defaults to `card-read-confirmed`. */
  readonly minimumAssurance?: SessionAssurance;
  /** Lets people log in with the Citizen Digital Certificate. */
  readonly certificates?: CertificateOptions;
  /**
   * Lets people log in with a passkey after they have proved their identity. Requires `registration` and
   * `publicUrl`.
   */
  readonly passkeys?: PasskeyOptions;
  /**
   * Lets people register, replace forgotten passwords, and change their own data, with codes that the gateway
   * sends. Without this option, the operator enrolls people.
   */
  readonly registration?: RegistrationOptions;
  /**
   * The folder with the script-tag build of `@mhb-kit/elements` for the gateway's own pages. Defaults to the build
   * in the installed package.
   */
  readonly elementsFolder?: string;
  readonly sessionPolicy?: SessionPolicy;
  /** The number of days for which logins with a trusted card reader need no code. Defaults to 90. */
  readonly trustedReaderDays?: number;
  /**
   * The maximum number of logins per minute from one network, including other calls that require a password hash
   * or a message. Defaults to 60.
   */
  readonly loginsPerMinute?: number;
}

export interface LoginWiring {
  readonly embedders: Embedders;
  readonly proofs: Proofs;
  readonly authentication: Authentication;
  readonly sessions: Sessions;
  readonly representationDesk: RepresentationDesk;
  readonly routes: IdentityRoutesParts;
  /** Starts sending messages. */
  work(): Promise<void>;
  /** Performs the work that is due every minute. */
  runMaintenance(): Promise<void>;
}

export interface LoginWiringParts {
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly jobs: Jobs;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly policy: PasswordPolicy;
  readonly audit: Audit;
  readonly recordSource: IdentifyingSource;
  readonly limits: Limits;
  readonly callPace: CallPace;
  readonly metrics: Metrics;
  readonly healthLinks: { readonly share: boolean; readonly relay: boolean };
  readonly recorded: RecordedRepresentations;
  readonly representationPolicy: RepresentationPolicy | null;
  /** Waits for a number of milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Returns the origin at which browsers reach the gateway. */
  readonly publicUrl: () => string;
  readonly clock: Clock;
}

export async function wireLogin(
  options: LoginOptions & {
    readonly publicUrl?: string;
    readonly representations?: RepresentationOptions;
  },
  parts: LoginWiringParts,
): Promise<LoginWiring> {
  const { database, keys, accounts, passwords, policy, audit, limits, metrics, publicUrl, clock } = parts;
  const embedders = createEmbedders(options.embedders);
  const minimumAssurance = options.minimumAssurance ?? 'card-read-confirmed';
  const loginsPerMinute = options.loginsPerMinute ?? 60;
  const challenges = createChallenges(database, clock);
  const usedReaders = createUsedReaders(database, keys, clock);
  const throttle = createLoginThrottle({
    database,
    keys,
    limits,
    usedReaders,
    clock,
    pause: parts.pause,
    onSlowed: () => metrics.slowed('login'),
  });
  const sessions = createSessions(
    database,
    keys.rowMacs,
    clock,
    options.sessionPolicy ?? defaultSessionPolicy,
  );
  const alone = database.kind === 'embedded';
  const replays = alone ? createMemoryReplayStore(clock) : createSharedReplayStore(database, clock);
  // A single process uses a random key, so that after a restart, when its replay store is empty, it refuses nonces
  // issued before the restart.
  const proofs = createProofs(alone ? randomBytes(KEY_LENGTH) : keys.proofNonces, replays, clock);
  const authentication = createAuthentication(
    proofs,
    sessions,
    embedders,
    publicUrl,
    parts.callPace,
    (representationId) => parts.recorded.counts(representationId),
  );
  const attestations = await createAttestations(options.bridges ?? []);
  const readers = createTrustedReaders(
    database,
    keys.rowMacs,
    clock,
    (options.trustedReaderDays ?? 90) * DAY,
  );
  await readers.noteEnrolled(attestations.enrolled);
  const readings = createCardReadings(challenges, attestations, minimumAssurance);
  const selfService =
    options.registration === undefined
      ? null
      : await openSelfService(options.registration, { ...parts, sessions, readers, throttle });
  const certificates =
    options.certificates === undefined
      ? null
      : createCertificates(options.certificates, options.bridges ?? [], challenges, clock);
  const passkeys =
    options.passkeys === undefined
      ? null
      : openPasskeys(options.passkeys, {
          ...parts,
          publicUrl: options.publicUrl,
          minimumAssurance,
          selfService,
          sessions,
          challenges,
        });
  const logins = createLogins({
    accounts,
    passwords,
    readers,
    readings,
    certificates,
    passkeys: passkeys?.keys ?? null,
    confirmations: selfService?.confirmations ?? null,
    throttle,
    usedReaders,
    sessions,
    minimumAssurance,
    async certificateBound(accountId) {
      await audit({ action: 'certificate.bind', accountId, sessionId: null, subject: null });
      if (selfService === null) return;
      const contact = await accounts.contact(accountId);
      await selfService.notices.tell(database.queries, accountId, contact, 'certificate');
    },
    publicUrl,
  });
  const service = (origin: string | undefined): ServiceInfo => ({
    passwordPolicy: policy,
    loginMethods: [...logins.methods, ...(passkeys?.countsOn(origin) === true ? (['passkey'] as const) : [])],
    loginWays: embedders.ofOrigin(origin)?.login ?? ['direct'],
    passkeys: passkeys !== null,
    registration: selfService !== null,
    representations: options.representations !== undefined,
    healthLinks: parts.healthLinks.share,
    healthLinkRelay: parts.healthLinks.relay,
  });
  const representations = createRepresentations({
    ...parts,
    sessions,
    lastReads: (accountId) => lastReads(database, accountId),
  });
  const representationDesk = createRepresentationDesk({ ...parts, notices: selfService?.notices ?? null });
  if (options.representations === undefined) await sessions.closeRepresentations();
  const connectCodes = createConnectCodes(database, keys.rowMacs, sessions, clock);
  const assets = await loadPageAssets(options.elementsFolder);
  let listsDueAt = clock();

  return {
    embedders,
    proofs,
    authentication,
    sessions,
    representationDesk,
    routes: {
      selfService,
      accounts,
      activity: createActivity(
        database,
        embedders,
        async (accountId) => (await accounts.findPerson(accountId))?.name ?? null,
      ),
      assets,
      audit,
      authentication,
      certificates,
      callPace: parts.callPace,
      challenges,
      connectCodes,
      database,
      embedders,
      logins,
      loginsPerMinute,
      passkeys,
      publicUrl,
      readers,
      readings,
      representations,
      service,
      sessions,
    },
    async work() {
      await selfService?.work();
    },
    async runMaintenance() {
      for (const part of [challenges, sessions, readers, usedReaders, replays, connectCodes])
        await part.forgetExpired();
      await throttle.forgetOld();
      await selfService?.forgetExpired();
      await passkeys?.enrolments.forgetExpired();
      if (clock() >= listsDueAt) {
        listsDueAt = later(clock(), DAY);
        await options.certificates?.refresh?.();
      }
    },
  };
}
