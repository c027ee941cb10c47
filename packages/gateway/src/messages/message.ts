/** What the gateway sends to people. */
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

/** What the operator prints and posts. */
export interface Letter {
  readonly channel: 'letter';
  readonly name: string;
  /** `null`: not on the operator's record; whoever posts the letter has to find it. */
  readonly postalAddress: string | null;
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** Brings a message on its way; rejects when it could not, and is then asked again later. */
export interface MessageSender {
  send(message: Message): Promise<void>;
}
