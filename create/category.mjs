import { addBefore, words } from './files.mjs';

/**
 * Creates a category of the catalogue, with the range of dates of outpatient records. The gateway, the request
 * table and file names use it.
 * @param {string} name its id in messages and code, which never changes
 */
export async function createCategory(name) {
  const catalogue = 'packages/core/src/request/catalogue.ts';
  const touched = [
    await addBefore(
      catalogue,
      `  category('${name}', 'medical', '${words(name)}', '${words(name)}', ['${name}'], outpatientLike),\n`,
      '];\n\n/** The days a category covers',
    ),
  ];
  return {
    touched,
    next: [
      `${catalogue}: set the class, the Chinese label (also the name of the file), the passbook sections and the range of dates`,
      'packages/core/src/request/request.test.ts: add the published examples of the range of dates',
    ],
  };
}
