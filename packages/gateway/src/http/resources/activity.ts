import Type from 'typebox';
import { activityActions, type ActivityPage } from '@mhb-kit/core/gateway';
import { MhbError } from '@mhb-kit/core/error';
import type { Activity } from '../../audit/activity.js';
import type { Audit } from '../../audit/audit.js';
import type { App } from '../app.js';
import type { Authentication } from '../authenticate.js';
import { contract, inSession, instant, nullableText } from '../schema.js';
import { assurance } from './session-view.js';

const activityPageSchema = contract<ActivityPage>('ActivityPage')(
  Type.Object({
    entries: Type.Array(
      Type.Object({
        action: Type.Enum(activityActions),
        subject: nullableText('Id of the request or archive'),
        actor: Type.Enum(['person', 'representative', 'service']),
        representative: nullableText('Partly masked name of the representative who read the records'),
        embedder: nullableText('Name of the website'),
        assurance: Type.Union([assurance, Type.Null()]),
        firstAt: instant('The first time'),
        lastAt: instant('The last time'),
        times: Type.Integer({ minimum: 1 }),
      }),
    ),
    before: Type.Union([instant('For the next page'), Type.Null()]),
  }),
);

/**
 * Converts an RFC 3339 date and time. That format also allows leap seconds and the year 0, and an offset can move
 * a time beyond the year 9999; such times are refused because the database does not support them.
 */
function instantOf(text: string): Date {
  const instant = new Date(text);
  const year = instant.getUTCFullYear();
  if (year >= 1 && year <= 9999) return instant;
  throw new MhbError('invalid-request', 'This is not a valid date and time', {
    details: { field: 'before' },
  });
}

/** The dependencies of the route for the access record, which shows people who read their records and when. */
export interface ActivityParts {
  readonly activity: Activity;
  readonly authentication: Authentication;
  readonly audit: Audit;
}

export function addActivity(app: App, { activity, authentication, audit }: ActivityParts): void {
  app.get(
    '/v1/activity',
    {
      schema: {
        summary: 'Who read which data and when, with the newest entry first',
        tags: ['accounts'],
        ...inSession,
        querystring: Type.Object(
          { before: Type.Optional(Type.String({ format: 'date-time' })) },
          { additionalProperties: false },
        ),
        response: { 200: activityPageSchema },
      },
    },
    async (request) => {
      const { id: sessionId, accountId } = await authentication.session(request, 'activity');
      const { before } = request.query;
      const page = await activity.page(accountId, before === undefined ? null : instantOf(before));
      await audit({ action: 'activity.read', accountId, sessionId, subject: null });
      return page;
    },
  );
}
