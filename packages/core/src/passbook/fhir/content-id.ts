/**
 * Derives a UUID from content. The UUID has version 8 (RFC 9562 §5.8), which leaves the algorithm to the
 * application: here, four rounds of a 32-bit multiplicative hash (FNV-1a), each with a different basis. The
 * hash is not secure and serves only to distinguish resources.
 */
export function contentId(content: string): string {
  const words = [0x811c9dc5, 0x1b873593, 0xcc9e2d51, 0x9e3779b9].map((basis) => hash(content, basis));
  const hex = words.map((word) => word.toString(16).padStart(8, '0')).join('');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

function hash(content: string, basis: number): number {
  let state = basis;
  for (let index = 0; index < content.length; index += 1) {
    state = Math.imul(state ^ content.charCodeAt(index), 0x01000193);
    state ^= state >>> 15;
  }
  return state >>> 0;
}
