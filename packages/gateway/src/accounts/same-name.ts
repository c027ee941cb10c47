/** Whether two spellings mean the same name if width, spaces and case are ignored. */
export function sameName(one: string, other: string): boolean {
  return comparable(one) === comparable(other);
}

const comparable = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/g, '').toUpperCase();
