/** Where the sites are kept that may use the bridge; the bridge's window changes what is the person's own of them. */
export interface SiteStore {
  /** All that count now, whoever has allowed them. */
  read(): Promise<readonly KeptSite[]>;
  /** Adds a site of the person's own: they are asked before a card is read for it. */
  add(origin: string): Promise<void>;
  /** Takes away one of the person's own sites, or all of them. */
  remove(origin?: string): Promise<void>;
}

export interface KeptSite {
  readonly origin: string;
  readonly consent: 'enrolled' | 'ask';
  /** The person may take it away again. */
  readonly own: boolean;
}
