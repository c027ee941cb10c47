import { randomBytes } from 'node:crypto';
import type { SessionAssurance } from '@mhb-kit/core/gateway';
import type { PasswordPolicy } from '@mhb-kit/core/identity';
import type { Accounts } from './accounts/accounts.js';
import { openAccountLife, type RegistrationOptions } from './accounts/account-life.js';
import type { Passwords } from './accounts/passwords.js';
import { createActivity } from './activity.js';
import type { Audit } from './audit.js';
import { createAuditChain } from './audit-chain.js';
import { createConnectCodes } from './connect/connect-codes.js';
import { DAY, later, type Clock } from './clock.js';
import { createAuthentication, type Authentication } from './http/authenticate.js';
import { createEmbedders, type Embedder, type Embedders } from './http/embedders.js';
import type { IdentityRoutesParts } from './http/routes/identity-routes.js';
import type { Jobs } from './jobs/jobs.js';
import { loadPageAssets } from './pages/page-assets.js';
import { KEY_LENGTH, type GatewayKeys } from './secrets/gateway-keys.js';
import { createAttestations, type EnrolledBridge } from './sessions/attestation.js';
import { createCardReadings } from './sessions/card-readings.js';
import { createCertificates, type CertificateOptions } from './sessions/certificates.js';
import { createChallenges } from './sessions/challenges.js';
import { createLogins } from './sessions/login.js';
import { createLoginThrottle } from './sessions/login-throttle.js';
import { createProofs, type Proofs } from './sessions/proofs.js';
import { createMemoryReplayStore, createSharedReplayStore } from './sessions/replay-store.js';
import {
  createSessions,
  defaultSessionPolicy,
  type SessionPolicy,
  type Sessions,
} from './sessions/sessions.js';
import type { Database } from './storage/database.js';

/** Who people are, how they get in, and through which websites. */
export interface IdentityOptions {
  /** The websites that may call from the browser. */
  readonly embedders: readonly Embedder[];
  /** Card bridges whose readings count as `card-read-enrolled`. */
  readonly bridges?: readonly EnrolledBridge[];
  /** The least sure login that is accepted; default `card-read-confirmed`. */
  readonly minimumAssurance?: SessionAssurance;
  /** Lets people log in with the Citizen Digital Certificate. */
  readonly certificates?: CertificateOptions;
  /**
   * Lets people register, replace forgotten passwords and change their data by themselves, and sends codes; without it
   * the operator enrols them.
   */
  readonly registration?: RegistrationOptions;
  /** The script-tag build of `@mhb-kit/elements` for our own pages; default: the installed package's. */
  readonly elementsFolder?: string;
  readonly sessionPolicy?: SessionPolicy;
  /** Challenges and logins, of one network; default 60. */
  readonly loginsPerMinute?: number;
}

export interface Identity {
  readonly embedders: Embedders;
  readonly proofs: Proofs;
  readonly authentication: Authentication;
  readonly sessions: Sessions;
  readonly routes: IdentityRoutesParts;
  /** Begins to send messages. */
  work(): Promise<void>;
  /** What is due every minute. */
  keepHouse(): Promise<void>;
}

export interface IdentityParts {
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly jobs: Jobs;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly policy: PasswordPolicy;
  readonly audit: Audit;
  /** Origin under which browsers reach the gateway. */
  readonly publicUrl: () => string;
  readonly clock: Clock;
}

export async function openIdentity(options: IdentityOptions, parts: IdentityParts): Promise<Identity> {
  const { database, keys, accounts, passwords, policy, audit, publicUrl, clock } = parts;
  const embedders = createEmbedders(options.embedders);
  const minimumAssurance = options.minimumAssurance ?? 'card-read-confirmed';
  const loginsPerMinute = options.loginsPerMinute ?? 60;
  const challenges = createChallenges(database, clock);
  const throttle = createLoginThrottle(database, keys, clock);
  const sessions = createSessions(database, clock, options.sessionPolicy ?? defaultSessionPolicy);
  const alone = database.kind === 'embedded';
  const replays = alone ? createMemoryReplayStore(clock) : createSharedReplayStore(database, clock);
  // Alone, a key of this process: what a restart makes the replay store forget, it makes the nonces refuse.
  const proofs = createProofs(alone ? randomBytes(KEY_LENGTH) : keys.proofNonces, replays, clock);
  const authentication = createAuthentication(proofs, sessions, embedders, publicUrl);
  const attestations = await createAttestations(options.bridges ?? []);
  const readings = createCardReadings(challenges, attestations, minimumAssurance);
  const accountLife =
    options.registration === undefined
      ? null
      : await openAccountLife(options.registration, { ...parts, sessions, throttle });
  const certificates =
    options.certificates === undefined
      ? null
      : createCertificates(options.certificates, options.bridges ?? [], challenges, clock);
  const logins = createLogins({
    accounts,
    passwords,
    readings,
    certificates,
    confirmations: accountLife?.confirmations ?? null,
    throttle,
    sessions,
    minimumAssurance,
    async certificateBound(accountId) {
      await audit({ action: 'certificate.bind', accountId, sessionId: null, subject: null });
      await accountLife?.ownAccount.tell(accountId, 'certificate');
    },
    publicUrl,
  });
  const service = {
    passwordPolicy: policy,
    loginMethods: logins.methods,
    registration: accountLife !== null,
  };
  const connectCodes = createConnectCodes(database, sessions, clock);
  const assets = await loadPageAssets(options.elementsFolder);
  const chain = createAuditChain(database, keys.auditChain, clock);
  let listsDueAt = clock();

  return {
    embedders,
    proofs,
    authentication,
    sessions,
    routes: {
      accountLife,
      accounts,
      activity: createActivity(database, embedders),
      assets,
      audit,
      authentication,
      challenges,
      connectCodes,
      database,
      embedders,
      logins,
      loginsPerMinute,
      publicUrl,
      readings,
      service,
      sessions,
    },
    async work() {
      await accountLife?.work();
    },
    async keepHouse() {
      for (const part of [challenges, sessions, replays, connectCodes]) await part.forgetExpired();
      await throttle.forgetOld();
      await accountLife?.forgetExpired();
      await chain.link();
      if (clock() >= listsDueAt) {
        listsDueAt = later(clock(), DAY);
        await options.certificates?.refresh?.();
      }
    },
  };
}
