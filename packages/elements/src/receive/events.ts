/** What a clinician takes over from a link. */
export interface ReceivedContent {
  /** FHIR resources, most often one bundle: JSON from whoever shared it. */
  readonly resources: readonly Readonly<Record<string, unknown>>[];
  /** Whether all of it is signed by an issuer that the page trusts. What a person shares is not. */
  readonly verified: boolean;
  /** What the link says about itself. */
  readonly label: string | null;
}

/** The clinician has pressed the button that takes over what is shown. */
export class MhbReceiveEvent extends Event {
  readonly received: ReceivedContent;

  constructor(received: ReceivedContent) {
    super('mhb-receive', { bubbles: true, composed: true });
    this.received = received;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mhb-receive': MhbReceiveEvent;
  }
}
