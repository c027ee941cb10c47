import { expect } from '@open-wc/testing';
import { lin, tenYearsInTwo } from '@mhb-kit/testkit/people';
import { openViewer, passbookFile, today, wordsOf } from '../../../../test/open-viewer.js';

const people = {
  lin: () => [passbookFile({ ...lin.history(today) })],
  'ten years': () => tenYearsInTwo(today).map(({ name, text }) => ({ name, content: new Blob([text]) })),
  nobody: () => [passbookFile({})],
};
const openGlance = (name: keyof typeof people, lang: string) =>
  openViewer(people[name](), { section: 'glance', lang });

describe('the first screen', () => {
  for (const lang of ['zh-Hant', 'en'])
    for (const name of Object.keys(people) as (keyof typeof people)[])
      it(`has at most eight cards, and is accessible: ${name} in ${lang}`, async function () {
        this.timeout(60_000);
        const element = await openGlance(name, lang);
        const cards = [...element.shadowRoot!.querySelectorAll('.glance > .card')];
        expect(cards.length).to.be.within(1, 8);
        for (const card of cards) expect(wordsOf(card).length).to.be.above(10);
        expect(wordsOf(element.shadowRoot!.querySelector('.glance'))).not.to.match(/undefined|null|NaN/);
        await expect(element).to.be.accessible();
      });

  it('is the first page of an open passbook', async () => {
    const element = await openGlance('lin', 'zh-Hant');
    element.close();
    expect(element.section).to.equal('glance');
  });

  it('describes trends of results in sentences, outside or within their range', async () => {
    const element = await openGlance('lin', 'zh-Hant');
    const words = wordsOf(element.shadowRoot!.querySelector('.glance'));
    expect(words).to.match(
      /醣化血紅素 ?\?? 6\.9 %\*? ▲ 偏高 比 114\/05\/\d\d 的 7\.\d 低；參考值 4 – 6；115\/04\/04 檢驗。/,
    );
    expect(words).to.match(/LDL|低密度脂蛋白/);
    expect(words).to.contain('對Penicillin 類過敏');
    expect(words).to.match(/用到 115\/05\/03（還有 18 天）/);
    expect(words).to.match(/民國 115 年部分負擔共 [\d,]+ 元/);
  });

  it('links every card to its source, with one press', async () => {
    const element = await openGlance('lin', 'en');
    const restsOn: [string | null, string][] = [];
    for (let index = 0; ; index += 1) {
      element.section = 'glance';
      await element.updateComplete;
      const button = element.shadowRoot!.querySelectorAll<HTMLElement>('.glance > .card > .title > button')[
        index
      ];
      if (button === undefined) break;
      const { ariaLabel } = button;
      button.click();
      await element.updateComplete;
      restsOn.push([ariaLabel, element.section]);
    }
    expect(restsOn).to.deep.equal([
      ['See the records: Drugs in use', 'medications'],
      ['See the records: Allergies', 'allergies'],
      ['See the records: How results change', 'laboratory'],
      ['See the records: Long-term problems and operations', 'visits'],
      ['See the records: What comes next', 'prevention'],
      ['See the records: Last visits', 'visits'],
      ['See the records: Paid this year', 'timeline'],
    ]);
    expect(element.view.filter).to.include({ from: '2026', to: '2026' });
  });

  it('opens the trend of a result with one press', async () => {
    const element = await openGlance('lin', 'en');
    element.shadowRoot!.querySelector<HTMLElement>('.glance button[aria-label="See trend: HbA1c"]')!.click();
    await element.updateComplete;
    expect([element.section, element.view.openedSeries]).to.deep.equal(['laboratory', ['hba1c']]);
  });

  it('provides the next dates as a calendar without names of drugs', async () => {
    const element = await openGlance('lin', 'zh-Hant');
    const saved: HTMLElementEventMap['mhb-passbook-export'][] = [];
    element.addEventListener('mhb-passbook-export', (event) => {
      event.preventDefault();
      saved.push(event);
    });
    element.shadowRoot!.querySelector<HTMLElement>('#calendar')!.click();
    expect(saved.map(({ fileName }) => fileName)).to.deep.equal(['健康提醒.ics']);
    const text = await saved[0]!.file.text();
    // The drugs run out on May 3, so new ones can be collected during the ten days up to that day.
    expect(text).to.contain(
      'DTSTART;VALUE=DATE:20260424\r\nDTEND;VALUE=DATE:20260504\r\nSUMMARY:領慢性病連續處方的藥',
    );
    expect(text).not.to.match(/糖穩|脂清|壓穩|A22345/);
  });
});
