import {
  contrast,
  formatColour,
  lightnessOf,
  mix,
  parseColour,
  withLightness,
  type Colour,
} from './colour.js';

/** A theme from one brand color, with the contrast that WCAG 2.2 AA requires, in the light and in the dark. */

export type Scheme = 'light' | 'dark';

/** The defaults of `packages/elements/src/base/tokens.styles.ts`, with which the brand's color is seen. */
const defaults = {
  light: { paper: '#ffffff', ink: '#15242b', darkText: '#06262e' },
  dark: { paper: '#12191d', ink: '#e8eff2', darkText: '#06262e' },
} as const;

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for borders and marks. */
const TEXT = 4.5;
const MARK = 3;
/** Browsers round the colors that they mix. */
const MARGIN = 0.05;

export interface Pair {
  readonly name: PairName;
  readonly foreground: string;
  readonly background: string;
  readonly ratio: number;
  readonly required: number;
}

/** Where two colors of the theme meet. */
export const pairNames = [
  'link',
  'link-sunken',
  'link-soft',
  'button',
  'button-hover',
  'text-soft',
  'border',
  'focus-sunken',
] as const;
export type PairName = (typeof pairNames)[number];

export interface Accent {
  readonly accent: Colour;
  readonly onAccent: Colour;
}

export interface Theme {
  readonly brand: string;
  readonly light: { readonly accent: string; readonly onAccent: string; readonly pairs: readonly Pair[] };
  readonly dark: { readonly accent: string; readonly onAccent: string; readonly pairs: readonly Pair[] };
}

/** Every pair in which the accent takes part, with the colors that the components derive from it. */
function pairsOf(scheme: Scheme, { accent, onAccent }: Accent): readonly Pair[] {
  const paper = parseColour(defaults[scheme].paper);
  const ink = parseColour(defaults[scheme].ink);
  const sunken = mix(ink, 0.04, paper);
  const soft = mix(accent, 0.1, paper);
  const pair = (name: PairName, foreground: Colour, background: Colour, required: number): Pair => ({
    name,
    foreground: formatColour(foreground),
    background: formatColour(background),
    ratio: contrast(foreground, background),
    required,
  });
  return [
    pair('link', accent, paper, TEXT),
    pair('link-sunken', accent, sunken, TEXT),
    pair('link-soft', accent, soft, TEXT),
    pair('button', onAccent, accent, TEXT),
    pair('button-hover', onAccent, mix(accent, 0.86, ink), TEXT),
    pair('text-soft', ink, soft, TEXT),
    pair('border', accent, paper, MARK),
    pair('focus-sunken', accent, sunken, MARK),
  ];
}

const holds = (scheme: Scheme, accent: Accent): boolean =>
  pairsOf(scheme, accent).every(({ ratio, required }) => ratio >= required + MARGIN);

/** The color nearest to the brand's with which every pair holds. */
function accentFor(brand: Colour, scheme: Scheme): Accent {
  const start = lightnessOf(brand);
  const white = parseColour('#ffffff');
  const darkText = parseColour(defaults[scheme].darkText);
  for (let away = 0; away <= 1; away += 0.005)
    for (const lightness of [start - away, start + away]) {
      if (lightness < 0 || lightness > 1) continue;
      const accent = away === 0 ? brand : withLightness(brand, lightness);
      for (const onAccent of [white, darkText]) {
        const found = { accent, onAccent };
        if (holds(scheme, found)) return found;
      }
    }
  throw new Error('There is no such color');
}

/** @param brand such as `#8a3b12` */
export function themeOf(brand: string): Theme {
  const of = (scheme: Scheme): Theme['light'] => {
    const found = accentFor(parseColour(brand), scheme);
    return {
      accent: formatColour(found.accent),
      onAccent: formatColour(found.onAccent),
      pairs: pairsOf(scheme, found),
    };
  };
  return { brand, light: of('light'), dark: of('dark') };
}

export interface ThemeChoice {
  readonly brand: string;
  /** In rem. */
  readonly radius: number;
}

/** The style sheet of a theme. */
export function themeCss({ brand, radius }: ThemeChoice): string {
  const { light, dark } = themeOf(brand);
  return `mhb-provider,
mhb-passbook-viewer {
  --mhb-color-accent: light-dark(${light.accent}, ${dark.accent});
  --mhb-color-on-accent: light-dark(${light.onAccent}, ${dark.onAccent});
  --mhb-radius: ${radius}rem;
}
`;
}
