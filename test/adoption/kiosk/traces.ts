import { closeSync, openSync, readFileSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Searches for a person's data wherever the next person, or somebody who takes the disk, could find them. */

/** As bytes in UTF-8 and in the browser's UTF-16. */
const encodings = (word: string): Buffer[] => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')];

export interface Trace {
  readonly where: string;
  readonly word: string;
}

function wordsIn(content: Buffer, words: readonly string[]): string[] {
  return words.filter((word) => encodings(word).some((bytes) => content.includes(bytes)));
}

/** A file or an image of a disk, by content. */
export const tracesInFile = (path: string, words: readonly string[]): Trace[] =>
  wordsIn(readFileSync(path), words).map((word) => ({ where: path, word }));

/** Every file below a folder, by name and content. */
export function tracesInFiles(folder: string, words: readonly string[]): Trace[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.flatMap((name) => {
    const path = join(folder, name);
    const found = wordsIn(Buffer.from(name), words);
    try {
      if (statSync(path).isFile()) found.push(...wordsIn(readFileSync(path), words));
    } catch {
      // Deleted during the search, or a socket.
    }
    return found.map((word) => ({ where: path, word }));
  });
}

const PIECE = 2 ** 24;
const OVERLAP = 256;

/** The memory that a process has written and not released: every readable private or shared mapping. */
export function tracesInMemory(pid: number, words: readonly string[]): Trace[] {
  let maps: string;
  let memory: number;
  try {
    maps = readFileSync(`/proc/${pid}/maps`, 'utf8');
    memory = openSync(`/proc/${pid}/mem`, 'r');
  } catch {
    return [];
  }
  const found = new Set<string>();
  const buffer = Buffer.alloc(PIECE);
  for (const line of maps.split('\n')) {
    const [, from, to, mode, inode] = /^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ (\d+)/.exec(line) ?? [];
    if (from === undefined || to === undefined || mode?.startsWith('rw') !== true) continue;
    // Anonymous memory, and files that are actually memory.
    if (inode !== '0' && !/\/(?:memfd:|dev\/shm\/)/.test(line)) continue;
    const end = Number.parseInt(to, 16);
    for (let at = Number.parseInt(from, 16); at < end; at += PIECE - OVERLAP) {
      try {
        const length = readSync(memory, buffer, 0, Math.min(PIECE, end - at), at);
        for (const word of wordsIn(buffer.subarray(0, length), words)) found.add(word);
      } catch {
        // Reserved, but not backed by memory.
      }
    }
  }
  closeSync(memory);
  return [...found].map((word) => ({ where: `memory of ${pid}`, word }));
}

/** A process and all its descendants. */
export function family(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const after = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1) ?? '';
      parents.set(Number(name), Number(after.split(' ')[1]));
    } catch {
      // The process ended during the search.
    }
  }
  const childrenOf = (one: number): number[] =>
    [...parents].filter(([, parent]) => parent === one).flatMap(([child]) => [child, ...childrenOf(child)]);
  return [pid, ...childrenOf(pid)];
}

export const commandLine = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
};
