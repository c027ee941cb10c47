import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive, sealArchive, type SealMethod } from '@mhb-kit/core/archive';
import { afterAll, describe, expect, it } from 'vitest';
import { noise } from './zip-builder.js';

/**
 * Archives created by 7-Zip, Info-ZIP, bsdtar and our code, each opened by every other tool that supports the
 * method: names and bytes must be unchanged.
 */

const PASSWORD = 'A123456789';
const FILES: Readonly<Record<string, Buffer>> = {
  '健康存摺/門診資料_1040527.html': Buffer.from('<p>健康存摺：門診資料</p>\n'.repeat(500)),
  'readme.txt': Buffer.from('hello\n'),
  'scan.bin': noise(70_000),
  'empty.txt': Buffer.alloc(0),
};
/** Data for pipes. */
const PIPED = FILES['scan.bin'] as Buffer;
const work = mkdtempSync(join(tmpdir(), 'mhb-kit-tools-'));
afterAll(() => {
  rmSync(work, { recursive: true });
});

const env = { ...process.env, LC_ALL: 'C.UTF-8' };
const missing = (tool: string): string | undefined =>
  spawnSync(tool, ['--help'], { stdio: 'ignore' }).error === undefined
    ? undefined
    : `${tool} is not installed`;
const run = (tool: string, args: readonly string[], cwd: string): void => {
  execFileSync(tool, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
};

/** The output of a tool to a pipe. `cat` provides the pipe: directly into Node it would be a socket. */
function piped(tool: string, args: readonly string[], input: Buffer, cwd = work): Buffer {
  return execFileSync('sh', ['-c', '"$@" | cat', 'sh', tool, ...args], { cwd, env, input });
}

function folder(name: string): string {
  const path = join(work, name);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path);
  return path;
}

function folderWithFiles(name: string): string {
  const path = folder(name);
  for (const [file, content] of Object.entries(FILES)) {
    mkdirSync(join(path, file, '..'), { recursive: true });
    writeFileSync(join(path, file), content);
  }
  return path;
}

type Lock = 'none' | 'zipcrypto' | 'aes-128' | 'aes-192' | 'aes-256';
type Compression = 'deflate' | 'stored';

interface Tool {
  readonly locks: readonly Lock[];
  readonly make?: (archive: string, files: string, lock: Lock, compression: Compression) => void;
  readonly open: (archive: string, target: string) => void;
  /**
   * Encrypted archives of one file written to a pipe, in which the tool cannot seek back: name and command of
   * each.
   */
  readonly pipes?: Readonly<Record<string, (content: Buffer, files: string) => Buffer>>;
}

const all: readonly Lock[] = ['none', 'zipcrypto', 'aes-128', 'aes-192', 'aes-256'];

const tools: Readonly<Record<string, Tool>> = {
  '7z': {
    locks: all,
    make: (archive, files, lock, compression) => {
      const method = lock === 'zipcrypto' ? 'ZipCrypto' : lock.replace('-', '').toUpperCase();
      const locking = lock === 'none' ? [] : [`-mem=${method}`, `-p${PASSWORD}`];
      run('7z', ['a', '-tzip', `-mx=${compression === 'stored' ? 0 : 5}`, ...locking, archive, '.'], files);
    },
    open: (archive, target) => {
      run('7z', ['x', '-y', `-p${PASSWORD}`, `-o${target}`, archive], target);
    },
    pipes: {
      'from a pipe': (content, files) => {
        piped('7z', ['a', '-tzip', `-p${PASSWORD}`, '-siscan.bin', 'piped.zip'], content, files);
        return readFileSync(join(files, 'piped.zip'));
      },
    },
  },
  zip: {
    locks: ['none', 'zipcrypto'],
    make: (archive, files, lock, compression) => {
      run(
        'zip',
        [
          '-q',
          '-r',
          compression === 'stored' ? '-0' : '-6',
          ...(lock === 'none' ? [] : ['-P', PASSWORD]),
          archive,
          '.',
        ],
        files,
      );
    },
    open: (archive, target) => {
      run('unzip', ['-q', '-P', PASSWORD, archive, '-d', target], target);
    },
    pipes: {
      'from a pipe into a pipe': (content) => piped('zip', ['-q', '-P', PASSWORD, '-', '-'], content),
      'of a file into a pipe': (_, files) =>
        piped('zip', ['-q', '-P', PASSWORD, '-', 'scan.bin'], Buffer.alloc(0), files),
    },
  },
  bsdtar: {
    locks: ['none', 'zipcrypto', 'aes-128', 'aes-256'],
    make: (archive, files, lock, compression) => {
      const encryption = lock === 'zipcrypto' ? 'zipcrypt' : lock.replace('-', '');
      const options = [
        `zip:compression=${compression === 'stored' ? 'store' : 'deflate'}`,
        ...(lock === 'none' ? [] : [`zip:encryption=${encryption}`]),
      ].join(',');
      run(
        'bsdtar',
        [
          '-a',
          '-cf',
          archive,
          '--format',
          'zip',
          '--options',
          options,
          '--passphrase',
          PASSWORD,
          ...Object.keys(FILES),
        ],
        files,
      );
    },
    open: (archive, target) => {
      run('bsdtar', ['-xf', archive, '--passphrase', PASSWORD, '-C', target], target);
    },
  },
};

