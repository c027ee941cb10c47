import { downloadsOf, memberOf, type Family } from '@mhb-kit/core/family';
import type { FamilyWords } from './family.strings.js';

/**
 * Returns a label for the passbook's owner, which consists of the name that the user has entered and the visible
 * part of the ID number.
 */
export function memberLabel(family: Family, member: string, strings: FamilyWords): string {
  const name = memberOf(family, member)?.name ?? '';
  const mask = downloadsOf(family, member)
    .map(({ evidence }) => evidence.mask)
    .find((each) => each !== null);
  if (name === '') return mask ?? strings.someone;
  return mask === undefined ? name : strings.memberNamed(name, mask);
}
