import type { HealthLinks } from '../../health-links/health-links.js';
import type { Relay } from '../../health-links/relay.js';
import type { SharedFiles } from '../../health-links/shared-files.js';
import type { App } from '../app.js';
import { addHealthLinkRelays, type RelaysParts } from '../resources/health-link-relays.js';
import { addHealthLinks, addHealthLinksOff, type HealthLinksRoutesParts } from '../resources/health-links.js';
import { addManifests } from '../resources/manifests.js';

export interface HealthLinkRoutesParts
  extends Omit<HealthLinksRoutesParts, 'healthLinks'>, Omit<RelaysParts, 'relay'> {
  /** `null` if sharing by link is disabled. */
  readonly sharing: { readonly healthLinks: HealthLinks; readonly sharedFiles: SharedFiles } | null;
  /** `null` if the relay is disabled. */
  readonly relay: Relay | null;
}

/** Adds the routes for sharing by link and for the relay, if the operator offers them. */
export function addHealthLinkRoutes(app: App, { sharing, relay, ...parts }: HealthLinkRoutesParts): void {
  if (sharing === null) addHealthLinksOff(app);
  else {
    addHealthLinks(app, { ...parts, ...sharing });
    addManifests(app, { ...parts, ...sharing });
  }
  if (relay !== null) addHealthLinkRelays(app, { ...parts, relay });
}
