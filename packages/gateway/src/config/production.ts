import type { Configuration } from './configuration.js';

/** What must not be so in production; nothing in development. The program refuses to serve while there is any. */
export function productionRisks(configuration: Configuration): readonly string[] {
  const { environment, rootKey, publicUrl, minimumAssurance, embedders } = configuration;
  if (environment !== 'production') return [];
  const insecure = embedders
    .flatMap(({ origins }) => origins)
    .filter((origin) => !origin.startsWith('https:'));
  return [
    ...(rootKey === undefined ? ['rootKey is not set: the key would lie beside what it protects'] : []),
    ...(publicUrl?.startsWith('https:') === true ? [] : ['publicUrl is not https']),
    ...(minimumAssurance === 'card-read'
      ? ['minimumAssurance lets in with what any reader reads off a card']
      : []),
    ...insecure.map((origin) => `${origin} is not https`),
  ];
}
