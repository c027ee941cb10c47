import { addFile, addLine, camel, pascal, words } from './files.mjs';

/**
 * Creates a provider for a card reader: the provider, its export, and a test that runs the common contract of
 * all providers.
 * @param {string} name such as `kiosk-reader`
 */
export async function createProvider(name) {
  const file = `packages/core/src/card/${name}-provider`;
  const touched = [
    await addFile(`${file}.ts`, providerOf(name)),
    await addFile(`${file}.test.ts`, testOf(name)),
    await addLine(
      'packages/core/src/card/index.ts',
      `export { ${camel(name)}Provider } from './${name}-provider.js';`,
      /^export \{ \w+ \} from '\.\/[\w-]+\.js';/,
    ),
  ];
  return {
    touched,
    next: [
      `${file}.ts: connect to the reader, set what a reading proves (assurance), and translate failures into codes of error-messages/card.ts`,
      `${file}.test.ts: write substitutes for a source with a card, without a card, and for no source`,
      'packages/core/src/card/detect-providers.ts: add the provider if every page should look for it',
    ],
  };
}

const providerOf = (/** @type {string} */ name) => `import { MhbError } from '../error.js';
import type { Transmit } from './apdu.js';
import type { CardProvider, CardSession } from './contract.js';
import { parseNhiBasic } from './nhi-basic.js';
import { nhiReadScript } from './nhi-read.js';
import { oneReaderSession } from './one-reader-session.js';

/** The source: what the reader's software offers. */
export interface ${pascal(name)}Source {
  /** Rejects with \`MhbError('no-card')\` if there is none. */
  connect(): Promise<Transmit>;
}

/** ${words(name)}. @param source \`undefined\` where this computer has none */
export function ${camel(name)}Provider(source: ${pascal(name)}Source | undefined): CardProvider {
  return {
    id: '${name}',
    assurance: { nhi: 'card-read', cdc: null },
    probe: () => Promise.resolve({ state: source === undefined ? 'not-installed' : 'ready' }),
    open: () =>
      source === undefined
        ? Promise.reject(new MhbError('component-not-installed', 'No ${words(name).toLowerCase()} here'))
        : Promise.resolve(openSession(source)),
  };
}

const openSession = (source: ${pascal(name)}Source): CardSession =>
  oneReaderSession({ id: '${name}', label: '${words(name)}' }, (progress) => ({
    async readNhi({ signal }) {
      if (signal?.aborted === true) throw new MhbError('cancelled');
      const transmit = await source.connect();
      progress('reading');
      return { basic: parseNhiBasic(await nhiReadScript(transmit)), attestation: null };
    },
    authenticate: () => Promise.reject(new MhbError('middleware-missing', 'It reads NHI cards only')),
  }));
`;

const testOf = (/** @type {string} */ name) => `import { describe, it } from 'vitest';
import { anyHolder, cardProviderContract, virtualNhiCard } from '@mhb-kit/testkit/card';
import { MhbError } from '../error.js';
import { ${camel(name)}Provider } from './${name}-provider.js';

describe('${words(name)}', () => {
  const subject = {
    withCard: () => {
      const card = virtualNhiCard(anyHolder);
      return ${camel(name)}Provider({ connect: () => Promise.resolve(card.transmit) });
    },
    withoutCard: () => ${camel(name)}Provider({ connect: () => Promise.reject(new MhbError('no-card')) }),
    absent: () => ${camel(name)}Provider(undefined),
  };
  it.each(cardProviderContract)('$title', ({ check }) => check(subject));
});
`;
