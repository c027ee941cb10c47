/** Colours as CSS computes them: sRGB, Oklab (CSS Color 4) and contrast (WCAG 2.2). */

/** Red, green and blue from 0 to 1, as written in sRGB. */
export type Colour = readonly [red: number, green: number, blue: number];

type Triple = readonly [number, number, number];

/** @param hex six digits after `#`, such as `#8a3b12` */
export function parseColour(hex: string): Colour {
  const digit = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [digit(1), digit(3), digit(5)];
}

export const formatColour = (colour: Colour): string =>
  `#${colour
    .map((part) =>
      Math.round(Math.min(1, Math.max(0, part)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** The light of a channel (WCAG 2.2, relative luminance; the newer limit of sRGB differs by less than one step of 255). */
const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const gamma = (part: number): number =>
  part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055;

const luminance = ([red, green, blue]: Colour): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** The contrast ratio of two colors, from 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The matrices of CSS Color 4, section 18. */
function toOklab(colour: Colour): Triple {
  const [r, g, b] = [linear(colour[0]), linear(colour[1]), linear(colour[2])];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** Possibly outside sRGB. */
function fromOklab([lightness, a, b]: Triple): Colour {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** `color-mix(in oklab, one share%, other)`. @param share from 0 to 1 */
export function mix(one: Colour, share: number, other: Colour): Colour {
  const [from, to] = [toOklab(one), toOklab(other)];
  const between = (at: 0 | 1 | 2): number => from[at] * share + to[at] * (1 - share);
  return fromOklab([between(0), between(1), between(2)]);
}

/** The same hue with another lightness, with as much color as sRGB has there. @param lightness from 0 to 1 */
export function withLightness(colour: Colour, lightness: number): Colour {
  const [, a, b] = toOklab(colour);
  for (let share = 1; share > 0; share -= 0.02) {
    const found = fromOklab([lightness, a * share, b * share]);
    if (found.every((part) => part >= -0.0005 && part <= 1.0005)) return parseColour(formatColour(found));
  }
  return parseColour(formatColour(fromOklab([lightness, 0, 0])));
}

export const lightnessOf = (colour: Colour): number => toOklab(colour)[0];
