import type { Evidence } from './evidence.js';

/**
 * Several people's passbooks kept side by side: the members, and which download belongs to whom. Plain data
 * and pure functions. A passbook is always built from its member's downloads, so nothing remains when a
 * download is moved or removed.
 */

export interface FamilyMember {
  readonly id: string;
  /** The name given by the person who keeps the passbooks; may be empty. */
  readonly name: string;
}

/** A file of a download, identified by its content (SHA-256, hex). */
export interface FamilyFile {
  readonly name: string;
  readonly hash: string;
}

/** Files that were opened together: an archive, or the separate files of one download. */
export interface FamilyDownload {
  readonly id: string;
  /** The owner, by `FamilyMember.id`. */
  readonly member: string;
  readonly evidence: Evidence;
  readonly files: readonly FamilyFile[];
}

/**
 * Downloads in the order in which they were added; members in the order of their first downloads. Every
 * member has at least one download.
 */
export interface Family {
  readonly members: readonly FamilyMember[];
  readonly downloads: readonly FamilyDownload[];
}

/** A change to a family; another change can undo it. */
export type FamilyChange = (family: Family) => Family;

export const emptyFamily: Family = { members: [], downloads: [] };

/** Adds a download; one that is already there stays unchanged. */
export const withDownload =
  (download: Omit<FamilyDownload, 'member'>, member: FamilyMember): FamilyChange =>
  ({ members, downloads }) =>
    downloads.some(({ id }) => id === download.id)
      ? { members, downloads }
      : inOrder([...members, member], [...downloads, { ...download, member: member.id }]);

/** Removes a download, and its member if it was their only one. */
export const withoutDownload =
  (id: string): FamilyChange =>
  ({ members, downloads }) =>
    inOrder(
      members,
      downloads.filter((each) => each.id !== id),
    );

/** Assigns a download to an existing or a new member. */
export const movedTo =
  (id: string, member: FamilyMember): FamilyChange =>
  ({ members, downloads }) =>
    inOrder(
      [...members, member],
      downloads.map((each) => (each.id === id ? { ...each, member: member.id } : each)),
    );

export const renamed =
  (id: string, name: string): FamilyChange =>
  ({ members, downloads }) => ({
    members: members.map((each) => (each.id === id ? { ...each, name } : each)),
    downloads,
  });

export const memberOf = ({ members }: Family, id: string | undefined): FamilyMember | undefined =>
  members.find((each) => each.id === id);

export const downloadsOf = ({ downloads }: Family, member: string): readonly FamilyDownload[] =>
  downloads.filter((each) => each.member === member);

/** The hashes of all files that belong to a download. */
export const contentsOf = ({ downloads }: Family): ReadonlySet<string> =>
  new Set(downloads.flatMap(({ files }) => files.map(({ hash }) => hash)));

/**
 * If an id occurs several times, its first member is used, so a later change does not overwrite an existing
 * name.
 */
function inOrder(members: readonly FamilyMember[], downloads: readonly FamilyDownload[]): Family {
  const ids = new Set(downloads.map(({ member }) => member));
  return { members: [...ids].flatMap((id) => members.find((each) => each.id === id) ?? []), downloads };
}
