import { chen, lin, nguyen, wang } from '@mhb-kit/testkit/people';
import { describeError, type MhbErrorCode } from '@mhb-kit/core/error-messages';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browserMissing } from './browser.js';
import {
  drop,
  openViewer,
  passbookFile,
  viewerInBrowser,
  showViewer,
  type ViewerPage,
} from './viewer-page.js';

/** The data that a person stores in their browser: in a real one with its own storage. */

const PASSPHRASE = 'correct horse 電池 staple';
const vaccine = { r6: [{ 'r6.1': '20250101', 'r6.3': '流感疫苗', 'r6.5': '某診所' }] };
const words = (code: MhbErrorCode): string => describeError(code, 'en').message;

const field = (viewer: Locator, id: string): Locator => viewer.locator(`#${id}`);

async function keep(viewer: Locator, passphrase = PASSPHRASE): Promise<void> {
  await field(viewer, 'open-keep').click();
  await field(viewer, 'new-passphrase').fill(passphrase);
  await field(viewer, 'again-passphrase').fill(passphrase);
  await viewer.locator('#keep button[type=submit]').click();
}

const kept = (viewer: Locator): Promise<void> =>
  viewer.getByRole('button', { name: 'Saved', exact: true }).waitFor();

/** Encryption waits for the returned function to be called. */
async function holdEncryption(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const { encrypt } = SubtleCrypto.prototype;
    const held = new Promise((resolve) => {
      Object.assign(globalThis, { releaseEncryption: resolve });
    });
    SubtleCrypto.prototype.encrypt = async function (...given) {
      await held;
      return encrypt.apply(this, given);
    };
  });
  return () =>
    page.evaluate(() => (globalThis as unknown as { releaseEncryption: () => void }).releaseEncryption());
}

async function unlock(viewer: Locator, passphrase: string): Promise<void> {
  await field(viewer, 'vault-passphrase').fill(passphrase);
  await viewer.locator('.kept button[type=submit]').click();
}

/** Answers that a file with only a masked number belongs to an existing person. */
async function sayItIsTheirs(viewer: Locator, place = 0): Promise<void> {
  await viewer.locator('#whose [name=whose]').nth(place).check();
  await viewer.locator('#whose [type=submit]').click();
  await viewer.locator('#whose').waitFor({ state: 'detached' });
}

/** The content of the vault's database as text, with bytes as characters. */
const stored = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('mhb-passbook-vault');
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(new Error('No database'));
      };
    });
    const all: string[] = [];
    const text = (value: unknown): string => {
      if (value instanceof ArrayBuffer) return new TextDecoder('utf-8').decode(value);
      if (ArrayBuffer.isView(value)) return new TextDecoder('utf-8').decode(value);
      if (typeof value === 'object' && value !== null) return Object.values(value).map(text).join(' ');
      return String(value);
    };
    for (const name of database.objectStoreNames) {
      const request = database.transaction(name).objectStore(name).getAll();
      await new Promise((resolve) => {
        request.onsuccess = resolve;
      });
      all.push(...(request.result as unknown[]).map(text));
    }
    database.close();
    return all.join('\n');
  });

/** The vault's header, with its bytes in brackets so that it survives a reload of the page. */
const headerOf = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open('mhb-passbook-vault');
        request.onsuccess = () => {
          const database = request.result;
          const header = database.transaction('headers').objectStore('headers').get('vault');
          header.onsuccess = () => {
            database.close();
            const asJson = (_key: string, value: unknown): unknown =>
              value instanceof ArrayBuffer
                ? { buffer: [...new Uint8Array(value)] }
                : value instanceof Uint8Array
                  ? { bytes: [...value] }
                  : value;
            resolve(JSON.stringify(header.result, asJson));
          };
        };
      }),
  );

