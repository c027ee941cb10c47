import { css as litCss, unsafeCSS, type CSSResult, type CSSResultGroup } from 'lit';

/**
 * Lit's `css`, but `rem` is our own unit: the font size that the person has set in the browser, usually 16
 * pixels, regardless of the page's root element. Otherwise pages of old frameworks (`html { font-size: 62.5%
 * }`) would shrink the components. All style sheets of components use this tag.
 */
export const css = (
  strings: TemplateStringsArray,
  ...values: readonly (CSSResultGroup | number)[]
): CSSResult => unsafeCSS(ownUnits(litCss(strings, ...values).cssText));

/** Conditions of `@` rules cannot contain variables, so they use `em`, which has the same size there. */
const ownUnits = (text: string): string =>
  text.replace(/@[^{]*|(-?[\d.]{1,9})rem/g, (found, number: string | undefined) =>
    number ? `calc(${number} * var(--_mhb-rem))` : found.replaceAll('rem', 'em'),
  );

/**
 * Registers the unit as a length, so that browsers compute it where it is declared, on the host. If the page
 * loads a second copy of this package, the unit is already registered.
 */
export function registerUnit(): void {
  try {
    CSS.registerProperty({ name: '--_mhb-rem', syntax: '<length>', inherits: true, initialValue: '16px' });
  } catch {
    // Either the unit is already registered, or the browser cannot register it. Such a browser computes the
    // unit on each element that uses it.
  }
}
