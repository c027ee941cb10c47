/** Whether two writings are of one name: full-width letters, spaces and capitals aside. */
export function sameName(one: string, other: string): boolean {
  return comparable(one) === comparable(other);
}

const comparable = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/g, '').toUpperCase();
