import { describe, expect, it } from 'vitest';
import { createGatewayClient, type CreatedHealthLink, type GatewayClient } from '@mhb-kit/core/gateway';
import {
  createHealthLinkKey,
  fetchEncryptedFiles,
  openHealthLink,
  sealFile,
  type FetchOptions,
  type ReceivedFile,
} from '@mhb-kit/core/share';
import { refusal, tick } from '../support.js';
import type { GatewayUnderTest } from './gateway-under-test.js';

/**
 * SMART Health Links: created by a person, opened by anybody who has the link, seen and revoked by their
 * creator.
 */
export function describeHealthLinks(gateway: () => GatewayUnderTest): void {
  const content = { resourceType: 'Bundle', type: 'collection', entry: [] };

  interface Shared extends CreatedHealthLink {
    readonly key: string;
    readonly client: GatewayClient;
    open(more?: Partial<FetchOptions>): Promise<ReceivedFile[]>;
  }

  async function share(passcode: string | null = null, days = 1, client?: GatewayClient): Promise<Shared> {
    const page = client ?? (await gateway().logIn(await gateway().person()));
    const key = createHealthLinkKey();
    const jwe = await sealFile(JSON.stringify(content), 'application/fhir+json', key);
    const created = await page.createHealthLink({
      files: [{ contentType: 'application/fhir+json', jwe }],
      expiresAt: new Date(gateway().clock.read().getTime() + days * tick.day).toISOString(),
      passcode,
    });
    const { manifestUrl: url } = created;
    return {
      ...created,
      key,
      client: page,
      open: async (more) =>
        openHealthLink(
          { key },
          await fetchEncryptedFiles(
            { url, isDirect: false, needsPasscode: false, expiresAt: null },
            {
              recipient: '明德醫院',
              fetch: gateway().backend.fetch,
              now: () => gateway().clock.read(),
              ...more,
            },
          ),
        ),
    };
  }
  const asks = (url: string, body: object): Promise<Response> =>
    gateway().backend.fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });

  describe('a link', () => {
    it('can be opened by anyone who has it, and its creator sees the names that the receivers entered', async () => {
      const { manifestUrl, healthLink, client, open } = await share();
      expect(manifestUrl.length).toBeLessThanOrEqual(128);
      expect(Buffer.from(manifestUrl.split('/').at(-1) ?? '', 'base64url')).toHaveLength(32);
      expect((await open()).map((file) => file.content)).toEqual([content]);
      gateway().clock.advance(tick.minute);
      await open({ recipient: '淡水診所' });
      const seen = await client.healthLink(healthLink.id);
      expect(seen).toMatchObject({ state: 'active', timesOpened: 2, attemptsLeft: null });
      expect(seen.openings.map(({ recipient }) => recipient)).toEqual(['淡水診所', '明德醫院']);
      expect(await client.healthLinks()).toEqual([seen]);
    });

    it('gives a file that is longer than the receiver accepts a separate address, for five minutes', async () => {
      const { manifestUrl, open } = await share();
      expect((await open({ embeddedLengthMax: 10 })).map((file) => file.content)).toEqual([content]);
      const manifest = (await (
        await asks(manifestUrl, { recipient: 'x', embeddedLengthMax: 10 })
      ).json()) as {
        readonly files: readonly { readonly location: string; readonly embedded?: string }[];
      };
      const [{ location, embedded } = { location: '' }] = manifest.files;
      expect(embedded).toBeUndefined();
      const fetched = await gateway().backend.fetch(location);
      expect(fetched.headers.get('Content-Type')).toContain('application/jose');
      expect((await fetched.text()).split('.')).toHaveLength(5);
      gateway().clock.advance(5 * tick.minute);
      expect((await gateway().backend.fetch(location)).status).toBe(404);
    });

    it('answers a request without recipient with 400, and ignores unknown members', async () => {
      const { manifestUrl } = await share();
      expect((await asks(manifestUrl, {})).status).toBe(400);
      const answer = await asks(manifestUrl, { recipient: 'x', somethingNew: { a: 1 } });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('Content-Type')).toContain('application/json');
    });

    it('returns 404 if it is unknown, has ended or was revoked', async () => {
      const { manifestUrl, healthLink, client, open } = await share();
      const unknown = manifestUrl.replace(/[\w-]{43}$/, createHealthLinkKey());
      expect((await asks(unknown, { recipient: 'x' })).status).toBe(404);
      const other = await share();
      await client.revokeHealthLink(healthLink.id);
      expect((await asks(manifestUrl, { recipient: 'x' })).status).toBe(404);
      expect((await refusal(open())).code).toBe('health-link-gone');
      expect((await client.healthLink(healthLink.id)).state).toBe('revoked');
      gateway().clock.advance(tick.day);
      expect((await asks(other.manifestUrl, { recipient: 'x' })).status).toBe(404);
    });

    it('cannot be seen or revoked by anyone else', async () => {
      const { healthLink, open } = await share();
      const stranger = await gateway().logIn(await gateway().person());
      expect((await refusal(stranger.healthLink(healthLink.id))).code).toBe('not-found');
      expect((await refusal(stranger.revokeHealthLink(healthLink.id))).code).toBe('not-found');
      expect(await stranger.healthLinks()).toEqual([]);
      expect(await open()).toHaveLength(1);
    });

    it('can be seen and revoked without a session by using its own key, but no other key', async () => {
      const { healthLink, managementKey, open } = await share();
      const { url: baseUrl, fetch } = gateway().backend;
      const page = createGatewayClient({ baseUrl, fetch });
      expect(
        (await refusal(page.healthLink(healthLink.id, { managementKey: createHealthLinkKey() }))).code,
      ).toBe('not-found');
      expect((await refusal(page.healthLink(healthLink.id))).code).toBe('not-signed-in');
      expect((await page.healthLink(healthLink.id, { managementKey })).state).toBe('active');
      await page.revokeHealthLink(healthLink.id, { managementKey });
      expect((await refusal(open())).code).toBe('health-link-gone');
    });

    it('contains only encrypted data, ends after a month at most, and is one of at most twenty', async () => {
      const { client } = await share();
      const expiresAt = new Date(gateway().clock.read().getTime() + tick.day).toISOString();
      const plain = JSON.stringify(content);
      const weak = `${Buffer.from('{"alg":"none"}').toString('base64url')}..${'A'.repeat(16)}..${'A'.repeat(22)}`;
      for (const jwe of [plain, ...(gateway().backend.url.includes('.test') ? [] : [weak])])
        expect(
          (
            await refusal(
              client.createHealthLink({
                files: [{ contentType: 'application/fhir+json', jwe }],
                expiresAt,
                passcode: null,
              }),
            )
          ).code,
        ).toBe('invalid-request');
      expect((await refusal(share(null, 31, client))).code).toBe('invalid-request');
      expect((await refusal(share(null, -1, client))).code).toBe('invalid-request');
      for (let number = 1; number < 20; number += 1) await share(null, 1, client);
      expect((await refusal(share(null, 1, client))).code).toBe('quota-reached');
      const [first] = await client.healthLinks();
      await client.revokeHealthLink(first?.id ?? '');
      await share(null, 1, client);
    });
  });

  describe('a passcode', () => {
    it('opens the link; wrong passcodes are counted as long as the link exists, and after five nothing can open it', async () => {
      const { manifestUrl, healthLink, client, open } = await share('4711');
      const tryWith = async (passcode: string): Promise<unknown> => {
        const answer = await asks(manifestUrl, { recipient: 'x', passcode });
        return answer.status === 401 ? ((await answer.json()) as object) : answer.status;
      };
      expect(await tryWith('0000')).toEqual({ remainingAttempts: 4 });
      expect(await open({ passcode: '4711' })).toHaveLength(1);
      // A correct passcode does not restore attempts, and a missing one does not count as an attempt.
      const without = await asks(manifestUrl, { recipient: 'x' });
      expect([without.status, await without.json()]).toEqual([401, { remainingAttempts: 4 }]);
      for (const left of [3, 2, 1, 0]) expect(await tryWith('1111')).toEqual({ remainingAttempts: left });
      expect(await tryWith('4711')).toBe(404);
      expect(await client.healthLink(healthLink.id)).toMatchObject({
        state: 'locked',
        attemptsLeft: 0,
        timesOpened: 1,
      });
    });

    it('allows at most five guesses, even if they are simultaneous', async () => {
      const { manifestUrl } = await share('4711');
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_each, guess) =>
          asks(manifestUrl, { recipient: 'x', passcode: String(1_000 + guess) }),
        ),
      );
      const told = answers.filter(({ status }) => status === 401);
      expect(told).toHaveLength(5);
      expect(answers.every(({ status }) => status === 401 || status === 404)).toBe(true);
      expect((await asks(manifestUrl, { recipient: 'x', passcode: '4711' })).status).toBe(404);
    });
  });
}
