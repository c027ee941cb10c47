import type { DocumentObservation } from './observation.js';

/**
 * Observes the document in which this function runs. The function is sent to browsers as source text, so it
 * must not use anything that is defined outside it.
 */
export function observeDocument(): DocumentObservation {
  const script = /\/mhb-(?:elements|core)\.min\.js$/;
  const needGateway = [
    'login-box',
    'request-table',
    'account',
    'registration',
    'activation',
    'password-reset',
  ];
  const resolve = (address: string): string => {
    try {
      return new URL(address, document.baseURI).href;
    } catch {
      return address;
    }
  };

  /** The hashes in the page's import maps, by script address. */
  const mapped: Record<string, string> = {};
  for (const { textContent } of document.querySelectorAll('script[type="importmap"]')) {
    try {
      const map = JSON.parse(textContent ?? '') as { readonly integrity?: Readonly<Record<string, string>> };
      for (const [address, hash] of Object.entries(map.integrity ?? {})) mapped[resolve(address)] = hash;
    } catch {
      // Ignore an invalid import map, as browsers do.
    }
  }
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].flatMap((element) => {
    const url = resolve(element.getAttribute('src') ?? '');
    return script.test(url.split(/[?#]/, 1).join())
      ? [
          {
            url,
            isModule: element.type.trim().toLowerCase() === 'module',
            hasNonce: element.nonce !== '',
            integrity: element.integrity || (mapped[url] ?? null),
          },
        ]
      : [];
  });

  /** The properties of our elements, which frameworks set instead of attributes. */
  interface Ours extends Element {
    readonly client?: unknown;
    readonly activeClient?: unknown;
    readonly gateway?: string;
    readonly mode?: string;
    readonly clientId?: string;
    readonly redirectUri?: string;
  }
  const gatewayOf = (provider: Ours): string => provider.gateway ?? provider.getAttribute('gateway') ?? '';
  const found: Record<string, { tag: string; isDefined: boolean; lacksGateway: boolean }> = {};
  const gateways: string[] = [];
  const logins: { mode: 'direct' | 'connect'; clientId: string | null; redirectUri: string }[] = [];
  for (const element of document.querySelectorAll<Ours>('*')) {
    const tag = element.localName;
    if (!tag.startsWith('mhb-')) continue;
    const isDefined = customElements.get(tag) !== undefined;
    const provider = element.closest<Ours>('mhb-provider');
    const given =
      element.client !== undefined ||
      (provider !== null && (gatewayOf(provider) !== '' || provider.activeClient !== undefined));
    const lacksGateway = !given && (tag === 'mhb-provider' || needGateway.includes(tag.slice(4)));
    const known = (found[tag] ??= { tag, isDefined, lacksGateway: false });
    known.lacksGateway ||= lacksGateway;
    if (tag === 'mhb-provider') {
      const gateway = gatewayOf(element);
      if (gateway !== '' && !gateways.includes(resolve(gateway))) gateways.push(resolve(gateway));
    }
    if (tag === 'mhb-login-box') {
      const back = element.redirectUri ?? element.getAttribute('redirect-uri');
      logins.push({
        mode: (element.mode ?? element.getAttribute('mode')) === 'connect' ? 'connect' : 'direct',
        clientId: element.clientId ?? element.getAttribute('client-id'),
        redirectUri: resolve(back ?? `${location.origin}${location.pathname}`),
      });
    }
  }

  // Built-in functions that old frameworks replace. Each function here tests whether the built-in function
  // behaves correctly.
  const works: Readonly<Record<string, () => boolean>> = {
    'Array.from': () => Array.from(new Set([1]), (one) => one + 1)[0] === 2,
    'JSON.stringify': () => JSON.stringify({ list: [1] }) === '{"list":[1]}',
  };
  const fails = (name: string): boolean => {
    try {
      return works[name]?.() === false;
    } catch {
      return true;
    }
  };
  return {
    isSecureContext,
    language: document.documentElement.getAttribute('lang'),
    policies: [
      ...document.querySelectorAll<HTMLMetaElement>('meta[http-equiv="content-security-policy" i]'),
    ].map(({ content }) => content),
    scripts,
    registered: [...((globalThis as { mhbElements?: readonly string[] }).mhbElements ?? [])],
    components: Object.values(found),
    logins,
    gateways,
    replacedBuiltIns: Object.keys(works).filter(fails),
  };
}
