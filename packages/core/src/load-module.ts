import { MhbError } from './error.js';

/**
 * Loads a module when it is first needed, so that the page appears sooner.
 * @throws {MhbError} `gateway-unreachable` if the module cannot be fetched; `cancelled` if the signal was
 * aborted
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
