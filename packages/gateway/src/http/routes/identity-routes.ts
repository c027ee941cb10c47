import type { AccountLife } from '../../accounts/account-life.js';
import type { App } from '../app.js';
import { addAccountRoutes, type AccountRoutesParts } from './account-routes.js';
import { addConnectRoutes, type ConnectRoutesParts } from './connect-routes.js';
import { addActivityRoute, addOwnAccountRoutes, type ActivityRouteParts } from './own-account-routes.js';
import { addPageRoutes, type PageRoutesParts } from './page-routes.js';
import { addSessionRoutes, type SessionRoutesParts } from './session-routes.js';

export interface IdentityRoutesParts
  extends
    ActivityRouteParts,
    ConnectRoutesParts,
    SessionRoutesParts,
    Omit<PageRoutesParts, 'registration'>,
    Pick<AccountRoutesParts, 'readings'> {
  /** `null` where the operator enrols people. */
  readonly accountLife: AccountLife | null;
}

/** Logins, accounts, connect mode, and the pages for them. */
export function addIdentityRoutes(app: App, parts: IdentityRoutesParts): void {
  const { accountLife } = parts;
  addSessionRoutes(app, parts);
  addConnectRoutes(app, parts);
  addPageRoutes(app, { ...parts, registration: accountLife });
  addActivityRoute(app, parts);
  if (accountLife === null) return;
  addAccountRoutes(app, { ...parts, ...accountLife });
  addOwnAccountRoutes(app, { ...parts, ...accountLife });
}
