import { describe, expect, it } from 'vitest';
import {
  anyHolder as holder,
  nhiBasicBlock,
  virtualNhiCard,
  type VirtualNhiCardOptions,
} from '@mhb-kit/testkit/card';
import { MhbError } from '../error.js';
import { decodeBig5Name, nhiReadScript, parseNhiBasic, simulatedProvider } from './index.js';

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'resolved',
    (error: unknown) => (error instanceof MhbError ? error.code : String(error)),
  );

describe('script for reading', () => {
  const read = async (behaviour: NonNullable<VirtualNhiCardOptions['behaviour']>) =>
    parseNhiBasic(await nhiReadScript(virtualNhiCard(holder, { behaviour }).transmit));

  it.each(['generation-1', 'generation-2', 't0', 'wrong-length', 'flaky'] as const)(
    'reads a %s card',
    async (behaviour) => {
      expect(await read(behaviour)).toEqual({ ...holder, nameQuality: 'ok' });
    },
  );

  it.each([
    ['health-professional', 'not-nhi-card'],
    ['damaged', 'bad-card-data'],
    ['cut-off', 'card-removed'],
  ] as const)('reports for a %s card: %s', async (behaviour, code) => {
    expect(await codeOf(read(behaviour))).toBe(code);
  });

  it('sends its commands to a health professional card only once', async () => {
    let answers = 0;
    const card = virtualNhiCard(holder, {
      behaviour: 'health-professional',
      beforeAnswer: (count) => {
        answers = count;
      },
    });
    await codeOf(nhiReadScript(card.transmit));
    expect(answers).toBe(2);
  });
});

describe('basic data', () => {
  it('is strict about fields that identify a person', () => {
    const block = nhiBasicBlock(holder);
    const spoilt = (offset: number) => block.map((byte, index) => (index === offset ? 0x2a : byte));
    for (const broken of [block.subarray(1), new Uint8Array(58), spoilt(0), spoilt(32), spoilt(41)]) {
      expect(() => parseNhiBasic(broken)).toThrow(MhbError);
    }
  });

  it('is lenient about other fields', () => {
    const block = nhiBasicBlock({ ...holder, nationalId: 'AB12345677' });
    block.fill(0x20, 42);
    expect(parseNhiBasic(block)).toMatchObject({
      nationalId: 'AB12345677',
      birthDate: null,
      sex: null,
      issueDate: null,
    });
  });

  it('does not invent dates', () => {
    const block = nhiBasicBlock(holder);
    block.set(new TextEncoder().encode('1120229'), 42);
    expect(parseNhiBasic(block).birthDate).toBeNull();
  });
});

describe('card name', () => {
  const field = (...bytes: number[]) => Uint8Array.from({ length: 20 }, (_, index) => bytes[index] ?? 0);
  const WANG = [0xa4, 0xfd];

  it.each([
    ['NUL', field(...WANG)],
    ['spaces', field(...WANG, ...Array<number>(18).fill(0x20))],
    ['full-width spaces', field(...WANG, ...Array<number[]>(9).fill([0xa1, 0x40]).flat())],
  ])('loses padding of %s', (_, bytes) => {
    expect(decodeBig5Name(bytes)).toEqual({ name: '王', quality: 'ok' });
  });

  it('keeps a romanized name', () => {
    expect(decodeBig5Name(new TextEncoder().encode('WANG XIAO-MING      '))).toEqual({
      name: 'WANG XIAO-MING',
      quality: 'ok',
    });
  });

  it.each([
    [0xfa, 0x40],
    [0x81, 0x40],
    [0xc6, 0xa1],
    [0xc8, 0xfe],
    [0xa3, 0xe1],
    [0xf9, 0xfe],
    [0xff, 0xff],
  ])('marks %s %s as a character without an agreed meaning', (lead, trail) => {
    expect(decodeBig5Name(field(...WANG, lead, trail, ...WANG))).toMatchObject({
      name: expect.stringMatching(/^王〓+王$/),
      quality: 'user-defined-chars',
    });
  });

  it('drops an incomplete character at the end', () => {
    const bytes = Uint8Array.from([0x41, ...Array<number[]>(10).fill(WANG).flat()]).subarray(0, 20);
    expect(decodeBig5Name(bytes)).toEqual({ name: `A${'王'.repeat(9)}`, quality: 'truncated' });
  });

  it('marks a field that is full to its last byte as possibly cut', () => {
    const bytes = Uint8Array.from(Array<number[]>(10).fill(WANG).flat());
    expect(decodeBig5Name(bytes)).toEqual({ name: '王'.repeat(10), quality: 'truncated' });
  });
});

describe('simulated reader', () => {
  it('waits for a card, reads it and reports its data', async () => {
    const provider = simulatedProvider();
    const session = await provider.open({});
    const states: string[] = [];
    session.on('readers', ([reader]) => states.push(`${reader?.state}/${reader?.card?.kind ?? '-'}`));
    const steps: string[] = [];
    session.on('progress', ({ step }) => steps.push(step));
    expect(await codeOf(session.readNhi({}))).toBe('no-card');
    const reading = session.readNhi({ waitMs: 2000 });
    provider.insert(virtualNhiCard(holder));
    expect(await reading).toEqual({ basic: { ...holder, nameQuality: 'ok' }, attestation: null });
    expect(states).toEqual(['empty/-', 'present/unknown', 'present/nhi']);
    expect(steps).toEqual(['insert-card', 'reading']);
  });

  it('notices that the card was removed during a reading, and that a reading was canceled', async () => {
    const provider = simulatedProvider();
    provider.insert(
      virtualNhiCard(holder, {
        beforeAnswer: (count) => {
          if (count === 1) provider.remove();
        },
      }),
    );
    const session = await provider.open({});
    expect(await codeOf(session.readNhi({}))).toBe('card-removed');
    const abort = new AbortController();
    const waiting = codeOf(session.readNhi({ waitMs: 5000, signal: abort.signal }));
    abort.abort();
    expect(await waiting).toBe('cancelled');
  });
});
