import { Readable } from 'node:stream';
import Type from 'typebox';
import type { BodyOf, SealedArchive } from '@mhb-kit/core/gateway';
import type { Audit } from '../../audit/audit.js';
import type { Archives } from '../../requests/archives.js';
import type { App } from '../app.js';
import type { Authentication } from '../authenticate.js';
import { attachmentNamed, parseRange } from '../byte-range.js';
import {
  conditionalHeaders,
  contract,
  id,
  idParameters,
  inSession,
  instant,
  month,
  noContent,
  stream,
} from '../schema.js';

const selectionSchema = contract<BodyOf<'POST /v1/requests/{id}/archives'>>('ArchiveSelection')(
  Type.Object(
    {
      selection: Type.Array(
        Type.Object(
          {
            category: Type.String({ maxLength: 64 }),
            months: Type.Optional(Type.Array(month, { maxItems: 60 })),
          },
          { additionalProperties: false },
        ),
        { maxItems: 100 },
      ),
    },
    {
      additionalProperties: false,
      examples: [{ selection: [{ category: 'outpatient', months: ['2026-02'] }, { category: 'allergy' }] }],
    },
  ),
);

const archiveSchema = contract<SealedArchive>('SealedArchive')(
  Type.Object({
    id,
    requestId: id,
    fileName: Type.String({ examples: ['健康存摺_1040527.zip'] }),
    byteLength: Type.Integer({ minimum: 0 }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    expiresAt: instant('When the archive is deleted'),
  }),
);

export interface ArchivesParts {
  readonly archives: Archives;
  readonly authentication: Authentication;
  readonly audit: Audit;
}

export function addArchives(app: App, { archives, authentication, audit }: ArchivesParts): void {
  app.post(
    '/v1/requests/:id/archives',
    {
      config: {
        problems: [
          'not-found',
          'request-expired',
          'request-not-ready',
          'nothing-selected',
          'selection-unavailable',
          'quota-reached',
        ],
      },
      schema: {
        summary: 'Create an archive of the selected categories',
        description: 'If the selection is the same, the response is the same archive.',
        tags: ['archives'],
        ...inSession,
        params: idParameters,
        body: selectionSchema,
        response: { 201: archiveSchema },
      },
    },
    async (request, reply) => {
      const session = await authentication.session(request, 'archives');
      const { id: sessionId, accountId } = session;
      const { selection } = request.body;
      const archive = await archives.create(session, request.params.id, selection);
      await audit({ action: 'archive.create', accountId, sessionId, subject: archive.id });
      return reply.code(201).header('Location', `/v1/archives/${archive.id}`).send(archive);
    },
  );

  app.get(
    '/v1/archives/:id',
    {
      config: { problems: ['not-found', 'request-expired', 'range-not-satisfiable'] },
      schema: {
        summary: 'Download an archive or a part of it',
        tags: ['archives'],
        ...inSession,
        params: idParameters,
        headers: Type.Object({
          ...conditionalHeaders.properties,
          range: Type.Optional(Type.String({ maxLength: 128 })),
          'if-range': Type.Optional(Type.String({ maxLength: 128 })),
        }),
        response: {
          200: stream('The archive', 'application/zip'),
          206: stream('A part of it', 'application/zip'),
          304: noContent,
        },
      },
    },
    async (request, reply) => {
      const session = await authentication.session(request, 'archives');
      const { id: sessionId, accountId } = session;
      const { archive, read } = await archives.open(session, request.params.id);
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
