import encodeQr from 'qr';
import { svg, type SVGTemplateResult } from 'lit';

/** The width in modules of the white border that ISO/IEC 18004 requires around a code. */
const QUIET_ZONE = 4;

/** Renders a QR code as a vector image, which is sharp at any size. The code is black on white in every theme. */
export function qrCode(text: string, label: string): SVGTemplateResult {
  // The specification says "Create the QR with Error Correction Level M" (SMART Health Cards and Links 1.0.0).
  const modules = encodeQr(text, 'raw', { ecc: 'medium', border: QUIET_ZONE });
  const size = modules.length;
  const path = modules.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return svg`<svg
    part="qr" class="qr" role="img" aria-label=${label}
    viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"
  ><rect width=${size} height=${size} fill="#fff"/><path d=${path} fill="#000"/></svg>`;
}
