import { bodyChunks } from './body-chunks.js';

/**
 * Yields the data of each event in a `text/event-stream` body (WHATWG HTML, "Server-sent events") as soon as it
 * arrives. This function replaces `EventSource`, which cannot send the headers that the gateway requires.
 */
export async function* readEventData(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pending = '';
  let data: string[] = [];
  for await (const chunk of bodyChunks(body)) {
    const text = pending + decoder.decode(chunk, { stream: true });
    // The text received so far can end between a carriage return and its line feed.
    const held = text.endsWith('\r') ? '\r' : '';
    const lines = text.slice(0, text.length - held.length).split(/\r\n|\n|\r/);
    pending = (lines.pop() ?? '') + held;
    for (const line of lines) {
      if (line === '' && data.length > 0) {
        yield data.join('\n');
        data = [];
      } else if (line.startsWith('data:')) {
        data.push(line.slice(line.startsWith('data: ') ? 6 : 5));
      }
    }
  }
}
