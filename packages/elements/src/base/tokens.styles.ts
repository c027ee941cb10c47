import { css } from './css.js';

/**
 * All design tokens. Pages set `--mhb-*`; components read only the private `--_*` names, which are declared here
 * as `var(--mhb-x, default)`, so that a value set on `:root`, on a provider or on one element always overrides the
 * default.
 *
 * The tokens form three layers:
 *
 * 1. Primitives are a few colors, the font, and the corner radius. Setting `--mhb-color-accent` alone is enough to
 *    recolor a component.
 * 2. Semantics state what the colors and sizes are used for. They are derived from the primitives by default.
 * 3. Components describe the parts of single controls. They are derived from the semantics by default.
 *
 * Colors follow the inherited `color-scheme`. A page that declares none gets light colors, a page with
 * `color-scheme: light dark` follows the system's setting, and `theme` sets the scheme for one element or
 * provider.
 */
export const tokens = css`
  :host {
    /* 1. Primitives */
    --_accent: var(--mhb-color-accent, light-dark(#0b5f73, #7ccbdc));
    --_paper: var(--mhb-color-paper, light-dark(#fff, #12191d));
    --_ink: var(--mhb-color-ink, light-dark(#15242b, #e8eff2));
    --_danger: var(--mhb-color-danger, light-dark(#a3211f, #ffa79f));
    --_warning: var(--mhb-color-warning, light-dark(#744800, #f2c572));
    --_success: var(--mhb-color-success, light-dark(#15653a, #83d8a6));
    --_font: var(
      --mhb-font-family,
      system-ui,
      'PingFang TC',
      'Microsoft JhengHei',
      'Noto Sans TC',
      'Noto Sans CJK TC',
      sans-serif
    );
    --_font-size: var(--mhb-font-size, 1.0625rem);
    --_radius: var(--mhb-radius, 0.625rem);
    --_target: var(--mhb-target-size, 2.75rem);

    /* 2. Semantics */
    --_text: var(--mhb-color-text, var(--_ink));
    --_text-quiet: var(--mhb-color-text-quiet, color-mix(in oklab, var(--_ink) 76%, var(--_paper)));
    --_surface: var(--mhb-color-surface, var(--_paper));
    --_surface-sunken: var(--mhb-color-surface-sunken, color-mix(in oklab, var(--_ink) 4%, var(--_paper)));
    --_border: var(--mhb-color-border, color-mix(in oklab, var(--_ink) 16%, var(--_paper)));
    --_border-strong: var(--mhb-color-border-strong, color-mix(in oklab, var(--_ink) 56%, var(--_paper)));
    --_accent-soft: var(--mhb-color-accent-soft, color-mix(in oklab, var(--_accent) 10%, var(--_paper)));
    --_on-accent: var(--mhb-color-on-accent, light-dark(#fff, #06262e));
    --_danger-soft: var(--mhb-color-danger-soft, color-mix(in oklab, var(--_danger) 9%, var(--_paper)));
    --_warning-soft: var(--mhb-color-warning-soft, color-mix(in oklab, var(--_warning) 10%, var(--_paper)));
    --_success-soft: var(--mhb-color-success-soft, color-mix(in oklab, var(--_success) 9%, var(--_paper)));
    --_focus: var(--mhb-color-focus, var(--_accent));

    /* 3. Components */
    --_frame-border: var(--mhb-frame-border, 1px solid var(--_border));
    --_frame-padding: var(--mhb-frame-padding, clamp(1rem, 4cqi, 1.75rem));
    --_frame-shadow: var(--mhb-frame-shadow, none);
    --_button-background: var(--mhb-button-background, var(--_accent));
    --_button-text: var(--mhb-button-text, var(--_on-accent));
    --_input-background: var(--mhb-input-background, var(--_paper));
    --_input-border: var(--mhb-input-border, var(--_border-strong));
    --_chart-line: var(--mhb-chart-line, var(--_accent));
    --_chart-band: var(--mhb-chart-band, color-mix(in oklab, var(--_success) 16%, var(--_paper)));
  }
`;
