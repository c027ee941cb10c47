import { MhbError, toMhbError } from '@mhb-kit/core/error';
import { contentTypes, fetchEncryptedFiles, type Manifest } from '@mhb-kit/core/share';
import { empty, json, jsonOf } from '../http/answers.js';
import { isBoolean, listOf, optional, orNull, read, shape, text, type Check } from '../http/body.js';
import type { Call, Handlers } from '../http/router.js';
import type { LinkHolder } from '../state/health-links.js';
import type { OpenSession } from '../state/sessions.js';
import type { Parts } from './parts.js';

const isLength: Check = (value) => Number.isInteger(value) && Number(value) >= 0;
const newHealthLink = shape({
  files: listOf(
    shape({ contentType: (value) => contentTypes.some((type) => type === value), jwe: text(Infinity) }),
  ),
  expiresAt: text(64),
  passcode: orNull((value) => text(64)(value) && String(value).length >= 4),
});
const relayedHealthLink = shape({
  url: text(2_048),
  isDirect: isBoolean,
  recipient: text(200),
  passcode: optional(text(64)),
  embeddedLengthMax: optional(isLength),
});

/** The operations that create, manage, open and relay SMART Health Links. Anyone who has a link can open it. */
export function healthLinkOperations(parts: Parts) {
  const { activity, authentication, fetch, healthLinks, service } = parts;

  function requireOffered(isOffered: boolean): void {
    if (!isOffered) throw new MhbError('health-links-off');
  }

  async function holderOf(
    call: Call,
  ): Promise<{ readonly holder: LinkHolder; readonly session: OpenSession | null }> {
    const managementKey = call.headers.get('Management-Key');
    if (managementKey !== null) return { holder: { managementKey }, session: null };
    const session = await authentication.session(call, 'archives');
    return { holder: session, session };
  }

  return {
    'POST /v1/health-links': async (call) => {
      requireOffered(service.healthLinks);
      const body = read<'POST /v1/health-links'>(call, newHealthLink);
      const session = await authentication.session(call, 'archives');
      const created = healthLinks.create(session, body);
      activity.record('health-link.create', session.account, session, created.healthLink.id);
      return json<'POST /v1/health-links'>(201, created, {
        Location: `/v1/health-links/${created.healthLink.id}`,
      });
    },

    'GET /v1/health-links': async (call) => {
      requireOffered(service.healthLinks);
      const session = await authentication.session(call, 'archives');
      activity.record('health-link.read', session.account, session);
      return json<'GET /v1/health-links'>(200, { healthLinks: healthLinks.list(session) });
    },

    'GET /v1/health-links/{id}': async (call) => {
      const { holder, session } = await holderOf(call);
      const link = healthLinks.find(call.id, holder);
      activity.record('health-link.read', link.account, session, link.id);
      return json<'GET /v1/health-links/{id}'>(200, healthLinks.view(link));
    },

    'DELETE /v1/health-links/{id}': async (call) => {
      const { holder, session } = await holderOf(call);
      const link = healthLinks.find(call.id, holder);
      healthLinks.revoke(link);
      activity.record('health-link.revoke', link.account, session, link.id);
      return empty(204);
    },

    'POST /v1/health-link-relays': async (call) => {
      const { url, isDirect, ...request } = read<'POST /v1/health-link-relays'>(call, relayedHealthLink);
      const files = await fetchEncryptedFiles(
        { url, isDirect, needsPasscode: false, expiresAt: null },
        { ...request, fetch, signal: call.signal },
      );
      return json<'POST /v1/health-link-relays'>(200, { files });
    },

    'POST /v1/manifests/{token}': (call) => {
      const { recipient, passcode, embeddedLengthMax } = (call.body ?? {}) as Readonly<
        Record<string, unknown>
      >;
      if (!text(200)(recipient)) throw new MhbError('invalid-request', 'No recipient');
      try {
        const { link, manifest } = healthLinks.open(call.id, {
          recipient: String(recipient),
          ...(typeof passcode === 'string' ? { passcode } : {}),
          ...(isLength(embeddedLengthMax) ? { embeddedLengthMax: Number(embeddedLengthMax) } : {}),
        });
        activity.record('health-link.open', link.account, null, link.id);
        return jsonOf<Manifest>(200, manifest, { 'Access-Control-Allow-Origin': '*' });
      } catch (thrown) {
        const { code, details } = toMhbError(thrown);
        if (code !== 'health-link-passcode-wrong') throw thrown;
        return jsonOf<object>(401, { remainingAttempts: details['remainingAttempts'] });
      }
    },

    'GET /v1/manifest-files/{ticket}': (call) =>
      new Response(healthLinks.file(call.id), { headers: { 'Content-Type': 'application/jose' } }),
  } satisfies Handlers;
}
