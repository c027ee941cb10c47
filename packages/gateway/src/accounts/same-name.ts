/** Checks whether two spellings are the same name, ignoring character width, spaces, and case. */
export function sameName(one: string, other: string): boolean {
  return comparable(one) === comparable(other);
}

const comparable = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/g, '').toUpperCase();
