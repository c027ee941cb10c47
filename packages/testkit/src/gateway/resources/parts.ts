import type { OperatorContent, ServiceInfo, SessionAssurance } from '@mhb-kit/core/gateway';
import type { Category } from '@mhb-kit/core/request';
import type { Authentication } from '../http/authentication.js';
import type { Accounts } from '../state/accounts.js';
import type { Activity } from '../state/activity.js';
import type { Archives } from '../state/archives.js';
import type { CardReadings } from '../state/card-readings.js';
import type { Embedders } from '../state/embedders.js';
import type { HealthLinks } from '../state/health-links.js';
import type { Issuer } from '../state/issuer.js';
import type { LoginAttempts } from '../state/login-attempts.js';
import type { Send } from '../state/messages.js';
import type { Passkeys } from '../state/passkeys.js';
import type { Register } from '../state/register.js';
import type { Representations } from '../state/representations.js';
import type { Requests } from '../state/requests.js';
import type { Sessions } from '../state/sessions.js';
import type { Clock } from '../state/time.js';

/** The parts that the operations of the gateway use. */
export interface Parts {
  /** The origin of the gateway. */
  readonly origin: string;
  readonly clock: Clock;
  readonly service: ServiceInfo;
  readonly content: OperatorContent;
  readonly catalogue: readonly Category[];
  readonly minimumAssurance: SessionAssurance;
  /** How long each tenth of a download takes, in milliseconds. */
  readonly downloadPieceMs: number;
  readonly authentication: Authentication;
  readonly accounts: Accounts;
  readonly activity: Activity;
  readonly archives: Archives;
  readonly attempts: LoginAttempts;
  readonly embedders: Embedders;
  readonly healthLinks: HealthLinks;
  readonly issuer: Issuer;
  /** The `fetch` with which the relay reaches other servers. */
  readonly fetch: typeof globalThis.fetch;
  readonly passkeys: Passkeys;
  readonly readings: CardReadings;
  readonly register: Register;
  readonly representations: Representations;
  readonly requests: Requests;
  readonly send: Send;
  readonly sessions: Sessions;
}
