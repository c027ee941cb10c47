import type { LaboratoryPoint, LaboratorySeries } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import type { Shown } from './shown.js';

export const seriesName = ({ analyte, label }: LaboratorySeries, shown: Shown): string =>
  analyte === null ? label.normalize('NFKC') : shown.label(analyte.label);

export function positionBadge(
  { position }: LaboratoryPoint,
  { strings }: Shown,
): TemplateResult | typeof nothing {
  if (position === 'above') return html`<span class="badge danger">▲ ${strings.above}</span>`;
  if (position === 'below') return html`<span class="badge danger">▼ ${strings.below}</span>`;
  return nothing;
}

/** The range in figures where it has any, otherwise as written. */
export function rangeText({ range }: LaboratoryPoint): string {
  if (range === null) return '—';
  const { low, high, expected, text } = range;
  if (low !== null && high !== null) return `${low.value} – ${high.value}`;
  if (high !== null) return `${high.inclusive ? '≤' : '<'} ${high.value}`;
  if (low !== null) return `${low.inclusive ? '≥' : '>'} ${low.value}`;
  return expected ?? text;
}
