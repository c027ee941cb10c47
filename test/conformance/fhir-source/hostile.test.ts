import { describe, expect, it } from 'vitest';
import { toRawRecords } from '@mhb-kit/core/fulfilment';
import { defaultCatalogue, type Category } from '@mhb-kit/core/request';
import { createFhirSource } from '@mhb-kit/gateway';
import { mine, nationalId, startHostileServer, theirs, tricks } from '../../fault/fhir/hostile-server.mjs';

/** `npm run fault -- --only fhir` does this with ten thousand answers. */

const sections = ['r1', 'r4', 'r5', 'r6', 'r7', 'r8'];
const categories = defaultCatalogue.filter((category) =>
  category.sections.some((key) => sections.includes(key)),
);

async function fetchCategory(url: string, category: Category, wait = () => Promise.resolve()) {
  const source = createFhirSource({ baseUrl: url, method: 'search', callTimeout: 10_000, pageSize: 2, wait });
  const signal = AbortSignal.timeout(60_000);
  return JSON.stringify(toRawRecords(await source.records({ nationalId, category, window: null, signal })));
}

const outcomeOf = (url: string, category: Category) =>
  fetchCategory(url, category).catch((error: { code?: string }) => `failed: ${error.code ?? String(error)}`);

/** The answer of a correct server, the same for every category. */
async function honest(category: Category): Promise<string> {
  const server = await startHostileServer(() => null);
  try {
    return await fetchCategory(server.url, category);
  } finally {
    await server.stop();
  }
}

describe.each(Object.entries(tricks))('a server that answers with %s', (name, { harmless }) => {
  it('adds nobody else’s records, and reports damaged categories as failed', async () => {
    for (const category of categories.slice(0, harmless ? 6 : 2)) {
      const wanted = await honest(category);
      expect(wanted).toContain(mine);
      // Only the records, or also the person: a server may behave wrongly for either.
      for (const at of ['records', 'all']) {
        const server = await startHostileServer(({ type }) =>
          at === 'all' || type !== 'Patient' ? name : null,
        );
        const got = await outcomeOf(server.url, category);
        await server.stop();
        expect(got).not.toContain(theirs);
        expect(got).toBe(harmless ? wanted : 'failed: service-unavailable');
      }
    }
  });

  it('can be read again when it works correctly', async () => {
    const [category] = categories as [Category];
    let left = 1;
    const server = await startHostileServer(({ type }) =>
      type === 'Encounter' && (left -= 1) >= 0 ? name : null,
    );
    const first = await outcomeOf(server.url, category);
    const second = first.startsWith('failed') ? await outcomeOf(server.url, category) : first;
    await server.stop();
    expect(second).toBe(await honest(category));
  });
});

it('waits as long as a busy server asks, but no longer than is reasonable', async () => {
  const [category] = categories as [Category];
  const waits: number[] = [];
  const wait = (milliseconds: number) => Promise.resolve(void waits.push(milliseconds));
  let left = 1;
  const server = await startHostileServer(({ type }) =>
    type === 'Encounter' && (left -= 1) >= 0 ? 'too many requests' : null,
  );
  await fetchCategory(server.url, category, wait as () => Promise<void>);
  await server.stop();
  expect(waits).toEqual([1_000]);
});

it('selects the person’s own records from a server that returns everyone’s', async () => {
  for (const category of categories) {
    const server = await startHostileServer(() => null, { ignoresParameters: true });
    expect(await outcomeOf(server.url, category)).toBe(await honest(category));
    await server.stop();
  }
});
