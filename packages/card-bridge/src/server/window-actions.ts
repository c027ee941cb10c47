import type { JsonWebKey } from 'node:crypto';
import type { Browsers } from '../consent/browsers.js';
import type { WindowDesk } from '../consent/window-desk.js';

export interface WindowActionDependencies {
  readonly browsers: Browsers;
  readonly desk: WindowDesk;
  readonly clock: () => number;
  /** `127.0.0.1:17788` */
  readonly host: string;
}

export interface ActionResult {
  readonly status: 200 | 400 | 403 | 404 | 409;
  readonly body?: object;
}

/** A signed action older than this was recorded, not made. */
const MAX_AGE_MS = 60_000;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What the bridge's window posts: a browser that registers itself, or something that the person did. */
export async function performWindowAction(
  path: string,
  body: Readonly<Record<string, unknown>>,
  { browsers, desk, clock, host }: WindowActionDependencies,
): Promise<ActionResult> {
  if (path === '/ui/admit') {
    const id = await browsers.admit(text(body['ticket']), (body['publicJwk'] ?? {}) as JsonWebKey);
    return id === null ? { status: 403 } : { status: 200, body: { id } };
  }
  if (path !== '/ui/act') return { status: 404 };
  const signed = await browsers.signed(text(body['browser']), text(body['text']), text(body['signature']));
  if (!signed) return { status: 403 };
  const action = JSON.parse(text(body['text'])) as Readonly<Record<string, unknown>>;
  const fresh = Math.abs(clock() - Number(action['at'])) < MAX_AGE_MS && action['host'] === host;
  if (!fresh) return { status: 403 };
  const request = text(action['request']);
  switch (action['action']) {
    case 'show': {
      const question = desk.show(request);
      return question === null ? { status: 404 } : { status: 200, body: question };
    }
    case 'follow':
      return { status: 200, body: { next: desk.follower(request) } };
    case 'allow':
    case 'deny':
      return desk.answer(request, action['action'] === 'allow', text(action['pin']))
        ? { status: 200, body: {} }
        : { status: 409 };
    default:
      return { status: 400 };
  }
}
