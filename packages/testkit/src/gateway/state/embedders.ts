import { MhbError } from '@mhb-kit/core/error';
import { defaultSessionScopes, sessionScopes, type SessionScope } from '@mhb-kit/core/gateway';

/** A website that may use the gateway, as registered with `mhb-gateway embedder add`. */
export interface Embedder {
  readonly id: string;
  readonly name: string;
  /** The origins of the website, which must match exactly. */
  readonly origins: readonly string[];
  /** The modes in which people may log in; by default, only `connect`. */
  readonly login?: readonly ('direct' | 'connect')[];
  /** The scopes of the website's sessions; by default, `requests` and `archives`. */
  readonly scopes?: readonly SessionScope[];
  readonly redirectUris?: readonly string[];
}

/** The page on which a login takes place, and what the session is allowed to do. */
export interface Place {
  readonly origin: string | null;
  /** `null` for the gateway's own pages, or for a call without an origin. */
  readonly embedder: string | null;
  readonly scopes: readonly SessionScope[];
}

export class Embedders {
  readonly #embedders: readonly Required<Embedder>[];
  readonly ownOrigin: string;

  constructor(embedders: readonly Embedder[], ownOrigin: string) {
    this.#embedders = embedders.map((embedder) => ({
      login: ['connect'],
      scopes: defaultSessionScopes,
      redirectUris: [],
      ...embedder,
    }));
    this.ownOrigin = ownOrigin;
  }

  find(id: string): Required<Embedder> | undefined {
    return this.#embedders.find((embedder) => embedder.id === id);
  }

  ofOrigin(origin: string | null): Required<Embedder> | undefined {
    return this.#embedders.find(({ origins }) => origin !== null && origins.includes(origin));
  }

  /**
   * Checks whether a website receives a part of the person's ID number. Pass `null` for the gateway's own pages.
   */
  seesNumber(id: string | null): boolean {
    return id === null || this.find(id)?.login.includes('direct') === true;
  }

  /** Returns the website's name as people know it. */
  nameOf(id: string | null): string | null {
    return id === null ? null : (this.find(id)?.name ?? id);
  }

  /** @throws {MhbError} `embedder-not-registered` */
  requireRegistered(origin: string | null): void {
    if (origin !== null && origin !== this.ownOrigin && this.ofOrigin(origin) === undefined)
      throw new MhbError('embedder-not-registered', 'The origin is not registered');
  }

  /**
   * Returns the place of a login on a page where people enter their password directly.
   * @throws {MhbError} `direct-login-not-allowed`
   */
  directPlace(origin: string | null): Place {
    const embedder = this.ofOrigin(origin);
    if (embedder === undefined) return { origin, embedder: null, scopes: sessionScopes };
    if (!embedder.login.includes('direct'))
      throw new MhbError('direct-login-not-allowed', 'This embedder may use only connect mode');
    return { origin, embedder: embedder.id, scopes: embedder.scopes };
  }
}
