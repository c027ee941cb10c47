import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeBig5 } from '@mhb-kit/testkit/card';

/** Finds text in bytes, in every encoding that programs use. */

/** A string in each encoding. In base64, it has three forms, depending on its position. */
function encodings(text: string): readonly (readonly [string, Buffer])[] {
  const utf8 = Buffer.from(text);
  const hex = utf8.toString('hex');
  const base64 = [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), utf8])
      .toString('base64')
      .replace(/=+$/, '');
    // Without the characters that depend on the text before and after.
    return whole.slice(Math.ceil((shift * 4) / 3), whole.length - 1);
  });
  const escaped = [...text]
    .map((character) =>
      character.charCodeAt(0) < 0x80
        ? character
        : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .join('');
  const forms: [string, Buffer][] = [
    ['utf-8', utf8],
    ['utf-16', Buffer.from(text, 'utf16le')],
    ['big5', Buffer.from(encodeBig5(text))],
    ['hex', Buffer.from(hex)],
    ['HEX', Buffer.from(hex.toUpperCase())],
    ['bytes as numbers', Buffer.from([...utf8].join(','))],
    ['percent', Buffer.from(encodeURIComponent(text))],
    ['json', Buffer.from(escaped)],
    ...base64.flatMap((form): [string, Buffer][] => [
      ['base64', Buffer.from(form)],
      ['base64url', Buffer.from(form.replaceAll('+', '-').replaceAll('/', '_'))],
    ]),
  ];
  // ASCII text is the same in several encodings; the first one is reported.
  return [...new Map(forms.toReversed().map((form) => [form[1].toString('latin1'), form])).values()];
}

export type Search = (place: string, bytes: Uint8Array | string) => readonly string[];

/** Searches for all markers. Reports each trace as `place: marker (encoding)`. */
export function createSearch(markers: Readonly<Record<string, string>>): Search {
  const patterns = Object.entries(markers).flatMap(([name, text]) =>
    encodings(text).map(([encoding, bytes]) => ({ name, encoding, bytes })),
  );
  return (place, content) => {
    const bytes = Buffer.from(content);
    return patterns
      .filter((pattern) => bytes.includes(pattern.bytes))
      .map(({ name, encoding }) => `${place}: ${name} (${encoding})`);
  };
}

/** Searches every file in a folder, and the names of files and folders. */
export async function searchFolder(folder: string, search: Search): Promise<readonly string[]> {
  const traces: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    traces.push(...search('file name', path.slice(folder.length)));
    if (entry.isFile()) traces.push(...search(path.slice(folder.length), await readFile(path)));
  }
  return traces;
}
