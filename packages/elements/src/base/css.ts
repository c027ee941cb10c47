import { css as litCss, unsafeCSS, type CSSResult, type CSSResultGroup } from 'lit';

/**
 * Works like Lit's `css`, but replaces `rem` with our own unit. The unit is the font size that the person has set
 * in the browser, which is usually 16 pixels. It does not depend on the page's root element, because pages of old
 * frameworks (`html { font-size: 62.5% }`) would otherwise shrink the components. All style sheets of components
 * use this tag.
 */
export const css = (
  strings: TemplateStringsArray,
  ...values: readonly (CSSResultGroup | number)[]
): CSSResult => unsafeCSS(ownUnits(litCss(strings, ...values).cssText));

/**
 * Replaces `rem` by our own unit. The conditions of `@` rules cannot contain variables, so they use `em`, which
 * has the same size there.
 */
const ownUnits = (text: string): string =>
  text.replace(/@[^{]*|(-?[\d.]{1,9})rem/g, (found, number: string | undefined) =>
    number ? `calc(${number} * var(--_mhb-rem))` : found.replaceAll('rem', 'em'),
  );

/**
 * Registers the unit as a length. Browsers then compute it once, on the host, where it is declared. If the page
 * loads a second copy of this package, the unit is already registered.
 */
export function registerUnit(): void {
  try {
    CSS.registerProperty({ name: '--_mhb-rem', syntax: '<length>', inherits: true, initialValue: '16px' });
  } catch {
    // Either the unit is already registered, or the browser does not support registration. Such a browser computes
    // the unit on every element that uses it.
  }
}
