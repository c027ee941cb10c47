import type { Evidence } from './evidence.js';

/**
 * A family is a group of people whose passbooks are kept side by side. The data states which download belongs
 * to which member; pure functions change it. A passbook is always rebuilt from its member's downloads, so no
 * data remains in it when a download is moved or removed.
 */

export interface FamilyMember {
  readonly id: string;
  /** The name that the person who keeps the passbooks has given this member; may be empty. */
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
  /** The `FamilyMember.id` of the owner. */
  readonly member: string;
  readonly evidence: Evidence;
  readonly files: readonly FamilyFile[];
}

/**
 * The members of a family and their downloads. Downloads are in the order in which they were added, and members
 * are in the order of their first downloads. Every member has at least one download.
 */
export interface Family {
  readonly members: readonly FamilyMember[];
  readonly downloads: readonly FamilyDownload[];
}

/** A function that returns a changed copy of a family. Another such function can undo the change. */
export type FamilyChange = (family: Family) => Family;

export const emptyFamily: Family = { members: [], downloads: [] };

/** Adds a download. If the family already contains the download, nothing changes. */
export const withDownload =
  (download: Omit<FamilyDownload, 'member'>, member: FamilyMember): FamilyChange =>
  ({ members, downloads }) =>
    downloads.some(({ id }) => id === download.id)
      ? { members, downloads }
      : inOrder([...members, member], [...downloads, { ...download, member: member.id }]);

/** Removes a download. If it was its member's only download, also removes the member. */
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

/** Returns the hashes of all files in the family's downloads. */
export const contentsOf = ({ downloads }: Family): ReadonlySet<string> =>
  new Set(downloads.flatMap(({ files }) => files.map(({ hash }) => hash)));

/**
 * Sorts the members by their first downloads and removes members without downloads. If several members have the
 * same id, keeps the first one, so that a later change does not overwrite an existing name.
 */
function inOrder(members: readonly FamilyMember[], downloads: readonly FamilyDownload[]): Family {
  const ids = new Set(downloads.map(({ member }) => member));
  return { members: [...ids].flatMap((id) => members.find((each) => each.id === id) ?? []), downloads };
}
