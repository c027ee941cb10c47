import { MhbError } from './error.js';

/**
 * A module that is fetched when it is first needed, so that a page shows without it.
 * @throws {MhbError} `gateway-unreachable` without a network; `cancelled`
 */
export async function loadModule<Module>(module: Promise<Module>, signal?: AbortSignal): Promise<Module> {
  try {
    return await module;
  } catch (cause) {
    if (signal?.aborted === true) throw new MhbError('cancelled', 'The operation was cancelled', { cause });
    throw new MhbError('gateway-unreachable', 'A part of the page could not be fetched', {
      retriable: true,
      cause,
    });
  }
}
