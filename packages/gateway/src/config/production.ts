import type { Configuration } from './configuration.js';
import { exposures } from './exposure.js';

/**
 * Lists the risks that are not allowed in production. The program refuses to serve if there are any. In
 * development, the list is always empty.
 */
export function productionRisks(configuration: Configuration): readonly string[] {
  const { environment, rootKey, publicUrl, trustProxy, minimumAssurance, embedders } = configuration;
  if (environment !== 'production') return [];
  const insecure = embedders
    .flatMap(({ origins }) => origins)
    .filter((origin) => !origin.startsWith('https:'));
  return [
    ...(rootKey === undefined
      ? ['rootKey is not set: the key would be stored beside the data that it protects']
      : []),
    ...(publicUrl?.startsWith('https:') === true ? [] : ['publicUrl is not https']),
    ...(trustProxy === undefined
      ? ['trustProxy is not set: all callers behind the proxy would count as one']
      : []),
    ...addresses(configuration).flatMap(([setting, address]) =>
      address === undefined || isPrivate(address) ? [] : [`${setting} is not https`],
    ),
    ...(minimumAssurance === 'card-read'
      ? ['minimumAssurance accepts logins with data that any reader can read from a card']
      : []),
    ...registerRisks(configuration),
    ...insecure.map((origin) => `${origin} is not https`),
    ...exposures(configuration),
  ];
}

/**
 * Checks the settings of the register. Without a register, anyone who knows an ID number could claim that it is
 * theirs, so people may open accounts themselves only if there is a register.
 */
function registerRisks({ registration, records }: Configuration): readonly string[] {
  if (registration === undefined) return [];
  const { register } = registration;
  if (register === undefined)
    return ['registration.register is not set: nothing would confirm the identity of applicants'];
  return register.kind === 'records' &&
    records.kind === 'fhir' &&
    (records.cardNumberSystem === undefined || records.householdNumberSystem === undefined)
    ? ['registration.register: records needs records.cardNumberSystem and records.householdNumberSystem']
    : [];
}

/** The addresses to which personal data is sent or from which it is fetched. */
const addresses = ({ records, archives, registration }: Configuration) =>
  [
    ['records.baseUrl', records.kind === 'fhir' ? records.baseUrl : undefined],
    ['records.smart.tokenUrl', records.kind === 'fhir' ? records.smart?.tokenUrl : undefined],
    ['archives.endpoint', archives?.endpoint],
    ['registration.sms.url', registration?.sms.url],
    [
      'registration.register.url',
      registration?.register?.kind === 'http' ? registration.register.url : undefined,
    ],
  ] as const;

/** Checks whether a connection to the address uses TLS or stays on this machine. */
export function isPrivate(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
