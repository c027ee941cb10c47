/** An e-mail from the gateway to a person. */
export interface Mail {
  readonly channel: 'mail';
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Sms {
  readonly channel: 'sms';
  /** 09xxxxxxxx. */
  readonly to: string;
  readonly text: string;
}

export type Message = Mail | Sms;

/** A letter that the operator prints and mails. */
export interface Letter {
  readonly channel: 'letter';
  readonly name: string;
  /**
   * `null` if the operator's records contain no address, so that the person who mails the letter has to look it
   * up.
   */
  readonly postalAddress: string | null;
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** Sends a message. If `send` rejects, it is called again later. */
export interface MessageSender {
  send(message: Message): Promise<void>;
}
