import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openArchive } from '@mhb-kit/core/archive';
import type { GatewayClient } from '@mhb-kit/core/gateway';
import { taipeiDate, type LocalDate } from '@mhb-kit/core/identity';
import { isManifestFile } from '@mhb-kit/core/manifest';
import { readPassbook, writeFhir, type PassbookFile } from '@mhb-kit/core/passbook';
import { createHealthLinkKey, sealFile } from '@mhb-kit/core/share';
import { completeRequest, refusal, tick } from '../support.js';
import { clinic, type GatewayUnderTest, type ReachablePerson } from './gateway-under-test.js';

/**
 * A legal representative reads for somebody: logged in as themselves, until the recorded day, and with no
 * other rights.
 */
export function describeRepresentations(gateway: () => GatewayUnderTest): void {
  interface Family {
    readonly parent: ReachablePerson;
    readonly child: ReachablePerson;
    /** The parent's page, logged in as themselves. */
    readonly page: GatewayClient;
    readonly id: string;
  }

  /** In Taiwan. */
  const dayAfter = (days: number): LocalDate =>
    taipeiDate(new Date(gateway().clock.read().getTime() + days * tick.day));

  async function family({
    endsIn = 300,
    origin,
  }: { endsIn?: number; origin?: string } = {}): Promise<Family> {
    const [parent, child] = [await gateway().person(), await gateway().person()];
    await gateway().backend.represent(parent, child, {
      kind: 'parent',
      birthDate: '2015-05-08',
      endsOn: dayAfter(endsIn),
    });
    const page = await gateway().logIn(parent, origin);
    const { represents } = await page.representations();
    expect(represents).toHaveLength(1);
    return { parent, child, page, id: represents[0]?.id ?? '' };
  }

  const visit = (code: string, facility: string, day = '20260212') => ({
    'r1.3': facility,
    'r1.4': '明德綜合醫院',
    'r1.5': day,
    'r1.8': code,
    'r1.9': 'x',
  });
  const countOf = async (page: GatewayClient, category: string): Promise<number> => {
    const { sections } = await completeRequest(page);
    return sections.find((section) => section.category === category)?.recordCount ?? -1;
  };

  async function share(client: GatewayClient, embedded = true) {
    const jwe = await sealFile('{}', 'application/fhir+json', createHealthLinkKey());
    const expiresAt = new Date(gateway().clock.read().getTime() + tick.hour).toISOString();
    const files = [{ contentType: 'application/fhir+json', jwe }] as const;
    const { healthLink, manifestUrl } = await client.createHealthLink({ files, expiresAt, passcode: null });
    const open = (): Promise<Response> =>
      gateway().backend.fetch(manifestUrl, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ recipient: 'x', ...(embedded ? {} : { embeddedLengthMax: 0 }) }),
      });
    return { healthLink, open };
  }

  describe('a legal representative', () => {
    it('sees whom they represent, until when, and what is withheld; so does the represented person', async () => {
      const { page, child } = await family();
      const { represents } = await page.representations();
      expect(represents[0]).toMatchObject({
        kind: 'parent',
        endsOn: dayAfter(300),
        withheld: ['mental-health', 'sexual-health', 'hiv', 'violence'],
        person: { name: '王○明', nationalId: `${child.nationalId.slice(0, 6)}****` },
      });
      const { representedBy } = await (await gateway().logIn(child)).representations();
      expect(representedBy).toMatchObject([{ kind: 'parent', name: '王○明', endsOn: dayAfter(300) }]);
    });

    it('is visible to the represented person, who sees the last reading and the representative’s session', async () => {
      const { page, child, id } = await family();
      const childs = await gateway().logIn(child);
      const lastRead = async () => (await childs.representations()).representedBy[0]?.lastReadAt;
      expect(await lastRead()).toBeNull();
      await childs.listRequests();
      expect(await lastRead()).toBeNull();
      await page.represent(id);
      gateway().clock.advance(tick.minute);
      await page.listRequests();
      expect(await lastRead()).toBe(gateway().clock.read().toISOString());
      gateway().clock.advance(tick.minute);
      const sessions = await childs.sessions();
      expect(sessions.map(({ representative }) => representative).toSorted()).toEqual(
        [null, '王○明'].toSorted(),
      );
      // The person ends it as any other.
      const theirs = sessions.find(({ representative }) => representative !== null);
      await childs.endSession(theirs?.id ?? '');
      expect((await refusal(page.listRequests())).code).toBe('session-expired');
    });

    it('logs in as themselves, and then reads for the other person in a session that states this', async () => {
      const { page, child, parent, id } = await family();
      const own = page.session;
      const session = await page.represent(id);
      expect(session.person.nationalId).toBe(`${child.nationalId.slice(0, 6)}****`);
      expect(session.representation).toMatchObject({ id, kind: 'parent', representative: '王○明' });
      expect(session.id).not.toBe(own?.id);
      await page.stopRepresenting();
      expect(page.session).toEqual(own);
      expect(page.session?.person.nationalId).toBe(`${parent.nationalId.slice(0, 6)}****`);
      await page.listRequests();
    });

    it('reads and changes nothing: neither the account nor the access record nor sessions', async () => {
      const { page, id } = await family();
      const { scopes } = await page.represent(id);
      expect(scopes).toEqual(['requests', 'archives']);
      const currentPassword = 'tamsui88';
      const passkeys = await page.passkeys();
      for (const call of [
        () => page.account(),
        () => page.activity(),
        () => page.sessions(),
        () => page.endSession(randomUUID()),
        () => page.logoutEverywhere(),
        () => page.suspendAccount(currentPassword),
        () => page.changePassword({ currentPassword, newPassword: 'jiufen77' }),
        () => page.changeContact({ currentPassword, mobile: '0987654321' }),
        () => page.changeContact({ currentPassword, email: 'parent@example.tw' }),
        () => page.confirmMobile('123456'),
        () => page.releaseCertificate(currentPassword),
        () => page.trustedReaders(),
        () => page.forgetReader(randomUUID()),
        () => passkeys.list(),
        () => passkeys.begin(currentPassword),
        () => passkeys.enrolment(randomUUID()),
        () => passkeys.confirm(randomUUID(), '1234'),
        () => passkeys.remove(randomUUID()),
      ])
        expect((await refusal(call())).code, String(call)).toBe('scope-missing');
    });

    it('sees their own requests, and not the person’s; nor does the person see theirs', async () => {
      const { page, child, id } = await family();
      const childs = await gateway().logIn(child);
      gateway().source.rows[child.nationalId] = { r4: [{ 'r4.1': '20200101', 'r4.2': '青黴素' }] };
      const mine = await completeRequest(childs);
      const sealed = await childs.createArchive(mine.id, [{ category: 'allergy' }]);
      await page.represent(id);
      expect(await page.listRequests()).toEqual([]);
      expect((await refusal(page.getRequest(mine.id))).code).toBe('not-found');
      expect((await refusal(page.createArchive(mine.id, [{ category: 'allergy' }]))).code).toBe('not-found');
      expect((await refusal(page.openRequest(mine.id))).code).toBe('not-found');
      expect((await refusal(page.downloadArchive(sealed))).code).toBe('not-found');
      const watching = page.watchRequest(mine.id)[Symbol.asyncIterator]();
      expect((await refusal(watching.next())).code).toBe('not-found');
      const theirs = await completeRequest(page);
      expect((await childs.listRequests()).map((each) => each.id)).toEqual([mine.id]);
      expect((await refusal(childs.getRequest(theirs.id))).code).toBe('not-found');
    });

    it('gets no records that a minor can keep private, and no others from the same visit, but the person gets all of them', async () => {
      const { page, child, id } = await family();
      gateway().source.rows[child.nationalId] = {
        r1: [visit('F321', '1101990017'), visit('J069', '3501200000')],
        r7: [
          { 'r7.3': '1101990017', 'r7.5': '20260212', 'r7.6': '20260212', 'r7.10': 'ALT', 'r7.11': '22' },
          { 'r7.3': '3501200000', 'r7.5': '20260213', 'r7.6': '20260213', 'r7.10': 'ALT', 'r7.11': '22' },
        ],
      };
      await page.represent(id);
      expect(await countOf(page, 'outpatient')).toBe(1);
      expect(await countOf(page, 'laboratory')).toBe(1);
      const childs = await gateway().logIn(child);
      expect(await countOf(childs, 'outpatient')).toBe(2);
      expect(await countOf(childs, 'laboratory')).toBe(2);
    });

    it('gets none of these records in a file, on the page or in an export, but the person gets all of them', async () => {
      const { page, child, id } = await family();
      gateway().source.rows[child.nationalId] = {
        r1: [
          { ...visit('F321', '1101990017'), 'r1.9': '重度憂鬱症' },
          { ...visit('J069', '3501200000'), 'r1.9': '急性上呼吸道感染' },
        ],
        r2: [{ ...{ 'r2.3': '1101990017', 'r2.5': '20260210', 'r2.6': '20260213' }, 'r2.8': 'F321' }],
        r7: [
          {
            'r7.3': '1101990017',
            'r7.5': '20260212',
            'r7.6': '20260212',
            'r7.10': 'Lithium',
            'r7.11': '0.8',
          },
        ],
      };
      const everything = async (client: GatewayClient): Promise<string> => {
        const { id: requestId, sections } = await completeRequest(client);
        const selection = sections
          .filter(({ recordCount }) => recordCount > 0)
          .map(({ category }) => ({ category }));
        const archive = await client.downloadArchive(await client.createArchive(requestId, selection));
        const sealed = await openArchive(archive, { password: child.nationalId });
        const read = await openArchive(await client.openRequest(requestId));
        const files: readonly PassbookFile[] = [...(await sealed.files()), ...(await read.files())];
        const { passbook } = await readPassbook(files.filter(({ name }) => !isManifestFile(name)));
        const exported = [
          writeFhir(passbook, { profile: 'twcore' }),
          writeFhir(passbook, { profile: 'ips' }),
        ];
        return [
          ...files.map(({ bytes }) => new TextDecoder().decode(bytes)),
          JSON.stringify(exported),
        ].join();
      };
      const named = /\bF32\d*\b|憂鬱|lithium|1101990017/i;
      await page.represent(id);
      const theirs = await everything(page);
      expect(theirs).toContain('急性上呼吸道感染');
      expect(theirs).not.toMatch(named);
      expect(await everything(await gateway().logIn(child))).toMatch(named);
    });

    it('is recorded as a reader: by name in the person’s record, and in their own', async () => {
      const { page, child, id } = await family();
      await page.represent(id);
      await completeRequest(page);
      const { entries } = await (await gateway().logIn(child)).activity();
      const made = entries.find(({ action }) => action === 'request.create');
      expect(made).toMatchObject({ actor: 'representative', representative: '王○明', times: 1 });
      expect(entries.find(({ action }) => action === 'representation.use')?.actor).toBe('representative');
      expect(entries.find(({ action }) => action === 'records.fetch')?.actor).toBe('service');
      await page.stopRepresenting();
      const own = (await page.activity()).entries.find(({ action }) => action === 'representation.open');
      expect(own).toMatchObject({ actor: 'person', representative: null });
    });

    it('sees and revokes the links that they have shared, and no others; the person sees all', async () => {
      const { page, parent, child, id } = await family();
      const childs = await gateway().logIn(child);
      const { healthLink: kept } = await share(childs);
      await page.represent(id);
      const { healthLink: given, open } = await share(page);
      expect((await page.healthLinks()).map((each) => each.id)).toEqual([given.id]);
      expect((await refusal(page.healthLink(kept.id))).code).toBe('not-found');
      expect((await refusal(page.revokeHealthLink(kept.id))).code).toBe('not-found');
      expect((await childs.healthLinks()).map((each) => each.id).sort()).toEqual([kept.id, given.id].sort());
      await gateway().backend.endRepresentation(parent, child);
      expect((await open()).status).toBe(404);
    });

    it('shares until their last day, no matter what the link says, and does not count toward the person’s limit', async () => {
      const { parent, child, id } = await family({ endsIn: 0 });
      gateway().clock.set(`${dayAfter(0)}T15:55:00Z`);
      const page = await gateway().logIn(parent);
      await page.represent(id);
      const { open } = await share(page, false);
      const manifest = (await (await open()).json()) as { readonly files: readonly { location: string }[] };
      const file = (): Promise<Response> => gateway().backend.fetch(manifest.files[0]?.location ?? '');
      expect((await file()).status).toBe(200);
      for (let made = 1; made < 20; made += 1) await share(page);
      expect((await refusal(share(page))).code).toBe('quota-reached');
      await share(await gateway().logIn(child));
      // Within the five minutes for which the address of a file works.
      gateway().clock.set(`${dayAfter(0)}T15:59:50Z`);
      const again = (await (await open()).json()) as typeof manifest;
      gateway().clock.advance(20 * tick.second);
      expect((await open()).status).toBe(404);
      expect((await gateway().backend.fetch(again.files[0]?.location ?? '')).status).toBe(404);
    });
  });

  describe('a representation', () => {
    it('loses access after the last day in Taiwan, even during a session', async () => {
      const { parent, child, id } = await family({ endsIn: 0 });
      // Ten minutes before midnight in Taipei, and ten after.
      gateway().clock.set(`${dayAfter(0)}T15:55:00Z`);
      const again = await gateway().logIn(parent);
      const { expiresAt } = await again.represent(id);
      expect(expiresAt <= `${dayAfter(0)}T16:00:00Z`, 'and says so').toBe(true);
      expect(await again.listRequests()).toEqual([]);
      gateway().clock.advance(6 * tick.minute);
      const over = await refusal(again.listRequests());
      expect(['session-expired', 'token-expired']).toContain(over.code);
      expect(again.session).toBeNull();
      const later = await gateway().logIn(parent);
      expect(await later.representations()).toEqual({ represents: [], representedBy: [] });
      expect((await refusal(later.represent(id))).code).toBe('not-found');
      expect((await (await gateway().logIn(child)).representations()).representedBy).toEqual([]);
    });

    it('loses access immediately when the operator ends the representation', async () => {
      const { page, parent, child, id } = await family();
      await page.represent(id);
      await gateway().backend.endRepresentation(parent, child);
      expect((await refusal(page.listRequests())).code).toBe('session-expired');
      const again = await gateway().logIn(parent);
      expect((await again.representations()).represents).toEqual([]);
      expect((await refusal(again.represent(id))).code).toBe('not-found');
    });

    it('loses access when the session in which they logged in ends', async () => {
      const { page, parent, id } = await family();
      const other = await gateway().logIn(parent);
      await page.represent(id);
      await other.logoutEverywhere();
      expect((await refusal(page.listRequests())).code).toBe('session-expired');
    });

    it('keeps access while they read, even without using their own account', async () => {
      const { page, id } = await family();
      await page.represent(id);
      for (let minute = 0; minute < 16; minute += 4) {
        gateway().clock.advance(4 * tick.minute);
        await page.listRequests();
      }
      await page.stopRepresenting();
      await page.listRequests();
    });

    it('cannot pass the right on, and gives the represented person no access to the representative’s account', async () => {
      const { page, child, id } = await family();
      const grandchild = await gateway().person();
      await gateway().backend.represent(child, grandchild, {
        kind: 'guardian',
        birthDate: '2020-01-01',
        endsOn: dayAfter(300),
      });
      const stranger = await gateway().logIn(await gateway().person());
      expect((await refusal(stranger.represent(id))).code).toBe('not-found');
      const childs = await gateway().logIn(child);
      const [further] = (await childs.representations()).represents;
      expect((await refusal(childs.represent(id))).code).toBe('not-found');
      await page.represent(id);
      expect((await refusal(page.represent(further?.id ?? ''))).code).toBe('not-found');
      expect((await refusal(page.represent(id))).code).toBe('not-found');
      expect(await page.representations()).toEqual({ represents: [], representedBy: [] });
    });

    it('gives no website more rights than it has for themselves', async () => {
      const { page, id } = await family({ origin: clinic });
      const { scopes } = await page.represent(id);
      expect(scopes).toEqual(['requests']);
      expect((await refusal(page.healthLinks())).code).toBe('scope-missing');
    });
  });
}
