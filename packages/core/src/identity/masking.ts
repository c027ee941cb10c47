const graphemes = new Intl.Segmenter('zh-Hant', { granularity: 'grapheme' });

/**
 * A partly masked name: the first and the last character of a Chinese name (王○明, 王○), or the first letter of
 * each word of a romanized one (W*** M***). Splits between graphemes, so that a rare character outside the
 * BMP is not broken.
 */
export function maskName(name: string): string {
  const trimmed = name.trim();
  if (/^[\p{Script=Latin}\s.,'’-]+$/u.test(trimmed)) {
    return trimmed.replace(/(\p{Script=Latin})[\p{Script=Latin}'’-]*/gu, '$1***');
  }
  const characters = [...graphemes.segment(trimmed)].map(({ segment }) => segment);
  if (characters.length < 2) return characters.length === 0 ? '' : '○';
  if (characters.length === 2) return `${characters[0]}○`;
  return `${characters[0]}${'○'.repeat(characters.length - 2)}${characters.at(-1)}`;
}

/** An NHI card number (12 digits) with all but its last four digits hidden. */
export function maskCardNumber(cardNumber: string): string {
  return '*'.repeat(Math.max(0, cardNumber.length - 4)) + cardNumber.slice(-4);
}

/** A phone number with all but its first two and last three digits hidden; other characters are kept. */
export function maskTelephone(telephone: string): string {
  const digits = telephone.replaceAll(/\D/g, '').length;
  let place = 0;
  return telephone.replaceAll(/\d/g, (digit) => {
    place += 1;
    return place <= 2 || place > digits - 3 ? digit : '*';
  });
}

/** `mei@example.tw` as `m***@example.tw`: the owner recognizes it, and others learn only the provider. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${[...email.slice(0, at)][0] ?? ''}***${email.slice(at)}`;
}
