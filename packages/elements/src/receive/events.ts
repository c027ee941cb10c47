/** The data from a link, as passed to the page when a clinician accepts it. */
export interface ReceivedContent {
  /** FHIR resources, most often a single bundle. They are untrusted JSON. */
  readonly resources: readonly Readonly<Record<string, unknown>>[];
  /**
   * Whether all of the data is signed by an issuer that the page trusts. Data that people share themselves is
   * not signed.
   */
  readonly verified: boolean;
  /** The label that the patient gave the link; `null` if it has none. */
  readonly label: string | null;
}

/** Fired when the clinician presses the button to accept the data that is shown. */
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
