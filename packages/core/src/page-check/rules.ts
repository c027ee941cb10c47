import {
  allows,
  forbidsFeature,
  forbidsTrustedTypes,
  readPolicies,
  requiresTrustedTypes,
  sandboxLacks,
  type Policy,
} from './content-security-policy.js';
import type {
  DocumentObservation,
  PageObservation,
  ScriptElement,
  ScriptObservation,
} from './observation.js';

import { componentTags, isOurs } from './our-scripts.js';

/**
 * All problems that a page with our components can have. The codes are stable, because scripts rely on them.
 */
export const findingCodes = [
  'page-insecure',
  'page-language-missing',
  'page-language-wrong',
  'script-missing',
  'script-unreachable',
  'script-wrong-type',
  'script-not-module',
  'script-insecure',
  'script-cors',
  'script-policy',
  'integrity-missing',
  'integrity-wrong',
  'versions-several',
  'element-unknown',
  'element-undefined',
  'trusted-types-lit',
  'trusted-types-workers',
  'worker-policy',
  'worker-isolated',
  'connect-policy-gateway',
  'connect-policy-bridge',
  'opener-isolated',
  'page-sandboxed',
  'feature-loopback',
  'feature-passkey',
  'feature-camera',
  'gateway-missing',
  'gateway-insecure',
  'gateway-unreachable',
  'gateway-other',
  'gateway-unregistered',
  'gateway-cors',
  'login-not-direct',
  'client-id-missing',
  'redirect-elsewhere',
  'connect-unregistered',
  'bridge-refuses',
  'built-ins-replaced',
] as const;
export type FindingCode = (typeof findingCodes)[number];

export interface Finding {
  readonly code: FindingCode;
  /**
   * An `error` means that something does not work; a `warning` means that something works less well or less
   * safely.
   */
  readonly severity: 'error' | 'warning';
  /** Where the problem is: an address, a tag or a directive; `null` if it concerns the page as a whole. */
  readonly where: string | null;
}

/** Returns all findings. Errors come before warnings. */
export function checkPage(observation: PageObservation): readonly Finding[] {
  const page = prepare(observation);
  const findings = findingCodes.flatMap((code) => {
    const [severity, look] = rules[code];
    const places = look(page);
    return [...new Set(places)].map((place): Finding => ({ code, severity, where: place }));
  });
  return [
    ...findings.filter(({ severity }) => severity === 'error'),
    ...findings.filter(({ severity }) => severity === 'warning'),
  ];
}

/** An observation together with facts that several rules derive from it. */
interface Page extends PageObservation {
  readonly address: URL;
  readonly policies: readonly Policy[];
  readonly tags: readonly string[];
  /** Whether people log in or present a card on this page itself. */
  readonly usesBridge: boolean;
  readonly fetched: (url: string) => ScriptObservation | undefined;
}

/** Components that communicate with the card bridge. A login box does this only in direct mode. */
const AT_THE_BRIDGE = [
  'registration',
  'activation',
  'password-reset',
  'account-recovery',
  'environment-check',
];

function prepare(observation: PageObservation): Page {
  const { url, headers, document, scripts } = observation;
  const tags = (document?.components ?? []).map(({ tag }) => tag);
  return {
    ...observation,
    address: new URL(url),
    policies: readPolicies(headers?.['content-security-policy'], document?.policies ?? []),
    tags,
    usesBridge:
      (document?.logins ?? []).some(({ mode }) => mode === 'direct') ||
      AT_THE_BRIDGE.some((name) => tags.includes(`mhb-${name}`)),
    fetched: (address) => scripts.find((script) => script.url === address),
  };
}

type Places = readonly (string | null)[];
type Look = (page: Page) => Places;
/** Creates a rule about the whole page. */
const whole =
  (isWrong: (page: Page) => boolean): Look =>
  (page) =>
    isWrong(page) ? [null] : [];
