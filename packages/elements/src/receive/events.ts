/** The data from a link that a clinician accepts. */
export interface ReceivedContent {
  /** FHIR resources, most often one bundle: untrusted JSON. */
  readonly resources: readonly Readonly<Record<string, unknown>>[];
  /**
   * Whether all of the data is signed by an issuer that the page trusts. Data that people share themselves is
   * not signed.
   */
  readonly verified: boolean;
  /** The label of the link. */
  readonly label: string | null;
}

/** The clinician has pressed the button to accept what is shown. */
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
