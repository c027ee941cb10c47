import { MhbError } from '@mhb-kit/core/error';

/** A website that may use the gateway from the browser. */
export interface Embedder {
  readonly id: string;
  readonly name: string;
  /** Exact origins, as the browser sends them: `https://portal.example.tw`. */
  readonly origins: readonly string[];
}

/**
 * The registered origins.
 * @throws {MhbError} `configuration-invalid` for what is not an origin: no path, no wildcard, no pattern.
 */
export function registeredOrigins(embedders: readonly Embedder[]): ReadonlySet<string> {
  const origins = embedders.flatMap((embedder) => embedder.origins);
  for (const origin of origins) {
    if (!/^https?:\/\/[^*]+$/.test(origin) || !URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new MhbError('configuration-invalid', `Not an exact origin: ${origin}`);
    }
  }
  return new Set(origins);
}
