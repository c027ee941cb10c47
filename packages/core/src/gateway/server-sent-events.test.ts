import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readEventData } from './server-sent-events.js';

/** Creates a body whose chunks end at the given positions, which may be inside a character. */
function bodyOf(text: string, cuts: readonly number[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(text);
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return new ReadableStream({
    start(controller) {
      let at = 0;
      for (const end of ends) {
        if (end > at) controller.enqueue(bytes.slice(at, end));
        at = Math.max(at, end);
      }
      controller.close();
    },
  });
}

async function read(text: string, cuts: readonly number[] = []): Promise<string[]> {
  const events: string[] = [];
  for await (const data of readEventData(bodyOf(text, cuts))) events.push(data);
  return events;
}

it('reads events wherever the network splits them', async () => {
  const text = 'event: request\ndata: {"名":"一"}\n\n:\n\ndata: two\ndata:lines\n\nid: 7\n\n';
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(), { maxLength: 12 }),
      fc.constantFrom('\n', '\r\n'),
      async (cuts, end) => {
        expect(await read(text.replaceAll('\n', end), cuts)).toEqual(['{"名":"一"}', 'two\nlines']);
      },
    ),
  );
});

it('accepts the three line endings, and drops an incomplete event', async () => {
  expect(await read('data: a\r\n\r\ndata: b\n\ndata: half')).toEqual(['a', 'b']);
});