/** Creates a rule about each of our scripts. */
const eachScript =
  (isWrong: (script: ScriptElement, page: Page, fetched: ScriptObservation | undefined) => boolean): Look =>
  (page) =>
    (page.document?.scripts ?? [])
      .filter((script) => isWrong(script, page, page.fetched(script.url)))
      .map(({ url }) => url);
/** Creates a rule about the document. The rule finds nothing if the document could not be observed. */
const inDocument =
  (look: (document: DocumentObservation, page: Page) => Places): Look =>
  (page) =>
    page.document === null ? [] : look(page.document, page);

/**
 * Returns the origin of an address. An attribute may contain any string instead of an address; such a string is
 * returned unchanged.
 */
const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url);
const isLoopback = ({ hostname }: URL): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(hostname) || hostname.endsWith('.localhost');
const isInsecure = (url: string): boolean =>
  URL.canParse(url) && new URL(url).protocol === 'http:' && !isLoopback(new URL(url));
const isElsewhere = (url: string, { address }: Page): boolean => originOf(url) !== address.origin;
const header = (page: Page, name: string): string | undefined => page.headers?.[name];

const JAVASCRIPT = /^(?:text|application)\/(?:x-)?(?:javascript|ecmascript)$/;
/**
 * Returns our scripts that come from the page's own server. They start their workers from files in the same
 * folder.
 */
const ownScripts = (page: Page): readonly ScriptElement[] =>
  (page.document?.scripts ?? []).filter((script) => !isElsewhere(script.url, page) && isOurs(script));
const WORKERS = ['archive-worker.js', 'passbook-worker.js'];
const workersOf = (page: Page): readonly string[] =>
  page.tags.some((tag) => ['mhb-passbook-viewer', 'mhb-request-table', 'mhb-receive'].includes(tag))
    ? ownScripts(page).flatMap(({ url }) => WORKERS.map((name) => new URL(name, url).href))
    : [];

const BRIDGE = 'ws://127.0.0.1:17788/';
const SANDBOX_NEEDS = [
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-popups',
  'allow-downloads',
];

/** Returns the language that a browser would read from `tag`, or `null` if it is not a language tag. */
function languageOf(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return null;
  }
}

/** Country codes that are mistakenly used as language codes. */
const NO_LANGUAGE = ['tw', 'cn', 'us', 'gb'];

const isWrongLanguage = (tag: string): boolean => {
  const locale = languageOf(tag);
  return (
    locale === null ||
    NO_LANGUAGE.includes(locale.language) ||
    (locale.language === 'zh' && locale.script === 'Hans')
  );
};

function isWrongHash({ integrity }: ScriptElement, fetched: ScriptObservation | undefined): boolean {
  const hashes = (integrity ?? '').split(/\s+/).filter((hash) => /^sha(?:256|384|512)-/.test(hash));
  // If there are hashes of several algorithms, only those of the strongest algorithm count.
  const strongest = hashes
    .map((hash) => hash.slice(0, 6))
    .sort()
    .at(-1);
  const right = strongest === undefined ? undefined : fetched?.hashes[strongest];
  return right !== undefined && !hashes.some((hash) => hash.split('?')[0] === `${strongest}-${right}`);
}

/** Problems that explain why no component is shown. */
const causes = [
  ...['script-missing', 'script-unreachable', 'script-wrong-type', 'script-not-module', 'script-insecure'],
  ...['script-cors', 'script-policy', 'integrity-wrong', 'trusted-types-lit', 'page-sandboxed'],
  'built-ins-replaced',
] as const satisfies readonly string[];

