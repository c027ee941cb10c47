import { css as litCss, unsafeCSS, type CSSResult, type CSSResultGroup } from 'lit';

/**
 * Lit's `css`, in which `rem` is our own unit: the size that the person has chosen in the browser, 16 pixels for most,
 * regardless of the root element of the page. Old frameworks set `html { font-size: 62.5% }`, and everything would shrink with it.
 * All style sheets of components are written with this tag.
 */
export const css = (
  strings: TemplateStringsArray,
  ...values: readonly (CSSResultGroup | number)[]
): CSSResult => unsafeCSS(ownUnits(litCss(strings, ...values).cssText));

/** Conditions cannot hold a variable; in them `em` is the size that the host has, the same. */
const ownUnits = (text: string): string =>
  text.replace(/@[^{]*|(-?[\d.]{1,9})rem/g, (found, number: string | undefined) =>
    number ? `calc(${number} * var(--_mhb-rem))` : found.replaceAll('rem', 'em'),
  );

/**
 * Says to the browser that the unit is a length, so that it is calculated where it is declared, on the host. A second copy of
 * us on the page finds it said.
 */
export function registerUnit(): void {
  try {
    CSS.registerProperty({ name: '--_mhb-rem', syntax: '<length>', inherits: true, initialValue: '16px' });
  } catch {
    // Said already, or a browser that cannot: there it counts from the element that uses it.
  }
}
