import encodeQR from 'qr';
import { html, svg, type TemplateResult } from 'lit';

/** The width of the white margin around the code, in modules (ISO/IEC 18004 §9.1). */
const QUIET_ZONE = 4;

/** Renders a QR code. The code is dark on white in every theme, because cameras expect these colors. */
export function qrCode(text: string, label: string): TemplateResult {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_ZONE });
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return html`<svg
    class="qr"
    role="img"
    aria-label=${label}
    viewBox="0 0 ${rows.length} ${rows.length}"
    shape-rendering="crispEdges"
  >
    ${svg`<rect width="100%" height="100%" fill="#fff"/><path d=${dark.join('')} fill="#000"/>`}
  </svg>`;
}
