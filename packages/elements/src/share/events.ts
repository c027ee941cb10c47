import type { HealthLinkSummary } from '@mhb-kit/core/gateway';

/**
 * Fired when the person has created a link. The event does not contain the link itself, because the link is the
 * person's secret.
 */
export class MhbShareEvent extends Event {
  readonly healthLink: HealthLinkSummary;

  constructor(healthLink: HealthLinkSummary) {
    super('mhb-share', { bubbles: true, composed: true });
    this.healthLink = healthLink;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mhb-share': MhbShareEvent;
  }
}
