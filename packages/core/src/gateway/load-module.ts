import { connectionError } from './connection-error.js';

/** A module of the client that is fetched when it is first needed; without a network it fails as any call does. */
export async function loadModule<Module>(module: Promise<Module>, signal?: AbortSignal): Promise<Module> {
  try {
    return await module;
  } catch (error) {
    throw connectionError(error, signal);
  }
}
