import { addBefore, words } from './files.mjs';

/**
 * Creates a category of the catalogue, with the usual window of outpatient records. The gateway, the request
 * table and file names use it.
 * @param {string} name its stable id, in messages and code
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
      `${catalogue}: its class, its label in Chinese (also the name of its file), its passbook sections, its window`,
      'packages/core/src/request/request.test.ts: the printed examples of its window',
    ],
  };
}
