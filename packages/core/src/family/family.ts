import type { Evidence } from './evidence.js';

/**
 * Several people's passbooks kept side by side: who there is, and which download is whose. Plain data and pure functions: a
 * passbook is made of the downloads that are its person's, so a download that moves or goes leaves nothing behind.
 */

export interface FamilyMember {
  readonly id: string;
  /** What the person who keeps the passbooks calls them; may be empty. */
  readonly name: string;
}

/** A file of a download, by its content (SHA-256, hex). */
export interface FamilyFile {
  readonly name: string;
  readonly hash: string;
}

/** What was opened together: an archive, or the loose files of one download. */
export interface FamilyDownload {
  readonly id: string;
  /** Whose it is, by `FamilyMember.id`. */
  readonly member: string;
  readonly evidence: Evidence;
  readonly files: readonly FamilyFile[];
}

/** Downloads in the order in which they were put in; members in the order of their first downloads, none without one. */
export interface Family {
  readonly members: readonly FamilyMember[];
  readonly downloads: readonly FamilyDownload[];
}

/** What is done to a family. Undone by another of them. */
export type FamilyChange = (family: Family) => Family;

export const emptyFamily: Family = { members: [], downloads: [] };

/** Puts a download in; one that is there already stays as it is. */
export const withDownload =
  (download: Omit<FamilyDownload, 'member'>, member: FamilyMember): FamilyChange =>
  ({ members, downloads }) =>
    downloads.some(({ id }) => id === download.id)
      ? { members, downloads }
      : inOrder([...members, member], [...downloads, { ...download, member: member.id }]);

/** Takes a download out, and its person where it was their only one. */
export const withoutDownload =
  (id: string): FamilyChange =>
  ({ members, downloads }) =>
    inOrder(
      members,
      downloads.filter((each) => each.id !== id),
    );

/** Gives a download to somebody who is there, or to somebody new. */
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

/** The contents that belong to some download, by their hashes. */
export const contentsOf = ({ downloads }: Family): ReadonlySet<string> =>
  new Set(downloads.flatMap(({ files }) => files.map(({ hash }) => hash)));

/** The first of several members of an id counts: a name given by a later change does not overwrite one that is there. */
function inOrder(members: readonly FamilyMember[], downloads: readonly FamilyDownload[]): Family {
  const ids = new Set(downloads.map(({ member }) => member));
  return { members: [...ids].flatMap((id) => members.find((each) => each.id === id) ?? []), downloads };
}
