/** Newer versions of the bridge, as its window offers them. */
export interface Updates {
  /** The version that can be had, or `null`. */
  readonly available: string | null;
  /** Installs it and starts the bridge again. @throws {MhbError} `update-not-trusted`, `update-failed`, `gateway-unreachable` */
  install(): Promise<void>;
}
