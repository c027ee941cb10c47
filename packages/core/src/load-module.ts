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

/**
 * Creates the named calls of a module. The module is loaded when the first of these calls is made, so a page that
 * makes none of them does not load it. A call may throw the errors of `loadModule` in addition to its own. If its last
 * argument contains a `signal`, the signal also applies while the module is loading.
 */
export function loadedOnCall<
  Calls extends Readonly<Record<Name, (...given: never[]) => Promise<unknown>>>,
  Name extends string & keyof Calls,
>(load: () => Promise<Calls>, names: readonly Name[]): Pick<Calls, Name> {
  const made = names.map((name) => [
    name,
    async (...given: never[]) => {
      const options = given.at(-1) as { readonly signal?: AbortSignal } | undefined;
      const calls = await loadModule(load(), options?.signal);
      return calls[name](...given);
    },
  ]);
  return Object.fromEntries(made) as Pick<Calls, Name>;
}
