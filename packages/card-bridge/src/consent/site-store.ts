/** Where the sites that may use the bridge are stored; the bridge's window changes the person's own ones. */
export interface SiteStore {
  /** All sites that are allowed now, no matter who allowed them. */
  read(): Promise<readonly KeptSite[]>;
  /** Adds a site of the person's own: they are asked before a card is read for it. */
  add(origin: string): Promise<void>;
  /** Removes one of the person's own sites, or all of them. */
  remove(origin?: string): Promise<void>;
}

export interface KeptSite {
  readonly origin: string;
  readonly consent: 'enrolled' | 'ask';
  /** The person may remove it. */
  readonly own: boolean;
}