const rules: Readonly<Record<FindingCode, readonly [Finding['severity'], Look]>> = {
  'page-insecure': [
    'error',
    whole((page) => (page.document === null ? isInsecure(page.url) : !page.document.isSecureContext)),
  ],
  'page-language-missing': [
    'warning',
    inDocument(({ language }) => ((language ?? '').trim() === '' ? [null] : [])),
  ],
  'page-language-wrong': [
    'warning',
    inDocument(({ language }) => {
      const tag = (language ?? '').trim();
      return tag !== '' && isWrongLanguage(tag) ? [tag] : [];
    }),
  ],
  'script-missing': [
    'error',
    inDocument(({ scripts, registered, components }) =>
      scripts.length === 0 &&
      registered.length === 0 &&
      components.some(({ tag }) => componentTags.includes(tag)) &&
      !components.some(({ isDefined }) => isDefined)
        ? [null]
        : [],
    ),
  ],
  'script-unreachable': [
    'error',
    eachScript(
      (_script, _page, fetched) =>
        fetched !== undefined && !(fetched.status !== null && fetched.status < 400),
    ),
  ],
  'script-wrong-type': [
    'error',
    eachScript(
      (_script, _page, fetched) =>
        fetched?.status === 200 && !JAVASCRIPT.test((fetched.mediaType ?? '').split(';')[0]?.trim() ?? ''),
    ),
  ],
  'script-not-module': ['error', eachScript(({ isModule }) => !isModule)],
  'script-insecure': [
    'error',
    eachScript(({ url }, page) => page.address.protocol === 'https:' && isInsecure(url)),
  ],
  'script-cors': [
    'error',
    eachScript(
      ({ url }, page, fetched) =>
        isElsewhere(url, page) && fetched?.status === 200 && fetched.allowsOrigin === false,
    ),
  ],
  'script-policy': [
    'error',
    eachScript(
      ({ url, hasNonce, integrity }, page) =>
        !allows(page.policies, { kind: 'script', url, page: page.url, hasNonce, integrity }),
    ),
  ],
  'integrity-missing': [
    'warning',
    eachScript(({ url, integrity }, page) => isElsewhere(url, page) && integrity === null),
  ],
  'integrity-wrong': ['error', eachScript((script, _page, fetched) => isWrongHash(script, fetched))],
  'versions-several': [
    'warning',
    inDocument(({ registered, scripts }) => {
      const ours = scripts.filter(isOurs).map(({ url }) => url);
      const folders = new Set(ours.map((url) => new URL('.', url).href));
      if (folders.size > 1) return [ours.join(' ')];
      return new Set(registered).size < registered.length ? [null] : [];
    }),
  ],
  'element-unknown': [
    'error',
    inDocument(({ components }) =>
      components
        .filter(({ tag, isDefined }) => !isDefined && !componentTags.includes(tag))
        .map(({ tag }) => tag),
    ),
  ],
  'element-undefined': [
    'error',
    inDocument(({ components }, page) =>
      causes.some((code) => rules[code][1](page).length > 0)
        ? []
        : components
            .filter(({ tag, isDefined }) => !isDefined && componentTags.includes(tag))
            .map(({ tag }) => tag),
    ),
  ],
  'trusted-types-lit': ['error', whole(({ policies }) => forbidsTrustedTypes(policies, 'lit-html'))],
  'trusted-types-workers': [
    'warning',
    whole(
      (page) =>
        workersOf(page).length > 0 &&
        requiresTrustedTypes(page.policies) &&
        forbidsTrustedTypes(page.policies, 'mhb-workers'),
    ),
  ],
  'worker-policy': [
    'warning',
    (page) =>
      workersOf(page).filter((url) => !allows(page.policies, { kind: 'worker', url, page: page.url })),
  ],
  'worker-isolated': [
    'warning',
    (page) => {
      const own = header(page, 'cross-origin-embedder-policy') ?? '';
      if (!/^\s*(?:require-corp|credentialless)/.test(own)) return [];
      return workersOf(page).filter((url) => {
        const worker = page.fetched(url);
        return (
          worker?.status === 200 && !/^\s*(?:require-corp|credentialless)/.test(worker.embedderPolicy ?? '')
        );
      });
    },
  ],
  'connect-policy-gateway': [
    'error',
    (page) =>
      page.gateways
        .map(({ url }) => url)
        .filter((url) => !allows(page.policies, { kind: 'connect', url, page: page.url }))
        .map(originOf),
  ],
  'connect-policy-bridge': [
    'error',
    whole(
      (page) => page.usesBridge && !allows(page.policies, { kind: 'connect', url: BRIDGE, page: page.url }),
    ),
  ],
  'opener-isolated': [
    'warning',
    whole(
      (page) =>
        page.usesBridge && /^\s*same-origin\s*(?:;|$)/.test(header(page, 'cross-origin-opener-policy') ?? ''),
    ),
  ],
  'page-sandboxed': ['error', ({ policies }) => sandboxLacks(policies, SANDBOX_NEEDS)],
  'feature-loopback': [
    'error',
    (page) =>
      page.usesBridge
        ? ['loopback-network', 'local-network-access'].filter((feature) =>
            forbidsFeature(header(page, 'permissions-policy'), feature),
          )
        : [],
  ],
  'feature-passkey': [
    'warning',
    whole(
      (page) =>
        (page.document?.logins ?? []).some(({ mode }) => mode === 'direct') &&
        forbidsFeature(header(page, 'permissions-policy'), 'publickey-credentials-get'),
    ),
  ],
  'feature-camera': [
    'warning',
    whole(
      (page) =>
        page.tags.includes('mhb-receive') && forbidsFeature(header(page, 'permissions-policy'), 'camera'),
    ),
  ],
  'gateway-missing': [
    'error',
    inDocument(({ components }) =>
      components.filter(({ lacksGateway }) => lacksGateway).map(({ tag }) => tag),
    ),
  ],
  'gateway-insecure': ['error', ({ gateways }) => gateways.map(({ url }) => url).filter(isInsecure)],
  'gateway-unreachable': [
    'error',
    ({ gateways }) => gateways.filter(({ answers }) => answers === 'nobody').map(({ url }) => url),
  ],
  'gateway-other': [
    'error',
    ({ gateways }) => gateways.filter(({ answers }) => answers === 'other').map(({ url }) => url),
  ],
  'gateway-unregistered': [
    'error',
    ({ gateways, address }) =>
      gateways.some(({ isRegistered }) => isRegistered === false) ? [address.origin] : [],
  ],
  'gateway-cors': [
    'error',
    (page) =>
      page.gateways
        .filter(
          ({ url, allowsOrigin, isRegistered }) =>
            isElsewhere(url, page) && allowsOrigin === false && isRegistered !== false,
        )
        .map(({ url }) => url),
  ],
  'login-not-direct': [
    'error',
    inDocument(({ logins }, { gateways, address }) =>
      logins.some(({ mode }) => mode === 'direct') &&
      gateways.some(({ loginWays }) => loginWays !== null && !loginWays.includes('direct'))
        ? [address.origin]
        : [],
    ),
  ],
  'client-id-missing': [
    'error',
    inDocument(({ logins }) =>
      logins.some(({ mode, clientId }) => mode === 'connect' && (clientId ?? '') === '') ? [null] : [],
    ),
  ],
  'redirect-elsewhere': [
    'error',
    inDocument(({ logins }, page) =>
      logins
        .filter(({ mode, redirectUri }) => mode === 'connect' && isElsewhere(redirectUri, page))
        .map(({ redirectUri }) => redirectUri),
    ),
  ],
  'connect-unregistered': [
    'error',
    ({ gateways }) => gateways.flatMap(({ unknownTargets }) => unknownTargets),
  ],
  'bridge-refuses': [
    'warning',
    ({ bridge, usesBridge, address }) => (usesBridge && bridge === 'refuses' ? [address.origin] : []),
  ],
  'built-ins-replaced': ['error', inDocument(({ replacedBuiltIns }) => replacedBuiltIns)],
};
