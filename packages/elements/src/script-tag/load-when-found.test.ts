import { expect } from '@open-wc/testing';
import { loadWhenFound, type Loader } from '../../dist/script-tag/load-when-found.js';

describe('loadWhenFound', () => {
  let stop: () => void = () => undefined;

  afterEach(() => {
    stop();
    document.body.replaceChildren();
  });

  const loader = (asked: string[], name: string, ready: Promise<void> = Promise.resolve()): Loader => {
    const element = class extends HTMLElement {};
    return async () => {
      asked.push(name);
      await ready;
      return element;
    };
  };

  it('fetches what the page contains, what is added later, and nothing else', async () => {
    const asked: string[] = [];
    document.body.innerHTML = '<x-first></x-first><x-first></x-first>';
    stop = loadWhenFound({
      'x-first': loader(asked, 'first'),
      'x-second': loader(asked, 'second'),
      'x-never': loader(asked, 'never'),
    });
    await customElements.whenDefined('x-first');
    expect(asked).to.deep.equal(['first']);
    document.body.innerHTML = '<section><x-second></x-second></section>';
    await customElements.whenDefined('x-second');
    expect(asked).to.deep.equal(['first', 'second']);
  });

  it('fetches components in parallel, and registers them together, the provider first', async () => {
    const asked: string[] = [];
    let arrive: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => (arrive = resolve));
    const order: string[] = [];
    for (const tag of ['x-inside', 'mhb-provider'])
      void customElements.whenDefined(tag).then(() => order.push(tag));
    document.body.innerHTML = '<mhb-provider><x-inside></x-inside></mhb-provider>';
    stop = loadWhenFound({
      'x-inside': loader(asked, 'inside'),
      'mhb-provider': loader(asked, 'provider', slow),
    });
    expect(asked).to.deep.equal(['provider', 'inside']);
    await new Promise((resolve) => setTimeout(resolve));
    expect(order).to.deep.equal([]);
    arrive();
    await customElements.whenDefined('x-inside');
    expect(order).to.deep.equal(['mhb-provider', 'x-inside']);
  });
});
