/** How to start the workers that process large files outside the page; `null` if there are none. */
export interface WorkerMakers {
  /** From `@mhb-kit/core/archive/worker`. */
  readonly archive?: (() => Worker) | null;
  /** From `@mhb-kit/core/passbook/worker`. */
  readonly passbook?: (() => Worker) | null;
}

let makers: WorkerMakers = {};

/**
 * Sets the workers for every viewer on the page. Bundlers find them automatically, and the script-tag build
 * includes them. A page that serves them elsewhere, or requires a `TrustedScriptURL`, calls this before files
 * are opened.
 */
export function useWorkers(given: WorkerMakers): void {
  makers = given;
}

export const workerMakers = (): WorkerMakers => makers;
