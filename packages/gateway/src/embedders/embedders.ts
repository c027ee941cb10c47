import { MhbError } from '@mhb-kit/core/error';
import { defaultSessionScopes, sessionScopes, type SessionScope } from '@mhb-kit/core/gateway';

/**
 * How people log in on a website.
 * - `direct`: people enter the password on the website's pages; for the operator's own pages and kiosks.
 * - `connect`: the website sends people to the gateway's own page and never sees a secret.
 */
export type LoginWay = 'direct' | 'connect';

/** A website that may use the gateway from the browser. */
export interface Embedder {
  readonly id: string;
  readonly name: string;
  /** Exact origins, in the form that browsers send: `https://portal.example.tw`. */
  readonly origins: readonly string[];
  /** Defaults to only `connect`. */
  readonly login?: readonly LoginWay[];
  /** The scopes that a session of this website can have. Defaults to `requests` and `archives`. */
  readonly scopes?: readonly SessionScope[];
  /**
   * Whether the website's pages are used on shared computers such as kiosks. If so, the gateway never remembers
   * the card reader. Defaults to false.
   */
  readonly sharedComputers?: boolean;
  /** Exact redirect URIs for connect mode, each at one of the origins. */
  readonly redirectUris?: readonly string[];
}

/** What the gateway knows about where a call comes from. */
export interface Place {
  /** The origin of the page; `null` if the call is not from a page. */
  readonly origin: string | null;
  /** The id of the website; `null` for the gateway's own pages, and for calls that are not from a page. */
  readonly embedder: string | null;
  readonly scopes: readonly SessionScope[];
  readonly sharedComputers: boolean;
}

export interface Embedders {
  readonly origins: ReadonlySet<string>;
  find(id: string): Required<Embedder> | undefined;
  /** Returns the website to which an origin belongs; `null` if no website has registered the origin. */
  ofOrigin(origin: string | undefined): Required<Embedder> | null;
  /**
   * Checks whether a website receives part of the person's ID number. Websites with direct login do, because they
   * ask the person for the number anyway. Websites in connect mode do not, because the number is also the password
   * for archives, and if six characters are known, only a thousand possibilities remain.
   * @param id `null` for the gateway's own pages, and for calls that are not from a page
   */
  seesNumber(id: string | null): boolean;
  /**
   * Returns the place from which a page calls. The page must be one on which people enter their password directly.
   * @throws {MhbError} `direct-login-not-allowed`
   */
  directPlace(origin: string | undefined): Place;
}

/** @throws {MhbError} `configuration-invalid`; the message names the website and the problem */
export function createEmbedders(list: readonly Embedder[]): Embedders {
  const embedders = list.map(complete);
  const byOrigin = new Map<string, Required<Embedder>>();
  const byId = new Map<string, Required<Embedder>>();
  for (const embedder of embedders) {
    if (byId.has(embedder.id)) throw invalid(`Two embedders have the id ${embedder.id}`);
    byId.set(embedder.id, embedder);
    for (const origin of embedder.origins) {
      if (byOrigin.has(origin)) throw invalid(`Registered twice: ${origin}`);
      byOrigin.set(origin, embedder);
    }
  }
  const ofOrigin = (origin: string | undefined): Required<Embedder> | null =>
    origin === undefined ? null : (byOrigin.get(origin) ?? null);
  return {
    origins: new Set(byOrigin.keys()),
    find: (id) => byId.get(id),
    ofOrigin,
    seesNumber: (id) => id === null || byId.get(id)?.login.includes('direct') === true,
    directPlace(origin) {
      const embedder = ofOrigin(origin);
      if (embedder === null)
        return { origin: origin ?? null, embedder: null, scopes: sessionScopes, sharedComputers: false };
      if (!embedder.login.includes('direct'))
        throw new MhbError('direct-login-not-allowed', 'This embedder may use only connect mode');
      const { id, scopes, sharedComputers } = embedder;
      return { origin: origin ?? null, embedder: id, scopes, sharedComputers };
    },
  };
}

/** The form of a website's id, which appears in addresses and records. */
const ID = /^[a-z][a-z0-9-]*$/;

const invalid = (message: string): MhbError => new MhbError('configuration-invalid', message);

/** Completes an embedder with the default settings. Its origins must not contain a path, wildcard or pattern. */
function complete(embedder: Embedder): Required<Embedder> {
  const { id, origins, login = ['connect'], scopes = defaultSessionScopes, redirectUris = [] } = embedder;
  const { sharedComputers = false } = embedder;
  if (!ID.test(id)) throw invalid(`The id ${id} must consist of lower-case letters, digits and hyphens`);
  for (const origin of origins) {
    if (!/^https?:\/\/[^*]+$/.test(origin) || !URL.canParse(origin) || new URL(origin).origin !== origin)
      throw invalid(`Not an exact origin: ${origin}`);
  }
  for (const uri of redirectUris) {
    if (!URL.canParse(uri) || uri.includes('#') || !origins.includes(new URL(uri).origin))
      throw invalid(`This address is not on an origin of ${id}: ${uri}`);
  }
  if (login.includes('connect') && redirectUris.length === 0)
    throw invalid(`${id} needs redirectUris for connect mode, or "login": ["direct"]`);
  if (!login.includes('direct') && scopes.includes('account'))
    throw invalid(`${id} must not change accounts: that is for pages that the operator runs`);
  return { ...embedder, login, scopes, sharedComputers, redirectUris };
}
