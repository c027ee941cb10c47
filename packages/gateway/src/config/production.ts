import type { Configuration } from './configuration.js';

/** What must not be so in production; nothing in development. The program refuses to serve while there is any. */
export function productionRisks(configuration: Configuration): readonly string[] {
  const { environment, rootKey, publicUrl, trustProxy, minimumAssurance, embedders } = configuration;
  if (environment !== 'production') return [];
  const insecure = embedders
    .flatMap(({ origins }) => origins)
    .filter((origin) => !origin.startsWith('https:'));
  return [
    ...(rootKey === undefined ? ['rootKey is not set: the key would lie beside what it protects'] : []),
    ...(publicUrl?.startsWith('https:') === true ? [] : ['publicUrl is not https']),
    ...(trustProxy === undefined
      ? ['trustProxy is not set: all who come through the proxy would count as one']
      : []),
    ...addresses(configuration).flatMap(([setting, address]) =>
      address === undefined || isPrivate(address) ? [] : [`${setting} is not https`],
    ),
    ...(minimumAssurance === 'card-read'
      ? ['minimumAssurance lets in with what any reader reads off a card']
      : []),
    ...insecure.map((origin) => `${origin} is not https`),
  ];
}

/** Where personal data are sent to or fetched from. */
const addresses = ({ records, archives, registration }: Configuration) =>
  [
    ['records.baseUrl', records.kind === 'fhir' ? records.baseUrl : undefined],
    ['archives.endpoint', archives?.endpoint],
    ['registration.sms.url', registration?.sms.url],
  ] as const;

/** By TLS, or without leaving the machine. */
export function isPrivate(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
