/** How to start the workers that keep large files off the page; `null` where there is none to start. */
export interface WorkerMakers {
  /** Of `@mhb-kit/core/archive/worker`. */
  readonly archive?: (() => Worker) | null;
  /** Of `@mhb-kit/core/passbook/worker`. */
  readonly passbook?: (() => Worker) | null;
}

let makers: WorkerMakers = {};

/**
 * Tells every viewer on the page where its workers are. Bundlers find them by themselves, and the script-tag build has
 * them beside it; a page that serves them elsewhere, or demands a `TrustedScriptURL`, calls this before files are opened.
 */
export function useWorkers(given: WorkerMakers): void {
  makers = given;
}

export const workerMakers = (): WorkerMakers => makers;
