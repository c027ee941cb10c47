const graphemes = new Intl.Segmenter('zh-Hant', { granularity: 'grapheme' });

/**
 * Masks a name except for the first and the last character of a Chinese name (王○明, 王○), or the first letter
 * of each word of a romanized name (W*** M***). Splits the name between graphemes, so that rare characters
 * outside the BMP stay intact.
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

/** Masks all but the last four digits of an NHI card number (12 digits). */
export function maskCardNumber(cardNumber: string): string {
  return '*'.repeat(Math.max(0, cardNumber.length - 4)) + cardNumber.slice(-4);
}

/** Masks all but the first two and the last three digits of a phone number. Other characters stay unchanged. */
export function maskTelephone(telephone: string): string {
  const digits = telephone.replaceAll(/\D/g, '').length;
  let place = 0;
  return telephone.replaceAll(/\d/g, (digit) => {
    place += 1;
    return place <= 2 || place > digits - 3 ? digit : '*';
  });
}

/**
 * Masks `mei@example.tw` as `m***@example.tw`. The owner can recognize the address, but others learn only the
 * mail provider.
 */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${[...email.slice(0, at)][0] ?? ''}***${email.slice(at)}`;
}
