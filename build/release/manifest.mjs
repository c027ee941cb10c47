import { readJson } from '../../test/trust/lock-file.mjs';

/** The fields of published packages that only the owner of the repository can know. */

/**
 * The address of the repository: the field `repository` of the root `package.json`, or what the caller gives instead.
 * @param {string | undefined} given
 */
export function repositoryAddress(given) {
  const address = given ?? String(readJson('package.json').repository ?? '');
  if (address === '') {
    throw new Error(
      'The field "repository" of package.json is empty. Write the address of the repository there, such as ' +
        '"https://…/owner/mhb-kit": npm refuses packages with provenance that do not name it, and the fields ' +
        'repository, homepage and bugs of every package are derived from it.',
    );
  }
  const url = URL.canParse(address) ? new URL(address) : null;
  const isPlain = url?.protocol === 'https:' && url.username === '' && url.search === '' && url.hash === '';
  if (!isPlain || url.pathname === '/' || /(?:\.git|\/)$/.test(url.pathname)) {
    throw new Error(
      `"repository" must be the address of the repository's page: https, without ".git" and without a slash at the end; it is ${JSON.stringify(address)}`,
    );
  }
  return address;
}

/**
 * The manifest of a package as it is published.
 * @param {string} folder as `core` @param {string} repository
 * @returns {import('./shrinkwrap.mjs').Manifest}
 */
export function publishedManifest(folder, repository) {
  const { name, version, description, ...rest } = readJson(`packages/${folder}/package.json`);
  // Only contributors install them, from the repository.
  delete rest.devDependencies;
  return {
    name,
    version,
    description,
    homepage: `${repository}#readme`,
    bugs: { url: `${repository}/issues` },
    repository: { type: 'git', url: `git+${repository}.git`, directory: `packages/${folder}` },
    ...rest,
  };
}
