import type { JsonWebKey } from 'node:crypto';
import { toMhbError } from '@mhb-kit/core/error';
import type { Browsers } from '../consent/browsers.js';
import type { WindowDesk } from '../consent/window-desk.js';
import type { Finding, Overview } from './overview.js';

/** What the person can do with the bridge in its window. */
export interface WindowControls {
  overview(): Promise<Overview>;
  pause(paused: boolean): void;
  /** Takes back what was allowed to one site. */
  withdraw(origin: string): Promise<void>;
  /** Takes away a site that the person has added. */
  removeSite(origin: string): Promise<void>;
  /** The site that an operator's link is about, or `null` for a link that is not theirs. */
  siteOfLink(link: string): string | null;
  addSite(origin: string): Promise<void>;
  /** A one-time link that makes another browser known. */
  browserLink(): Promise<string>;
  /** Installs the newer version; the bridge then starts again. Fails with the code of an `MhbError`. */
  update(): Promise<void>;
  /** What is missing on this computer, in the language of the window. */
  check(language: string): Promise<readonly Finding[]>;
  /** Forgets whatever is kept of this person: what they allowed, their browsers, their sites and the bridge's key. */
  forgetEverything(): Promise<void>;
}

export interface WindowActionDependencies {
  readonly browsers: Browsers;
  readonly desk: WindowDesk;
  readonly controls: WindowControls;
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
  dependencies: WindowActionDependencies,
): Promise<ActionResult> {
  const { browsers, clock, host } = dependencies;
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
  return answerQuestion(action, dependencies) ?? (await controlBridge(action, dependencies));
}

/** What answers a question of the bridge; `null` for another action. */
function answerQuestion(
  action: Readonly<Record<string, unknown>>,
  { desk }: WindowActionDependencies,
): ActionResult | null {
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
      return null;
  }
}

/** What the person does with the bridge itself. */
async function controlBridge(
  action: Readonly<Record<string, unknown>>,
  { controls }: WindowActionDependencies,
): Promise<ActionResult> {
  const done: ActionResult = { status: 200, body: {} };
  const site = text(action['site']);
  switch (action['action']) {
    case 'overview':
      return { status: 200, body: await controls.overview() };
    case 'pause':
      controls.pause(action['paused'] === true);
      return done;
    case 'withdraw':
      await controls.withdraw(site);
      return done;
    case 'remove-site':
      await controls.removeSite(site);
      return done;
    case 'show-site': {
      const origin = controls.siteOfLink(text(action['link']));
      return origin === null ? { status: 404 } : { status: 200, body: { origin } };
    }
    case 'add-site': {
      const origin = controls.siteOfLink(text(action['link']));
      if (origin === null) return { status: 404 };
      await controls.addSite(origin);
      return done;
    }
    case 'browser-link':
      return { status: 200, body: { link: await controls.browserLink() } };
    case 'check':
      return { status: 200, body: { findings: await controls.check(text(action['language'])) } };
    case 'update':
      try {
        await controls.update();
        return done;
      } catch (error) {
        return { status: 409, body: { code: toMhbError(error).code } };
      }
    case 'forget-everything':
      await controls.forgetEverything();
      return done;
    default:
      return { status: 400 };
  }
}
