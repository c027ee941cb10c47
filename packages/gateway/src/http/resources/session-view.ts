import Type from 'typebox';
import {
  sessionAssurances,
  representationKinds,
  sessionScopes,
  type OpenedSession as OpenedSessionView,
  type Session,
} from '@mhb-kit/core/gateway';
import { MhbError } from '@mhb-kit/core/error';
import { maskName, maskNationalId } from '@mhb-kit/core/identity';
import type { Accounts } from '../../accounts/accounts.js';
import { privateTopics } from '@mhb-kit/core/request';
import type { Representations } from '../../representations/representations.js';
import type { Embedders } from '../../embedders/embedders.js';
import type { ActiveSession, OpenedSession } from '../../sessions/sessions.js';
import { contract, day, id, instant } from '../schema.js';

export const assurance = Type.Enum(sessionAssurances);

const withheld = Type.Array(Type.Enum(privateTopics), {
  description: 'The topics that are withheld, whether or not there are records about them',
});
export const recordedFields = {
  id,
  kind: Type.Enum(representationKinds),
  endsOn: day('The last day on which the representation is valid'),
  withheld,
};

export const sessionSchema = contract<Session>('Session')(
  Type.Object({
    id,
    person: Type.Object({
      nationalId: Type.Union([Type.String({ examples: ['A12345****'] }), Type.Null()], {
        description: 'null if a website in connect mode asks',
      }),
      name: Type.String({ examples: ['王○明'] }),
    }),
    representation: Type.Optional(
      Type.Object(
        { ...recordedFields, representative: Type.String({ examples: ['林○美'] }) },
        { description: 'Present if a legal representative, not the person, opened the session' },
      ),
    ),
    assurance,
    scopes: Type.Array(Type.Enum(sessionScopes)),
    expiresAt: instant('When the session ends if it is not used again'),
  }),
);

export const openedSessionSchema = contract<OpenedSessionView>('OpenedSession')(
  Type.Object({
    session: sessionSchema,
    accessToken: Type.String({ description: 'An opaque token, bound to the key that signed the proof' }),
    tokenType: Type.Literal('DPoP'),
  }),
);

export interface SessionViewParts {
  readonly representations: Representations;
  readonly accounts: Accounts;
  readonly embedders: Embedders;
}

/** Returns a session in the form that its page receives. */
export async function sessionView(
  { accounts, embedders, representations }: SessionViewParts,
  session: ActiveSession,
): Promise<Session> {
  const person = await accounts.person(session.accountId);
  const representation =
    session.representationId === null ? null : await representations.ofSession(session.representationId);
  if (session.representationId !== null && representation === null)
    throw new MhbError('session-expired', 'The representation has ended');
  return {
    id: session.id,
    person: {
      nationalId: embedders.seesNumber(session.embedder) ? maskNationalId(person.nationalId) : null,
      name: maskName(person.name),
    },
    ...(representation === null ? {} : { representation }),
    assurance: session.assurance,
    scopes: session.scopes,
    expiresAt: session.expiresAt.toISOString(),
  };
}

export async function openedSessionView(
  parts: SessionViewParts,
  { session, accessToken }: OpenedSession,
): Promise<OpenedSessionView> {
  return { session: await sessionView(parts, session), accessToken, tokenType: 'DPoP' };
}