const ours = async (archive: string): Promise<Record<string, Buffer>> => {
  const opened = await openArchive(new Uint8Array(readFileSync(archive)), { password: PASSWORD });
  const files = await opened.files();
  return Object.fromEntries(files.map(({ name, bytes }) => [name.replace(/^\.\//u, ''), Buffer.from(bytes)]));
};

const sealed = async (lock: Lock, compression: Compression, streamed: boolean): Promise<Uint8Array> =>
  sealArchive(
    Object.entries(FILES).map(([name, bytes]) => ({
      name,
      store: compression === 'stored',
      ...(streamed ? { stream: new Blob([new Uint8Array(bytes)]).stream() } : { bytes }),
    })),
    { method: lock satisfies SealMethod, ...(lock === 'none' ? {} : { password: PASSWORD }) },
  );

const unpacked = (target: string): Record<string, Buffer> =>
  Object.fromEntries(Object.keys(FILES).map((name) => [name, readFileSync(join(target, name))]));

for (const [name, tool] of Object.entries(tools)) {
  const reason = [name, ...(name === 'zip' ? ['unzip'] : [])].map(missing).find((why) => why !== undefined);
  describe(
    `${name}${reason === undefined ? '' : ` (skipped: ${reason})`}`,
    { skip: reason !== undefined },
    () => {
      for (const lock of tool.locks) {
        for (const compression of ['deflate', 'stored'] as const) {
          it(`creates ${lock}, ${compression}, and we open it`, async () => {
            const archive = join(folder('made'), 'a.zip');
            tool.make?.(archive, folderWithFiles('files'), lock, compression);
            expect(await ours(archive)).toEqual(FILES);
          });

          it.each([
            ['whole', false],
            ['streamed', true],
          ])(`opens our ${lock}, ${compression}, sealed %s`, async (_, streamed) => {
            const archive = join(folder('sealed'), 'a.zip');
            writeFileSync(archive, await sealed(lock, compression, streamed));
            const target = folder('opened');
            tool.open(archive, target);
            expect(unpacked(target)).toEqual(FILES);
          });
        }
      }

      for (const [way, make] of Object.entries(tool.pipes ?? {})) {
        it(`creates an archive ${way}, and we open it`, async () => {
          const archive = make(PIPED, folderWithFiles('files'));
          const opened = await openArchive(new Uint8Array(archive), { password: PASSWORD });
          expect((await opened.files()).map(({ bytes }) => Buffer.from(bytes))).toEqual([PIPED]);
          await expect(openArchive(new Uint8Array(archive), { password: 'wrong' })).rejects.toMatchObject({
            code: 'wrong-password',
          });
        });
      }

      for (const [otherName, other] of Object.entries(tools)) {
        if (otherName === name) continue;
        for (const lock of tool.locks.filter((each) => other.locks.includes(each))) {
          const why = missing(otherName);
          it(
            `makes ${lock}, and ${otherName} opens it${why === undefined ? '' : ` (skipped: ${why})`}`,
            { skip: why !== undefined },
            () => {
              const archive = join(folder('made'), 'a.zip');
              tool.make?.(archive, folderWithFiles('files'), lock, 'deflate');
              const target = folder('opened');
              other.open(archive, target);
              expect(unpacked(target)).toEqual(FILES);
            },
          );
        }
      }
    },
  );
}
