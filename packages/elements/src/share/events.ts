import type { HealthLinkSummary } from '@mhb-kit/core/gateway';

/** The person has created a link. The link itself is their secret, and stays in the component. */
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
