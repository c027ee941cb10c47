import { openArchive } from '@mhb-kit/core/archive';
import { MhbError } from '@mhb-kit/core/error';
import {
  isManifestFile,
  verifyManifest,
  type ManifestVerdict,
  type TrustedIssuer,
} from '@mhb-kit/core/manifest';
import { passbookArchiveLimits } from '@mhb-kit/core/passbook';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { exitCodes } from './exit-codes.js';
import { createPasswordSource, isZip, load, unlock, type InputOptions } from './input.js';
import { printable, printableJson } from './printable.js';
import { languageOf, type Terminal } from './terminal.js';
import { verifyTexts } from './verify.strings.js';

export interface VerifyOptions extends InputOptions {
  readonly issuer?: string;
  readonly keys?: string;
  readonly json?: boolean;
}

interface Verified {
  readonly file: string;
  readonly files: number;
  readonly verdict: ManifestVerdict;
}

/**
 * Runs `mhb verify`, which checks whether archives are intact and have not changed since they were issued.
 * Returns the exit code of the worst result.
 */
export async function verify(
  paths: readonly string[],
  options: VerifyOptions,
  terminal: Terminal,
): Promise<number> {
  const trusted = await trustedIssuers(options);
  const secret = createPasswordSource(options, terminal);
  const all: Verified[] = [];
  for (const path of paths) {
    const bytes = await load(path, terminal);
    if (!isZip(bytes)) throw new MhbError('not-an-archive', 'No archive');
    const archive = await openArchive(bytes, { signal: options.signal, limits: passbookArchiveLimits });
    const file = basename(path);
    if (archive.isEncrypted) await unlock(archive, file, secret, options.signal);
    // Read every entry, because this also checks every checksum and authentication code.
    const files = await archive.files({ signal: options.signal });
    const count = files.filter(({ name }) => !isManifestFile(name)).length;
    all.push({ file, files: count, verdict: await verifyManifest(files, trusted) });
  }
  terminal.stdout.write(
    options.json === true
      ? `${printableJson(
          JSON.stringify(
            all.map(({ verdict, ...rest }) => ({ ...rest, ...verdict })),
            null,
            2,
          ),
        )}\n`
      : all.map((each) => describe(each, options, terminal)).join('\n'),
  );
  const statuses = all.map(({ verdict }) => verdict.status);
  if (statuses.some((status) => status === 'altered' || status === 'invalid')) return exitCodes.altered;
  return statuses.every((status) => status === 'genuine') ? exitCodes.done : exitCodes.unproven;
}

function describe({ file, files, verdict }: Verified, { issuer }: VerifyOptions, terminal: Terminal): string {
  const texts = verifyTexts[languageOf(terminal)];
  const lines = [`${printable(file)}: ${texts.intact(files)}`];
  switch (verdict.status) {
    case 'genuine':
      lines.push(texts.genuine(verdict.issuer, verdict.issuedAt));
      break;
    case 'unsigned':
      lines.push(texts.unsigned);
      break;
    case 'unknown-issuer':
      lines.push(texts.unknown(printable(verdict.issuer), issuer === undefined));
      break;
    case 'altered':
      lines.push(texts.altered(verdict.issuer));
      for (const { name, change } of verdict.changes)
        lines.push(`  ${printable(name)}: ${texts.changes[change]}`);
      break;
    case 'invalid':
      lines.push(texts.invalid);
  }
  return `${lines.join('\n')}\n`;
}

/**
 * Returns the trusted issuer, which is the gateway in the options. Its keys come from a file or from the
 * gateway itself.
 * @throws {MhbError} `issuer-unreachable`, `file-unreadable`
 */
async function trustedIssuers({ issuer, keys, signal }: VerifyOptions): Promise<readonly TrustedIssuer[]> {
  if (issuer === undefined) return [];
  if (!URL.canParse(issuer)) throw new MhbError('issuer-unreachable', 'The issuer is not a web address');
  const { origin } = new URL(issuer);
  return [
    {
      issuer: origin,
      keys: parseKeys(keys === undefined ? await fetchKeys(origin, signal) : await readKeys(keys)),
    },
  ];
}

async function fetchKeys(origin: string, signal: AbortSignal): Promise<string> {
  try {
    const answer = await fetch(`${origin}/.well-known/jwks.json`, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
    });
    if (answer.ok) return await answer.text();
  } catch (error) {
    if (signal.aborted) throw error;
  }
  throw new MhbError('issuer-unreachable', 'The keys of the issuer could not be fetched');
}

async function readKeys(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new MhbError('file-unreadable', 'The key file cannot be read', { cause: error });
  }
}

function parseKeys(text: string): readonly JsonWebKey[] {
  try {
    const { keys } = JSON.parse(text) as { readonly keys?: unknown };
    if (Array.isArray(keys)) return keys as readonly JsonWebKey[];
  } catch {
    // Continue, because the error below covers this case.
  }
  throw new MhbError('issuer-unreachable', 'This is not a set of keys (JWKS)');
}
