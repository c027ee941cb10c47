import { Readable } from 'node:stream';
import Type from 'typebox';
import type { Audit } from '../../audit.js';
import type { Archives } from '../../requests/archives.js';
import type { App } from '../app.js';
import type { Authentication } from '../authenticate.js';
import { attachmentNamed, parseRange } from '../byte-range.js';
import {
  archiveSchema,
  idParameters,
  problemSchema,
  proofHeaders,
  ref,
  selectionSchema,
  stream,
} from '../schemas.js';

export interface ArchiveRoutesParts {
  readonly archives: Archives;
  readonly authentication: Authentication;
  readonly audit: Audit;
}

export function addArchiveRoutes(app: App, { archives, authentication, audit }: ArchiveRoutesParts): void {
  const security = [{ dpop: [] }];

  app.post(
    '/v1/requests/:id/archives',
    {
      schema: {
        summary: 'Seal what was ticked into an archive',
        description: 'The same selection gives the same archive.',
        tags: ['archives'],
        security,
        params: idParameters,
        headers: proofHeaders,
        body: ref(selectionSchema),
        response: { 201: ref(archiveSchema), default: ref(problemSchema) },
      },
    },
    async (request, reply) => {
      const { id: sessionId, accountId } = await authentication.session(request, 'archives');
      const { selection } = request.body;
      const archive = await archives.create(accountId, request.params.id, selection);
      await audit({ action: 'archive.create', accountId, sessionId, subject: archive.id });
      return reply.code(201).header('Location', `/v1/archives/${archive.id}`).send(archive);
    },
  );

  app.get(
    '/v1/archives/:id',
    {
      schema: {
        summary: 'Download an archive, whole or in part',
        tags: ['archives'],
        security,
        params: idParameters,
        headers: Type.Object({
          ...proofHeaders.properties,
          range: Type.Optional(Type.String({ maxLength: 128 })),
          'if-range': Type.Optional(Type.String({ maxLength: 128 })),
          'if-none-match': Type.Optional(Type.String({ maxLength: 512 })),
        }),
        response: {
          200: stream('The archive', 'application/zip'),
          206: stream('A part of it', 'application/zip'),
          304: Type.Null(),
          default: ref(problemSchema),
        },
      },
    },
    async (request, reply) => {
      const { id: sessionId, accountId } = await authentication.session(request, 'archives');
      const { archive, read } = await archives.open(accountId, request.params.id);
      const { range: rangeHeader, 'if-range': ifRange, 'if-none-match': ifNoneMatch } = request.headers;
      const tag = `"${archive.sha256}"`;
      void reply
        .header('ETag', tag)
        .header('Accept-Ranges', 'bytes')
        .header('Expires', new Date(archive.expiresAt).toUTCString());
      if (ifNoneMatch?.includes(tag) === true) return reply.code(304).send(null);
      const range =
        ifRange === undefined || ifRange === tag ? parseRange(rangeHeader, archive.byteLength) : null;
      const { start, end } = range ?? { start: 0, end: archive.byteLength };
      await audit({ action: 'archive.download', accountId, sessionId, subject: archive.id });
      if (range !== null) {
        void reply.code(206).header('Content-Range', `bytes ${start}-${end - 1}/${archive.byteLength}`);
      }
      return reply
        .type('application/zip')
        .header('Content-Length', end - start)
        .header('Content-Disposition', attachmentNamed(archive.fileName, 'health-passbook.zip'))
        .send(Readable.from(read(start, end), { objectMode: false }));
    },
  );
}
