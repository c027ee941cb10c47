import { Definitions } from './definitions.js';
import { ProfileChecker } from './profile-checker.js';

/**
 * The folder with the guides' packages. They are not part of this project; docs/trust/fhir.md describes their
 * sources.
 */
export const profilesFolder = process.env['MHB_PROFILES'];

let loaded: { readonly definitions: Definitions; readonly checker: ProfileChecker } | undefined;

/** Loading takes two seconds, so it is done once for all tests of a file. */
export function guides(): { readonly definitions: Definitions; readonly checker: ProfileChecker } {
  if (profilesFolder === undefined)
    throw new Error('MHB_PROFILES names no folder with the packages of the guides.');
  if (loaded === undefined) {
    const definitions = Definitions.load(profilesFolder);
    loaded = { definitions, checker: new ProfileChecker(definitions) };
  }
  return loaded;
}
