/** Stores the sites that may use the bridge. The bridge's window can change only the person's own sites. */
export interface SiteStore {
  /** Returns all sites that are currently allowed, regardless of who allowed them. */
  read(): Promise<readonly KeptSite[]>;
  /** Adds a site on the person's behalf. The bridge asks the person before it reads a card for this site. */
  add(origin: string): Promise<void>;
  /** Removes one or all of the person's own sites. */
  remove(origin?: string): Promise<void>;
}

export interface KeptSite {
  readonly origin: string;
  readonly consent: 'enrolled' | 'ask';
  /** Whether the person may remove the site. */
  readonly own: boolean;
}
