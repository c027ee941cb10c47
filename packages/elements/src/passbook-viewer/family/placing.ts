import {
  belonging,
  compare,
  evidenceOf,
  memberOf,
  movedTo,
  renamed,
  spanOf,
  withDownload,
  withoutDownload,
  type Candidate,
  type Family,
  type FamilyChange,
  type FamilyDownload,
  type FamilyMember,
} from '@mhb-kit/core/family';
import { countRecords, type AnyRecord, type Passbook } from '@mhb-kit/core/passbook';
import { numberDigest, type HashedFile } from './content-hash.js';
import type { Library, ReadDownload } from './library.js';
import type { WhoseCandidate, WhoseQuestion } from './whose-question.js';

/** A download that has been read but not yet assigned to anyone. */
export interface Incoming {
  readonly files: readonly HashedFile[];
  readonly read: ReadDownload;
  /** The password that opened the archive; `null` if none was needed. */
  readonly password: string | null;
  /** The name for the download's owner if that person is not yet a member; can be empty. */
  readonly person: string;
}

/** A completed or proposed change to the set of downloads. */
export interface Done {
  readonly what: 'added' | 'moved' | 'renamed' | 'undone' | 'there-already';
  /** The `FamilyMember.id` of the person whom the change concerns. */
  readonly member: string;
  readonly change: FamilyChange;
  /** Reverts the change; `undefined` if it cannot be reverted. */
  readonly undo?: FamilyChange;
}

/** A change to the family, together with the file contents that the change adds, keyed by hash. */
export interface FamilyWrite {
  readonly change: FamilyChange;
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

const same: FamilyChange = (family) => family;

type Described = Omit<FamilyDownload, 'member'>;

/** Determines to whom downloads belong, and asks the person if there is no proof. */
export class Placing {
  readonly #library: Library;
  readonly #ask: (question: WhoseQuestion, signal: AbortSignal) => Promise<FamilyMember>;

  constructor(
    library: Library,
    ask: (question: WhoseQuestion, signal: AbortSignal) => Promise<FamilyMember>,
  ) {
    this.#library = library;
    this.#ask = ask;
  }

  /** Adds downloads to a family, one after the other. */
  async placeAll(
    into: Family,
    incoming: readonly (Incoming | FamilyDownload)[],
    signal: AbortSignal,
  ): Promise<{ readonly family: Family; readonly all: readonly Done[] }> {
    let family = into;
    const all: Done[] = [];
    /**
     * Maps earlier members to the same people in this family. Because the person has already stated which
     * downloads belong together, each earlier member is asked about only once.
     */
    const known = new Map<string, string>();
    for (const each of incoming) {
      const done =
        'read' in each
          ? await this.#place(family, await this.#describe(each), each.person, signal)
          : await this.#placeAgain(family, each, known.get(each.member), signal);
      if (!('read' in each)) known.set(each.member, done.member);
      family = done.change(family);
      all.push(done);
    }
    return { family, all };
  }

  #placeAgain(
    family: Family,
    download: FamilyDownload,
    known: string | undefined,
    signal: AbortSignal,
  ): Promise<Done> {
    const name = memberOf(this.#library.family, download.member)?.name ?? '';
    return known === undefined
      ? this.#place(family, download, name, signal)
      : Promise.resolve(adding(download, { id: known, name }));
  }

  /** Reads all open downloads and returns them, so that they can be added to another family. */
  async again(signal: AbortSignal): Promise<readonly FamilyDownload[]> {
    for (const download of this.#library.family.downloads) await this.#library.readOf(download, signal);
    return this.#library.family.downloads;
  }

  async #describe({ files, read, password }: Incoming): Promise<Described> {
    const evidence = await evidenceOf({
      mask: read.passbook.subjectId,
      password,
      verdict: read.archive?.verdict ?? { status: 'unsigned' },
      digest: numberDigest,
    });
    const id = crypto.randomUUID();
    this.#library.hold(id, read, files);
    return { id, evidence, files: files.map(({ name, hash }) => ({ name, hash })) };
  }

  async #place(family: Family, download: Described, name: string, signal: AbortSignal): Promise<Done> {
    const decided = belonging(family, download.evidence, download.files);
    if (decided.whose === 'proved' && decided.by === 'same-files')
      return { what: 'there-already', member: decided.member, change: same };
    const found =
      decided.whose === 'proved'
        ? memberOf(family, decided.member)
        : decided.whose === 'ask'
          ? await this.#ask(await this.#question(family, download, decided.candidates, signal), signal)
          : undefined;
    const member = found ?? { id: crypto.randomUUID(), name };
    return adding(download, member);
  }

  async #question(
    family: Family,
    download: Described,
    candidates: readonly Candidate[],
    signal: AbortSignal,
  ): Promise<WhoseQuestion> {
    const { passbook, archive } = await this.#library.readOf({ ...download, member: '' }, signal);
    const compared: WhoseCandidate[] = [];
    for (const candidate of candidates) {
      const known = await this.#library.open(family, candidate.member, signal);
      compared.push({ ...candidate, comparison: compare(known.passbook, passbook) });
    }
    return {
      names: archive === null ? download.files.map(({ name }) => name) : [archive.name],
      mask: passbook.subjectId,
      appliedOn: passbook.downloads.at(-1)?.appliedOn ?? null,
      records: countRecords(passbook),
      span: spanOf(recordsIn(passbook)),
      family,
      candidates: compared,
    };
  }
}

const adding = (download: Described, member: FamilyMember): Done => ({
  what: 'added',
  member: member.id,
  change: withDownload(download, member),
  undo: withoutDownload(download.id),
});

const recordsIn = ({ sections, unknownSections }: Passbook): readonly AnyRecord[] => [
  ...Object.values(sections).flat(),
  ...Object.values(unknownSections).flat(),
];

/** Assigns a download to a different person. */
export function moving(family: Family, id: string, to: FamilyMember): Done | undefined {
  const from = memberOf(family, family.downloads.find((each) => each.id === id)?.member);
  if (from === undefined || from.id === to.id) return undefined;
  return { what: 'moved', member: to.id, change: movedTo(id, to), undo: movedTo(id, from) };
}

export function renaming({ id, name: before }: FamilyMember, name: string): Done {
  return { what: 'renamed', member: id, change: renamed(id, name), undo: renamed(id, before) };
}

export const undoing = ({ undo = same }: Done, member: string): Done => ({
  what: 'undone',
  member,
  change: undo,
});
