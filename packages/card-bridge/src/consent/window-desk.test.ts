import { expect, it } from 'vitest';
import { codeOf } from '../../test/fixture.js';
import { ARMING_MS, WindowDesk } from './window-desk.js';

const question = { kind: 'consent', origin: 'https://portal.example.tw' } as const;

it('T11 ignores a click that comes before the person can have read the question', async () => {
  let now = 0;
  const desk = new WindowDesk(() => now);
  const { id, answer } = desk.ask(question, new AbortController().signal);
  expect(desk.answer(id, true)).toBe(false);
  desk.show(id);
  now += ARMING_MS - 1;
  expect(desk.answer(id, true)).toBe(false);
  desk.show(id);
  now += ARMING_MS - 1;
  expect(desk.answer(id, true)).toBe(false);
  now += 1;
  expect(desk.answer(id, true)).toBe(true);
  expect(await answer).toBe('');
  expect(desk.answer(id, true)).toBe(false);
});

it('ends with a refusal, after a timeout, and when the page is closed', async () => {
  const desk = new WindowDesk(Date.now, 20);
  const controller = new AbortController();
  const [refused, forgotten, left] = [1, 2, 3].map((count) =>
    desk.ask({ ...question, origin: `https://portal${count}.example.tw` }, controller.signal),
  );
  const outcomes = [refused!, forgotten!, left!].map(({ answer }) => codeOf(answer));
  desk.answer(refused!.id, false);
  expect(await outcomes[0]).toBe('pairing-denied');
  expect(await outcomes[1]).toBe('user-timeout');
  const gone = desk.ask(question, controller.signal);
  const outcome = codeOf(gone.answer);
  controller.abort();
  expect(await outcome).toBe('cancelled');
  expect(desk.show(gone.id)).toBeNull();
});

it('limits the number of consent prompts that are open at the same time', async () => {
  const desk = new WindowDesk();
  const controller = new AbortController();
  const ask = (origin: string) => codeOf(desk.ask({ ...question, origin }, controller.signal).answer);
  const greedy = 'https://greedy.example.tw';
  const open = [ask(greedy), ask(greedy)];
  expect(() => ask(greedy)).toThrow('Too many');
  for (const count of [1, 2, 3, 4, 5, 6]) open.push(ask(`https://portal${count}.example.tw`));
  expect(() => ask('https://portal7.example.tw')).toThrow('Too many');
  controller.abort();
  expect(new Set(await Promise.all(open))).toEqual(new Set(['cancelled']));
});
