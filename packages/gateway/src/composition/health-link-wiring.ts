import type { Passwords } from '../accounts/passwords.js';
import type { Audit } from '../audit/audit.js';
import { createHealthLinks } from '../health-links/health-links.js';
import type { PinnedFetchOptions } from '../health-links/pinned-fetch.js';
import { createRelay } from '../health-links/relay.js';
import { createSharedFiles } from '../health-links/shared-files.js';
import type { HealthLinkRoutesParts } from '../http/server/health-link-routes.js';
import type { HealthLinkLimits } from '../limits/limits.js';
import type { Clock } from '../scheduling/clock.js';
import type { Stores } from './stores.js';

export interface HealthLinkOptions {
  /** Whether people can share their records by SMART Health Links. Defaults to true. */
  readonly share?: boolean;
  /** Whether the gateway fetches received links on behalf of registered websites' pages. Defaults to true. */
  readonly relay?: boolean;
  /** Lets tests use servers that are not on the public Internet. */
  readonly network?: PinnedFetchOptions;
}

export interface HealthLinkWiring {
  readonly offer: { readonly share: boolean; readonly relay: boolean };
  readonly routes: Omit<HealthLinkRoutesParts, 'authentication' | 'embedders' | 'publicUrl' | 'audit'>;
  /** Erases expired links, even if the gateway no longer offers health links. */
  forgetExpired(): Promise<void>;
}

export interface HealthLinkWiringParts {
  readonly stores: Stores;
  readonly passwords: Passwords;
  readonly audit: Audit;
  readonly publicUrl: () => string;
  readonly limits: HealthLinkLimits;
  /**
   * Returns whether a representation is still valid. Links shared by a legal representative end with the
   * representation.
   */
  readonly representationCounts: (representationId: string) => Promise<boolean>;
  readonly clock: Clock;
}

export function wireHealthLinks(
  { share = true, relay = true, network = {} }: HealthLinkOptions,
  { stores, limits, ...parts }: HealthLinkWiringParts,
): HealthLinkWiring {
  const { database, keys, dayKeys, blobs } = stores;
  const lasting = { database, keys, dayKeys, blobs, ...parts };
  const healthLinks = createHealthLinks({ ...lasting, limits });
  return {
    offer: { share, relay },
    routes: {
      sharing: share ? { healthLinks, sharedFiles: createSharedFiles(lasting) } : null,
      relay: relay
        ? createRelay({ ...network, atOnce: limits.relaysAtOnce, kilobytes: limits.kilobytes })
        : null,
      healthLinkKilobytes: limits.kilobytes,
      relaysPerMinute: limits.relaysPerMinute,
    },
    forgetExpired: () => healthLinks.forgetExpired(),
  };
}
