import type { ServiceInfo } from '@mhb-kit/core/gateway';
import type { SelfService } from '../../self-service/self-service.js';
import type { App } from '../app.js';
import { addPageRoutes, type PageRoutesParts } from './page-routes.js';
import { addAccount, type AccountParts } from '../resources/account.js';
import { addActivity, type ActivityParts } from '../resources/activity.js';
import type { ReadingParts } from '../resources/card-reading.js';
import { addChallenges, type ChallengesParts } from '../resources/challenges.js';
import { addConnect, type ConnectParts } from '../resources/connect.js';
import { addPasskeys, type PasskeysParts } from '../resources/passkeys.js';
import { addPasswordResets } from '../resources/password-resets.js';
import { addRecoveries } from '../resources/recoveries.js';
import { addRegistrations, type RegistrationsParts } from '../resources/registrations.js';
import { addRepresentations, type RepresentationsRoutesParts } from '../resources/representations.js';
import { addService } from '../resources/service.js';
import { addSessions, type SessionsParts } from '../resources/sessions.js';

export interface IdentityRoutesParts
  extends
    ActivityParts,
    ChallengesParts,
    ConnectParts,
    PasskeysParts,
    ReadingParts,
    RepresentationsRoutesParts,
    SessionsParts,
    Pick<AccountParts, 'readers'>,
    Pick<RegistrationsParts, 'certificates'>,
    Omit<PageRoutesParts, 'registration' | 'passkeys'> {
  /** Returns the features offered to pages of an origin; `undefined` stands for the gateway's own pages. */
  readonly service: (origin: string | undefined) => ServiceInfo;
  /** `null` if the operator enrolls people. */
  readonly selfService: SelfService | null;
}

/** Adds the routes for logins, accounts and connect mode, and the gateway's own pages for them. */
export function addIdentityRoutes(app: App, parts: IdentityRoutesParts): void {
  const { service, selfService } = parts;
  addService(app, service);
  addChallenges(app, parts);
  addSessions(app, parts);
  addRepresentations(app, parts);
  addConnect(app, parts);
  addPageRoutes(app, { ...parts, registration: selfService });
  addActivity(app, parts);
  if (selfService === null) return;
  addRegistrations(app, { ...parts, ...selfService });
  addPasswordResets(app, { ...parts, ...selfService });
  addAccount(app, { ...parts, ...selfService });
  addPasskeys(app, parts);
  addRecoveries(app, { ...parts, ...selfService });
}
