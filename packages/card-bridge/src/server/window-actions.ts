import type { JsonWebKey } from 'node:crypto';
import { toMhbError } from '@mhb-kit/core/error';
import type { Browsers } from '../consent/browsers.js';
import type { WindowDesk } from '../consent/window-desk.js';
import type { Finding, Overview } from './overview.js';

/** The actions that the person can take in the bridge's window. */
export interface WindowControls {
  overview(): Promise<Overview>;
  pause(paused: boolean): void;
  /** Withdraws the permission of one site. */
  withdraw(origin: string): Promise<void>;
  /** Removes a site that the person has added. */
  removeSite(origin: string): Promise<void>;
  /** Returns the site in an operator's link, or `null` if the operator did not sign the link. */
  siteOfLink(link: string): string | null;
  addSite(origin: string): Promise<void>;
  /** Creates a one-time link that registers another browser. */
  browserLink(): Promise<string>;
  /** Installs the newer version and restarts the bridge. Rejects with an `MhbError` if this fails. */
  update(): Promise<void>;
  /** Checks what is missing on this computer, and describes it in the language of the window. */
  check(language: string): Promise<readonly Finding[]>;
  /** Deletes everything stored about this person: permissions, browsers, sites and the bridge's key. */
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

/** Maximum age of a signed action. An older action might be a replay. */
const MAX_AGE_MS = 60_000;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Handles a request from the bridge's window, which either registers a browser or carries an action of the
 * person.
 */
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

/**
 * Passes an answer to the question that it belongs to. Returns `null` if the action does not concern a
 * question.
 */
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

/** Handles the person's actions that concern the bridge itself. */
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
