import { expect } from '@open-wc/testing';
import { openViewer, passbookFile, wordsOf } from '../../../../test/open-viewer.js';

const sections = {
  r1: [
    {
      'r1.3': '0501110514',
      'r1.4': '明德醫院',
      'r1.5': '20260410',
      'r1.7': '0001',
      r1_1: [
        { 'r1_1.1': 'AC35790100', 'r1_1.2': 'AMOXICILLIN 500MG', 'r1_1.3': '30', 'r1_1.4': '10' },
        { 'r1_1.1': 'AC49420100', 'r1_1.2': 'AMLODIPINE 5MG', 'r1_1.3': '28', 'r1_1.4': '28' },
      ],
    },
  ],
  r4: [{ 'r4.1': '20250101', 'r4.2': 'Penicillin', 'r4.5': '明德醫院' }],
};

describe('a drug that conflicts with a recorded allergy', () => {
  for (const section of ['overview', 'medications', 'allergies'])
    it(`is named on the page ${section}`, async () => {
      const element = await openViewer([passbookFile(sections)], { section });
      const warnings = [...element.shadowRoot!.querySelectorAll('.content .lines .warn')].map(wordsOf);
      expect(warnings.filter((each) => each.includes('“Penicillin”')).length).to.equal(1);
      expect(wordsOf(element.shadowRoot!.querySelector('.content .lines li'))).to.contain(
        'AMOXICILLIN 500MG',
      );
    });

  it('is not on the drug page if there is none', async () => {
    const element = await openViewer([passbookFile({ ...sections, r4: [] })], { section: 'medications' });
    expect(element.shadowRoot!.querySelector('.content .warn')).to.equal(null);
  });
});
