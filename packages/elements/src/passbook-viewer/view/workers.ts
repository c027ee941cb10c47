/**
 * Functions that start the workers, which process large files outside the page's main thread. If a function is
 * `null`, no worker is used.
 */
export interface WorkerMakers {
  /** From `@mhb-kit/core/archive/worker`. */
  readonly archive?: (() => Worker) | null;
  /** From `@mhb-kit/core/passbook/worker`. */
  readonly passbook?: (() => Worker) | null;
}

let makers: WorkerMakers = {};

/**
 * Sets the workers for all viewers on the page. This is usually unnecessary, because bundlers find the workers
 * automatically, and the script-tag build includes them. Call this function before files are opened if the page
 * serves the workers from a different place or requires a `TrustedScriptURL`.
 */
export function useWorkers(given: WorkerMakers): void {
  makers = given;
}

export const workerMakers = (): WorkerMakers => makers;
