import { describe, expect, it, vi } from 'vitest';
import type { CardProvider, CardProviderState, CardSession, ReaderInfo } from './contract.js';
import { MhbError } from '../error.js';
import { readCard } from './read-card.js';

const basic = {
  cardNumber: '900000000001',
  name: '林美玲',
  nameQuality: 'ok',
  nationalId: 'K223010426',
  birthDate: '1960-05-20',
  sex: 'F',
  issueDate: '2020-01-01',
} as const;

const readerWith = (id: string, kind: 'nhi' | 'cdc' | null): ReaderInfo => ({
  id,
  label: id,
  state: kind === null ? 'empty' : 'present',
  card: kind === null ? null : { kind },
  simulated: false,
});

/** Creates a provider that has these readers and records the calls of its session. */
function providerWith(readers: readonly ReaderInfo[], state: CardProviderState = 'ready') {
  const readNhi = vi.fn<CardSession['readNhi']>(() => Promise.resolve({ basic, attestation: 'signed' }));
  const close = vi.fn(() => Promise.resolve());
  const session: CardSession = {
    readers: () => Promise.resolve(readers),
    on: (event, listener) => {
      if (event === 'progress') (listener as (value: { step: string }) => void)({ step: 'reading' });
      return () => undefined;
    },
    readNhi,
    authenticate: () => Promise.reject(new MhbError('cert-not-found')),
    close,
  };
  const open = vi.fn<CardProvider['open']>(() => Promise.resolve(session));
  const provider: CardProvider = {
    id: 'test',
    assurance: { nhi: 'card-read', cdc: null },
    probe: () => Promise.resolve({ state }),
    open,
  };
  return { provider, open, readNhi, close };
}

const nonce = 'n'.repeat(43);

describe('readCard', () => {
  it('reads the NHI card among several readers with the nonce, reports what that proves, and closes', async () => {
    const { provider, readNhi, close } = providerWith([
      readerWith('a', null),
      readerWith('b', 'cdc'),
      readerWith('c', 'nhi'),
    ]);
    const onProgress = vi.fn();
    const read = await readCard({ nonce, providers: [provider], onProgress });
    expect(read).toEqual({ basic, attestation: 'signed', provider: 'test', assurance: 'card-read' });
    expect(readNhi).toHaveBeenCalledWith({ nonce, waitMs: 0, reader: 'c' });
    expect(onProgress).toHaveBeenCalledWith({ step: 'reading' });
    expect(close).toHaveBeenCalledOnce();
  });

  it('waits for a card in any reader', async () => {
    const { provider, readNhi } = providerWith([readerWith('a', null), readerWith('b', null)]);
    await readCard({ providers: [provider], waitMs: 60_000 });
    expect(readNhi).toHaveBeenCalledWith({ waitMs: 60_000 });
  });

  it('opens providers that may have to prompt, and none that cannot be used', async () => {
    const asks = providerWith([readerWith('a', 'nhi')], 'needs-permission');
    expect((await readCard({ providers: [asks.provider] })).basic).toEqual(basic);
    for (const [state, code] of [
      ['denied', 'permission-denied'],
      ['incompatible', 'incompatible'],
      ['not-installed', 'bridge-not-installed'],
    ] as const) {
      const { provider, open } = providerWith([], state);
      await expect(readCard({ providers: [provider] })).rejects.toMatchObject({ code });
      expect(open).not.toHaveBeenCalled();
    }
    await expect(readCard({ providers: [] })).rejects.toMatchObject({ code: 'bridge-not-installed' });
  });

  it('closes after a failure as well, and can be canceled', async () => {
    const none = providerWith([]);
    await expect(readCard({ providers: [none.provider] })).rejects.toMatchObject({ code: 'no-reader' });
    expect(none.close).toHaveBeenCalledOnce();
    const { provider, readNhi, close } = providerWith([readerWith('a', 'nhi')]);
    readNhi.mockRejectedValueOnce(new MhbError('card-removed'));
    close.mockRejectedValueOnce(new Error('gone'));
    await expect(readCard({ providers: [provider] })).rejects.toMatchObject({ code: 'card-removed' });
    await expect(readCard({ providers: [provider], signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});
