/** Newer versions of the bridge, as offered in its window. */
export interface Updates {
  /** The available version, or `null`. */
  readonly available: string | null;
  /**
   * Installs the available version and restarts the bridge. @throws {MhbError} `update-not-trusted`,
   * `update-failed`, `gateway-unreachable`
   */
  install(): Promise<void>;
}
