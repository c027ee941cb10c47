import type { Session } from '@mhb-kit/core/gateway';
import { maskName, maskNationalId } from '@mhb-kit/core/identity';
import type { Accounts } from '../accounts/accounts.js';
import type { ActiveSession, OpenedSession } from '../sessions/sessions.js';

/** A session as its page sees it. */
export async function sessionView(accounts: Accounts, session: ActiveSession): Promise<Session> {
  const person = await accounts.person(session.accountId);
  return {
    id: session.id,
    person: { nationalId: maskNationalId(person.nationalId), name: maskName(person.name) },
    assurance: session.assurance,
    scopes: session.scopes,
    expiresAt: session.expiresAt.toISOString(),
  };
}

export interface OpenedSessionView {
  readonly session: Session;
  readonly accessToken: string;
  readonly tokenType: 'DPoP';
}

export async function openedSessionView(
  accounts: Accounts,
  { session, accessToken }: OpenedSession,
): Promise<OpenedSessionView> {
  return { session: await sessionView(accounts, session), accessToken, tokenType: 'DPoP' };
}
