import type { PageObservation } from './observation.js';

/**
 * A Content Security Policy, parsed as browsers do (CSP Level 3). Only the parts that matter to our components
 * are parsed.
 */
export type Policy = ReadonlyMap<string, readonly string[]>;

/**
 * Parses all policies of a page. A header can contain several policies, each of which must allow a request.
 */
export function readPolicies(header: string | undefined, metas: readonly string[]): readonly Policy[] {
  return [...(header ?? '').split(','), ...metas].map(readPolicy).filter((policy) => policy.size > 0);
}

function readPolicy(text: string): Policy {
  const policy = new Map<string, readonly string[]>();
  for (const directive of text.split(';')) {
    const [name = '', ...values] = directive.trim().split(/\s+/);
    // If a directive occurs twice, the first one counts.
    if (name !== '' && !policy.has(name.toLowerCase())) policy.set(name.toLowerCase(), values);
  }
  return policy;
}

/**
 * The directives that list the allowed sources for each kind of request. More specific directives come first.
 */
const directives = {
  connect: ['connect-src', 'default-src'],
  script: ['script-src-elem', 'script-src', 'default-src'],
  worker: ['worker-src', 'child-src', 'script-src', 'default-src'],
} as const;

export interface PolicyQuestion {
  readonly kind: keyof typeof directives;
  readonly url: string;
  /** The address of the page, which is needed for `'self'` and for sources without a scheme. */
  readonly page: string;
  readonly hasNonce?: boolean;
  readonly integrity?: string | null;
}

/** Checks whether every policy allows the request. */
export const allows = (policies: readonly Policy[], question: PolicyQuestion): boolean =>
  policies.every((policy) => {
    const name = directives[question.kind].find((each) => policy.has(each));
    return name === undefined || allowedBy(policy.get(name) ?? [], question);
  });

function allowedBy(sources: readonly string[], question: PolicyQuestion): boolean {
  const words = sources.map((source) => source.toLowerCase());
  if (question.kind === 'script') {
    if (question.hasNonce === true && words.some((word) => word.startsWith("'nonce-"))) return true;
    const hashes = (question.integrity ?? '').split(/\s+/).filter((hash) => hash !== '');
    if (hashes.length > 0 && hashes.every((hash) => sources.includes(`'${hash}'`))) return true;
  }
  // With `strict-dynamic`, browsers ignore addresses. Everything that a trusted script loads is trusted.
  if (words.includes("'strict-dynamic'")) return question.kind === 'worker';
  return sources.some((source) => matches(source, question));
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { http: '80', ws: '80', https: '443', wss: '443' };
/** A source with one of these schemes also allows the secure variants of the scheme. */
const SERVED: Readonly<Record<string, readonly string[]>> = {
  http: ['http', 'https', 'ws', 'wss'],
  https: ['https', 'wss'],
  ws: ['ws', 'wss'],
};
const HOST_SOURCE =
  /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[a-z0-9_.-]+|\[[0-9a-f:]+\])(?::(\d+|\*))?(\/.*)?$/i;

function matches(source: string, { url, page }: PolicyQuestion): boolean {
  if (!URL.canParse(url)) return false;
  const [target, own] = [new URL(url), new URL(page)];
  const scheme = target.protocol.slice(0, -1);
  const ownScheme = own.protocol.slice(0, -1);
  const serves = (from: string): boolean => (SERVED[from] ?? [from]).includes(scheme);
  const portOf = ({ port, protocol }: URL): string => port || (DEFAULT_PORTS[protocol.slice(0, -1)] ?? '');
  const word = source.toLowerCase();
  if (word === "'self'") {
    return target.hostname === own.hostname && serves(ownScheme) && samePort(portOf(own), portOf(target));
  }
  if (word === '*') return scheme in DEFAULT_PORTS;
  if (/^[a-z][a-z0-9+.-]*:$/.test(word)) return serves(word.slice(0, -1));
  const parts = HOST_SOURCE.exec(source);
  if (parts === null) return false;
  const [, from = ownScheme, host = '', port, path = ''] = parts;
  if (!serves(from.toLowerCase()) || !hostMatches(host.toLowerCase(), target.hostname)) return false;
  const expected = port ?? DEFAULT_PORTS[scheme] ?? '';
  if (expected !== '*' && !samePort(expected, portOf(target))) return false;
  return path === '' || (path.endsWith('/') ? target.pathname.startsWith(path) : target.pathname === path);
}

const hostMatches = (pattern: string, host: string): boolean =>
  pattern === '*' || (pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern);

/**
 * Checks whether a source's port allows another port. Port 80 also allows 443, because a source with `http`
 * also allows `https`.
 */
const samePort = (one: string, other: string): boolean => one === other || (one === '80' && other === '443');

/** Checks whether the policies forbid a Trusted Types policy with this name. */
export const forbidsTrustedTypes = (policies: readonly Policy[], name: string): boolean =>
  policies.some((policy) => {
    const names = policy.get('trusted-types');
    return names !== undefined && !names.includes('*') && !names.includes(name);
  });

/** Checks whether the policies require a Trusted Types policy to turn text into code. */
export const requiresTrustedTypes = (policies: readonly Policy[]): boolean =>
  policies.some((policy) => policy.get('require-trusted-types-for')?.includes("'script'") === true);

/** Returns the required permissions that a policy's sandbox does not grant. */
export const sandboxLacks = (policies: readonly Policy[], needs: readonly string[]): readonly string[] =>
  needs.filter((need) =>
    policies.some((policy) => {
      const allowed = policy.get('sandbox');
      return allowed !== undefined && !allowed.includes(need);
    }),
  );

/** Checks whether a `Permissions-Policy` header forbids the page itself to use a feature. */
export function forbidsFeature(header: string | undefined, feature: string): boolean {
  const member = (header ?? '').split(/,(?![^()]*\))/).find((each) => each.trim().startsWith(`${feature}=`));
  if (member === undefined) return false;
  const allowed = member.slice(member.indexOf('=') + 1);
  return !/\*|\bself\b/.test(allowed);
}

/** Checks whether the page's policies allow it to connect to an address. */
export const allowsConnection = (
  { url, headers, document }: Pick<PageObservation, 'url' | 'headers' | 'document'>,
  address: string,
): boolean =>
  allows(readPolicies(headers?.['content-security-policy'], document?.policies ?? []), {
    kind: 'connect',
    url: address,
    page: url,
  });
