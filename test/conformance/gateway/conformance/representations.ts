import { describe, expect, it } from 'vitest';
import type { GatewayClient } from '@mhb-kit/core/gateway';
import { taipeiDate, type LocalDate } from '@mhb-kit/core/identity';
import { createHealthLinkKey, sealFile } from '@mhb-kit/core/share';
import { completeRequest, refusal, tick } from '../support.js';
import { clinic, type GatewayUnderTest, type ReachablePerson } from './gateway-under-test.js';

/** A legal representative reads for somebody: logged in as themselves, until the day that is recorded, and no more than that. */
export function describeRepresentations(gateway: () => GatewayUnderTest): void {
  interface Family {
    readonly parent: ReachablePerson;
    readonly child: ReachablePerson;
    /** The parent, logged in as themselves. */
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

  describe('a legal representative', () => {
    it('is told whom they represent, until when, and what is never among it; so is who is represented', async () => {
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

    it('logs in as themselves, and then reads for the other person in a session that says so', async () => {
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

    it('reads, and changes nothing: neither account nor record of reads nor sessions', async () => {
      const { page, id } = await family();
      const { scopes } = await page.represent(id);
      expect(scopes).toEqual(['requests', 'archives']);
      for (const call of [
        () => page.account(),
        () => page.activity(),
        () => page.sessions(),
        () => page.logoutEverywhere(),
        () => page.suspendAccount('tamsui88'),
        () => page.changePassword({ currentPassword: 'tamsui88', newPassword: 'jiufen77' }),
      ])
        expect((await refusal(call())).code).toBe('scope-missing');
    });

    it('sees what they have requested, and not what the person has; nor does the person see theirs', async () => {
      const { page, child, id } = await family();
      const childs = await gateway().logIn(child);
      const mine = await completeRequest(childs);
      await page.represent(id);
      expect(await page.listRequests()).toEqual([]);
      expect((await refusal(page.getRequest(mine.id))).code).toBe('not-found');
      expect((await refusal(page.createArchive(mine.id, [{ category: 'allergy' }]))).code).toBe('not-found');
      const theirs = await completeRequest(page);
      expect((await childs.listRequests()).map((each) => each.id)).toEqual([mine.id]);
      expect((await refusal(childs.getRequest(theirs.id))).code).toBe('not-found');
    });

    it('gets nothing of what a minor may keep, nor of that visit anything else; the person does', async () => {
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

    it('reads on record: in that of the person by name, and in their own', async () => {
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
      const share = async (client: GatewayClient) => {
        const jwe = await sealFile('{}', 'application/fhir+json', createHealthLinkKey());
        const expiresAt = new Date(gateway().clock.read().getTime() + tick.hour).toISOString();
        const files = [{ contentType: 'application/fhir+json', jwe }] as const;
        return client.createHealthLink({ files, expiresAt, passcode: null });
      };
      const childs = await gateway().logIn(child);
      const { healthLink: kept } = await share(childs);
      await page.represent(id);
      const { healthLink: given, manifestUrl } = await share(page);
      expect((await page.healthLinks()).map((each) => each.id)).toEqual([given.id]);
      expect((await refusal(page.healthLink(kept.id))).code).toBe('not-found');
      expect((await refusal(page.revokeHealthLink(kept.id))).code).toBe('not-found');
      expect((await childs.healthLinks()).map((each) => each.id).sort()).toEqual([kept.id, given.id].sort());
      await gateway().backend.endRepresentation(parent, child);
      const answer = await gateway().backend.fetch(manifestUrl, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ recipient: 'x' }),
      });
      expect(answer.status).toBe(404);
    });
  });

  describe('a representation', () => {
    it('is over after its last day in Taiwan, in the middle of a session, too', async () => {
      const { parent, child, id } = await family({ endsIn: 0 });
      // Ten minutes before midnight in Taipei, and ten after.
      gateway().clock.set(`${dayAfter(0)}T15:55:00Z`);
      const again = await gateway().logIn(parent);
      await again.represent(id);
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

    it('that the operator ends is over at once', async () => {
      const { page, parent, child, id } = await family();
      await page.represent(id);
      await gateway().backend.endRepresentation(parent, child);
      expect((await refusal(page.listRequests())).code).toBe('session-expired');
      const again = await gateway().logIn(parent);
      expect((await again.representations()).represents).toEqual([]);
      expect((await refusal(again.represent(id))).code).toBe('not-found');
    });

    it('ends with the session in which the representative has logged in', async () => {
      const { page, parent, id } = await family();
      const other = await gateway().logIn(parent);
      await page.represent(id);
      await other.logoutEverywhere();
      expect((await refusal(page.listRequests())).code).toBe('session-expired');
    });

    it('lasts while the representative reads, however long they do not look at their own', async () => {
      const { page, id } = await family();
      await page.represent(id);
      for (let minute = 0; minute < 16; minute += 4) {
        gateway().clock.advance(4 * tick.minute);
        await page.listRequests();
      }
      await page.stopRepresenting();
      await page.listRequests();
    });

    it('is nobody else’s, leads no further, and does not turn round', async () => {
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

    it('gives no website more than it has of the representative themselves', async () => {
      const { page, id } = await family({ origin: clinic });
      const { scopes } = await page.represent(id);
      expect(scopes).toEqual(['requests']);
      expect((await refusal(page.healthLinks())).code).toBe('scope-missing');
    });
  });
}
