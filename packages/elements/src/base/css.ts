import { css as litCss, unsafeCSS, type CSSResult, type CSSResultGroup } from 'lit';

/**
 * Lit's `css`, in which `rem` is our own unit: the size that the person has chosen in the browser, 16 pixels
 * for most, regardless of the root element of the page. Without it, pages of old frameworks (`html {
 * font-size: 62.5% }`) would shrink the components. All style sheets of components use this tag.
 */
export const css = (
  strings: TemplateStringsArray,
  ...values: readonly (CSSResultGroup | number)[]
): CSSResult => unsafeCSS(ownUnits(litCss(strings, ...values).cssText));

/** Conditions of `@` rules cannot contain a variable; in them, `em` has the same size. */
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
    // The unit is already registered. Or the browser does not support registering it, and computes the unit
    // on the element that uses it.
  }
}
