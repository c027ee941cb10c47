// How many names of results get the right code: compares test/conformance/passbook/analyte-names.tsv with the views.
import { readFileSync } from 'node:fs';
import { listLaboratorySeries, readPassbook } from '@mhb-kit/core/passbook';

const list = new URL('../conformance/passbook/analyte-names.tsv', import.meta.url);

/**
 * Names that are clear in a row of a passbook. Names that need a specimen are left to sources that state one.
 */
export async function scoreNames() {
  const [, ...lines] = readFileSync(list, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const names = lines
    .map((line) => line.split('\t'))
    .filter(([, , specimen]) => specimen === '')
    .map(([order = '', name = '', , loinc = '', analyte = '']) => ({
      order,
      name,
      analyte,
      loinc: loinc.split(' ').filter((code) => code !== ''),
    }));
  let coded = 0;
  const missed = [];
  const wrong = [];
  for (const { order, name, analyte, loinc } of names) {
    const said = await codeOf(order, name);
    if (said !== null && !loinc.includes(said)) wrong.push(`${order} ${name} is ${analyte}, said ${said}`);
    else if (said !== null) coded += 1;
    else if (loinc.length > 0) missed.push(`${order} ${name} (${analyte})`);
  }
  const wanted = names.filter(({ loinc }) => loinc.length > 0).length;
  return { names: names.length, share: coded / wanted, missed, wrong };
}

/**
 * The LOINC code under which the views show a result with this name, if it is the only one in a passbook.
 *
 * @param {string} order
 * @param {string} name
 */
async function codeOf(order, name) {
  const row = {
    'r7.3': '0101980011',
    'r7.4': '臺北青雲綜合醫院',
    'r7.5': '20260310',
    'r7.6': '20260310',
    'r7.8': order,
    'r7.9': '',
    'r7.10': name,
    // A word, because a number could be evidence for or against a unit.
    'r7.11': '陰性',
    'r7.12': '[無][無]',
  };
  const text = JSON.stringify({
    myhealthbank: { bdata: { 'b1.1': 'A12345****', 'b1.2': '20260401', r7: [row] } },
  });
  const { passbook } = await readPassbook([{ name: 'names.json', bytes: new TextEncoder().encode(text) }]);
  return listLaboratorySeries(passbook)[0]?.analyte?.loinc ?? null;
}
