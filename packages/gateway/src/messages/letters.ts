import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Clock } from '../scheduling/clock.js';
import { openText } from '../secrets/cipher.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import type { Database } from '../storage/database.js';
import { messages } from '../storage/schema.js';
import type { Letter } from './message.js';
import { messageContext } from './outbox.js';

/**
 * Passes the waiting letters to `print`, oldest first, and deletes them from the database once `print` has
 * resolved. Returns the number of letters.
 */
export async function printLetters(
  {
    database,
    keys,
    clock,
  }: { readonly database: Database; readonly keys: GatewayKeys; readonly clock: Clock },
  print: (letters: readonly Letter[]) => Promise<void>,
): Promise<number> {
  const rows = await database.queries
    .select()
    .from(messages)
    .where(and(eq(messages.isLetter, true), gt(messages.expiresAt, clock())))
    .orderBy(asc(messages.createdAt));
  if (rows.length === 0) return 0;
  await print(
    rows.map(
      ({ id, contentSealed }) =>
        JSON.parse(openText(keys.columns, contentSealed, messageContext(id))) as Letter,
    ),
  );
  const ids = rows.map(({ id }) => id);
  await database.queries.delete(messages).where(inArray(messages.id, ids));
  return rows.length;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Returns an HTML document with one page per letter, which any browser can print. */
export function lettersPage(letters: readonly Letter[]): string {
  const pages = letters.map(
    ({ name, postalAddress, subject, paragraphs }) => `<article>
<address>${escape(postalAddress ?? '（請填寫通訊地址）')}<br>${escape(name)} 君 收</address>
<h1>${escape(subject)}</h1>
${paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`).join('\n')}
</article>`,
  );
  return `<!doctype html>
<html lang="zh-Hant"><head><meta charset="utf-8"><title>信件 Letters</title>
<style>article { break-after: page } address { margin: 12mm 0 24mm; font-style: normal }</style></head>
<body>
${pages.join('\n')}
</body></html>
`;
}