const putHeader = (page: Page, header: string): Promise<void> =>
  page.evaluate(
    (json) =>
      new Promise((resolve) => {
        type Written = { readonly buffer?: number[]; readonly bytes?: number[] } | null;
        const value: unknown = JSON.parse(json, (_key, each: Written) =>
          each?.buffer !== undefined
            ? Uint8Array.from(each.buffer).buffer
            : each?.bytes !== undefined
              ? Uint8Array.from(each.bytes)
              : each,
        );
        const request = indexedDB.open('mhb-passbook-vault');
        request.onsuccess = () => {
          const database = request.result;
          const transaction = database.transaction('headers', 'readwrite');
          transaction.objectStore('headers').put(value, 'vault');
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
    header,
  );

describe.skipIf(browserMissing !== null)('the vault of the viewer', () => {
  const at = viewerInBrowser();

  /** A browser of a person who has stored their passbook and returned. */
  async function returned(): Promise<ViewerPage> {
    const first = await openViewer(at.browser, at.server.url);
    await drop(first.viewer, passbookFile());
    await keep(first.viewer);
    await kept(first.viewer);
    return showViewer(first.page, at.server.url);
  }

  it('stores nothing unless asked, then stores, and opens again only with its passphrase', async () => {
    const { page, viewer, complaints } = await openViewer(at.browser, at.server.url);
    await drop(viewer, passbookFile());
    await viewer.getByText('Penicillin').first().waitFor();
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    await keep(viewer, 'short');
    await viewer.locator('#keep').getByRole('alert').getByText('At least 10 characters').waitFor();
    await viewer.locator('#keep .icon').click();
    await keep(viewer);
    await kept(viewer);
    const there = await stored(page);
    expect(there.length).toBeGreaterThan(1_000);
    for (const secret of ['Penicillin', 'K22301', '明德', 'r4.2', 'passbook.json', PASSPHRASE])
      expect(there, secret).not.toContain(secret);

    const again = await showViewer(page, at.server.url);
    await unlock(again.viewer, 'wrong passphrase');
    await again.viewer.getByText(words('vault-wrong-passphrase')).waitFor();
    expect(await again.viewer.getByText('Penicillin').count()).toBe(0);
    await unlock(again.viewer, PASSPHRASE);
    await again.viewer.getByText('Penicillin').first().waitFor();
    await kept(again.viewer);

    await field(again.viewer, 'open-keep').click();
    await again.viewer.getByRole('button', { name: 'Lock and close' }).click();
    await field(again.viewer, 'vault-passphrase').waitFor();
    expect(await again.viewer.getByText('Penicillin').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('grows with every download, and keeps other people’s data apart', async () => {
    const { page, viewer } = await returned();
    await unlock(viewer, PASSPHRASE);
    await kept(viewer);
    await drop(viewer, passbookFile(lin, vaccine), 'later.json');
    await sayItIsTheirs(viewer);
    await viewer
      .getByText('1 record is new', { exact: false })
      .or(viewer.getByText('1 records are new'))
      .waitFor();
    await kept(viewer);
    const before = (await stored(page)).length;
    await drop(viewer, passbookFile(wang), 'other.json');
    await expect.poll(() => viewer.locator('#member option').count()).toBe(2);
    await expect.poll(async () => (await stored(page)).length).toBeGreaterThan(before + 1_000);
    await kept(viewer);

    const again = await showViewer(page, at.server.url);
    await unlock(again.viewer, PASSPHRASE);
    await kept(again.viewer);
    const vaccines = await again.page.evaluate(() =>
      document.querySelector('mhb-passbook-viewer')?.passbook?.sections.r6.map(({ vaccine: name }) => name),
    );
    expect(vaccines).toContain('流感疫苗');
    const files = await again.page.evaluate(() =>
      document.querySelector('mhb-passbook-viewer')?.passbook?.downloads.map(({ file }) => file),
    );
    expect([...(files ?? [])].sort()).toEqual(['later.json', 'passbook.json']);
    // Another person's passbook is one press away, with the owner's name above it.
    await again.viewer.locator('#member').selectOption({ index: 1 });
    await again.page.waitForFunction(() =>
      document
        .querySelector('mhb-passbook-viewer')
        ?.passbook?.downloads.every(({ file }) => file === 'other.json'),
    );
    await page.context().close();
  });

  it('says that it is saving until everything is stored, and stores files that arrive meanwhile', async () => {
    const { page, viewer } = await returned();
    await unlock(viewer, PASSPHRASE);
    await kept(viewer);
    const release = await holdEncryption(page);
    const members = viewer.locator('#member option');
    await drop(viewer, passbookFile(wang), 'first.json');
    await expect.poll(() => members.count()).toBe(2);
    await viewer.getByRole('button', { name: 'Saving…', exact: true }).waitFor();
    expect(await viewer.getByRole('button', { name: 'Saved', exact: true }).count()).toBe(0);
    await drop(viewer, passbookFile(nguyen), 'second.json');
    await expect.poll(() => members.count()).toBe(3);
    await drop(viewer, passbookFile(chen), 'third.json');
    await expect.poll(() => members.count()).toBe(4);
    await release();
    await kept(viewer);

    const again = await showViewer(page, at.server.url);
    await unlock(again.viewer, PASSPHRASE);
    await kept(again.viewer);
    expect(await again.viewer.locator('#member option').count()).toBe(4);
    await page.context().close();
  });

  it('erases what was added by mistake when that is undone', async () => {
    const { page, viewer } = await returned();
    await unlock(viewer, PASSPHRASE);
    await kept(viewer);
    const entries = (): Promise<number> =>
      page.evaluate(async () => {
        const database = await new Promise<IDBDatabase>((resolve) => {
          const request = indexedDB.open('mhb-passbook-vault');
          request.onsuccess = () => {
            resolve(request.result);
          };
        });
        const request = database.transaction('entries').objectStore('entries').count();
        const count = await new Promise<number>((resolve) => {
          request.onsuccess = () => {
            resolve(request.result);
          };
        });
        database.close();
        return count;
      });
    const before = await entries();
    await drop(viewer, passbookFile(wang), 'other.json');
    await expect.poll(entries).toBe(before + 1);
    await viewer.locator('#undo').click();
    await expect.poll(entries).toBe(before);
    await viewer.locator('#member').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('joins what two tabs add', async () => {
    const { page, viewer } = await returned();
    const second = await showViewer(await page.context().newPage(), at.server.url);
    await Promise.all([unlock(viewer, PASSPHRASE), unlock(second.viewer, PASSPHRASE)]);
    await Promise.all([kept(viewer), kept(second.viewer)]);
    await Promise.all([
      drop(viewer, passbookFile(lin, vaccine), 'one.json'),
      drop(second.viewer, passbookFile(lin, { r4: [{ 'r4.1': '20260101', 'r4.2': 'Aspirin' }] }), 'two.json'),
    ]);
    await Promise.all([sayItIsTheirs(viewer), sayItIsTheirs(second.viewer)]);
    await second.viewer.getByText('Aspirin').first().waitFor();
    await expect
      .poll(
        async () => {
          const third = await showViewer(await page.context().newPage(), at.server.url);
          await unlock(third.viewer, PASSPHRASE);
          await kept(third.viewer);
          const files = await third.page.evaluate(() =>
            document
              .querySelector('mhb-passbook-viewer')
              ?.passbook?.downloads.map(({ file }) => file)
              .sort(),
          );
          await third.page.close();
          return files;
        },
        { timeout: 60_000 },
      )
      .toEqual(['one.json', 'passbook.json', 'two.json']);
    await page.context().close();
  });

  it('changes its passphrase', async () => {
    const { page, viewer } = await returned();
    await unlock(viewer, PASSPHRASE);
    await kept(viewer);
    await field(viewer, 'open-keep').click();
    await viewer.getByRole('button', { name: 'Change the passphrase' }).click();
    const former = await headerOf(page);
    await field(viewer, 'current-passphrase').fill(PASSPHRASE);
    for (const [passphrase, refusal] of [
      ['password1234', 'easy to guess'],
      ['another long one', undefined],
    ] as const) {
      await field(viewer, 'new-passphrase').fill(passphrase);
      await field(viewer, 'again-passphrase').fill(passphrase);
      await viewer.locator('#keep button[type=submit]').click();
      if (refusal !== undefined)
        await viewer.locator('#keep').getByRole('alert').getByText(refusal).waitFor();
    }
    await viewer.getByText('The passphrase has been changed.').waitFor({ state: 'attached' });
    const again = await showViewer(page, at.server.url);
    await unlock(again.viewer, PASSPHRASE);
    await again.viewer.getByText(words('vault-wrong-passphrase')).waitFor();
    await unlock(again.viewer, 'another long one');
    await again.viewer.getByText('Penicillin').first().waitFor();
    // A person who copied the browser's storage earlier and learns the former passphrase can read nothing
    // stored since.
    await putHeader(page, former);
    const thief = await showViewer(page, at.server.url);
    await unlock(thief.viewer, PASSPHRASE);
    await thief.viewer.getByText(words('vault-damaged')).waitFor();
    expect(await thief.viewer.getByText('Penicillin').count()).toBe(0);
    await page.context().close();
  });

  it('erases permanently, and informs a tab that still had it open', async () => {
    const { page, viewer } = await returned();
    await unlock(viewer, PASSPHRASE);
    await kept(viewer);
    const second = await showViewer(await page.context().newPage(), at.server.url);
    await second.viewer.locator('#forget-vault').click();
    await second.viewer.getByRole('button', { name: 'Erase for good' }).click();
    await second.viewer
      .getByText('The saved passbook has been erased for good.')
      .waitFor({ state: 'attached' });
    expect(await second.page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    await drop(viewer, passbookFile(lin, vaccine), 'later.json');
    await sayItIsTheirs(viewer);
    await viewer.getByText(words('vault-gone')).waitFor();
    // The screen does not change, and nothing was stored again without the person's consent.
    expect(await viewer.getByText('Penicillin').count()).toBeGreaterThan(0);
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBeLessThanOrEqual(1);
    await page.context().close();
  });

  it('opens nothing that was damaged', async () => {
    const { page, viewer } = await returned();
    await page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('mhb-passbook-vault');
        request.onsuccess = () => {
          resolve(request.result);
        };
      });
      const store = database.transaction('entries', 'readwrite').objectStore('entries');
      const request = store.openCursor();
      await new Promise<void>((resolve) => {
        request.onsuccess = () => {
          const cursor = request.result;
          if (cursor === null) {
            resolve();
            return;
          }
          const entry = cursor.value as { data: ArrayBuffer };
          const bytes = new Uint8Array(entry.data);
          bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
          cursor.update(entry);
          cursor.continue();
        };
      });
      database.close();
    });
    await unlock(viewer, PASSPHRASE);
    await viewer.getByText(words('vault-damaged')).waitFor();
    expect(await viewer.getByText('Penicillin').count()).toBe(0);
    await page.context().close();
  });

  it('reports that the storage is full, and loses nothing', async () => {
    const { page, viewer } = await openViewer(at.browser, at.server.url);
    const session = await page.context().newCDPSession(page);
    const origin = new URL(at.server.url).origin;
    // Before anything is stored, because the browser caches the available space for a while.
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
    await drop(viewer, passbookFile());
    await keep(viewer);
    await kept(viewer);
    // Incompressible text, so that it is as large on the disk as here.
    const noise = Array.from({ length: 300_000 }, () => Math.random().toString(36).slice(2)).join(' ');
    await drop(viewer, passbookFile(lin, { r8: [{ 'r8.6': '20260101', 'r8.10': noise }] }), 'large.json');
    await sayItIsTheirs(viewer);
    await viewer.getByText(words('vault-storage-full')).waitFor();
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    const again = await showViewer(page, at.server.url);
    await unlock(again.viewer, PASSPHRASE);
    await again.viewer.getByText('Penicillin').first().waitFor();
    await page.context().close();
  });

  it('opens with a passkey, if the browser has one with its own secret', async () => {
    const { page, viewer } = await returned();
    const session = await page.context().newCDPSession(page);
    await session.send('WebAuthn.enable');
    await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
        hasPrf: true,
      },
    });
    await unlock(viewer, PASSPHRASE);
    await kept(viewer);
    await field(viewer, 'open-keep').click();
    await viewer.getByRole('button', { name: 'Open the passbook with a passkey as well' }).click();
    await field(viewer, 'current-passphrase').fill(PASSPHRASE);
    await viewer.locator('#keep button[type=submit]').click();
    await viewer
      .getByText('From now on, you can also open the passbook with a passkey')
      .waitFor({ state: 'attached' });
    // Locked and opened again on the same page, to which the authenticator is attached.
    await field(viewer, 'open-keep').click();
    await viewer.getByRole('button', { name: 'Lock and close' }).click();
    await viewer.locator('#by-passkey').click();
    await viewer.getByText('Penicillin').first().waitFor();
    await page.context().close();
  });
});
