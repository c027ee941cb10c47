import { calculateJwkThumbprint } from 'jose';
import { empty, json } from '../http/answers.js';
import { listOf, month, optional, read, secret, shape, text } from '../http/body.js';
import { parseRange } from '../http/byte-range.js';
import type { Handlers } from '../http/router.js';
import { pause } from '../state/time.js';
import type { Parts } from './parts.js';

/** The number of chunks of a download. Several chunks are sent so that the progress of the download is visible. */
const PIECES = 10;

const archiveSelection = shape({
  selection: listOf(shape({ category: text(64), months: optional(listOf(month)) })),
});

const renderingKey = shape({
  key: shape({
    kty: (value) => value === 'EC',
    crv: (value) => value === 'P-256',
    x: secret,
    y: secret,
  }),
});

/**
 * The operations for archives and renderings. Archives are created from a selection, and downloaded completely or
 * in ranges. Renderings are read on a page.
 */
export function archiveOperations(parts: Parts) {
  const { activity, archives, authentication, downloadPieceMs, embedders, requests } = parts;
  return {
    'POST /v1/requests/{id}/archives': async (call) => {
      const { selection } = read<'POST /v1/requests/{id}/archives'>(call, archiveSelection);
      const session = await authentication.session(call, 'archives');
      const archive = await archives.create(requests.get(session, call.id), selection);
      activity.record('archive.create', session.account, session, archive.id);
      return json<'POST /v1/requests/{id}/archives'>(201, archive, {
        Location: `/v1/archives/${archive.id}`,
      });
    },

    'POST /v1/requests/{id}/renderings': async (call) => {
      const { key } = read<'POST /v1/requests/{id}/renderings'>(call, renderingKey);
      const session = await authentication.session(call, 'archives', await calculateJwkThumbprint(key));
      const request = requests.get(session, call.id);
      const jwe = await archives.render(request, key, embedders.seesNumber(session.embedder));
      activity.record('rendering.create', session.account, session, request.id);
      return new Response(jwe, {
        headers: { 'Content-Type': 'application/jose', 'Cache-Control': 'no-store' },
      });
    },

    'GET /v1/archives/{id}': async (call) => {
      const session = await authentication.session(call, 'archives');
      const { archive, bytes } = archives.open(session, call.id);
      const tag = `"${archive.sha256}"`;
      const headers = {
        ETag: tag,
        'Accept-Ranges': 'bytes',
        Expires: new Date(archive.expiresAt).toUTCString(),
      };
      if (call.headers.get('If-None-Match')?.includes(tag) === true) return empty(304, headers);
      const ifRange = call.headers.get('If-Range');
      const range =
        ifRange === null || ifRange === tag ? parseRange(call.headers.get('Range'), bytes.length) : null;
      const { start, end } = range ?? { start: 0, end: bytes.length };
      activity.record('archive.download', session.account, session, archive.id);
      return new Response(inPieces(bytes.subarray(start, end), downloadPieceMs, call.signal), {
        status: range === null ? 200 : 206,
        headers: {
          ...headers,
          'Content-Type': 'application/zip',
          'Content-Length': String(end - start),
          'Content-Disposition': `attachment; filename="health-passbook.zip"; filename*=UTF-8''${encodeURIComponent(archive.fileName)}`,
          ...(range === null ? {} : { 'Content-Range': `bytes ${start}-${end - 1}/${bytes.length}` }),
        },
      });
    },
  } satisfies Handlers;
}

function inPieces(
  bytes: Uint8Array<ArrayBuffer>,
  pieceMs: number,
  signal: AbortSignal,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const size = Math.max(1, Math.ceil(bytes.length / PIECES));
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      if (pieceMs > 0) await pause(pieceMs, signal);
      // Copy the bytes, because the consumer of the stream might keep or transfer the chunk.
      controller.enqueue(bytes.slice(sent, sent + size));
      sent += size;
      if (sent >= bytes.length) controller.close();
    },
  });
}
