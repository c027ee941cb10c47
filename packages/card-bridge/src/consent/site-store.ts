/** Stores the sites that may use the bridge. The bridge's window can change only the person's own sites. */
export interface SiteStore {
  /** All sites that are currently allowed, regardless of who allowed them. */
  read(): Promise<readonly KeptSite[]>;
  /** Adds a site on the person's behalf: they are asked before a card is read for it. */
  add(origin: string): Promise<void>;
  /** Removes one or all of the person's own sites. */
  remove(origin?: string): Promise<void>;
}

export interface KeptSite {
  readonly origin: string;
  readonly consent: 'enrolled' | 'ask';
  /** The person may remove it. */
  readonly own: boolean;
}
