import type { AllergyIntolerance } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../base/icons.js';
import { day, rawButton, type Shown } from './shown.js';

export function allergies(list: readonly AllergyIntolerance[], shown: Shown): TemplateResult {
  const { strings } = shown;
  if (list.length === 0) return html`<p class="empty">${strings.allergyNone}</p>`;
  return html`<div class="cards">${list.map((allergy) => allergyCard(allergy, shown))}</div>`;
}

function allergyCard(allergy: AllergyIntolerance, shown: Shown): TemplateResult {
  const { strings } = shown;
  const { substance, severity, manifestation, note, organization, recordedOn } = allergy;
  const line = (term: string, value: unknown): TemplateResult | typeof nothing =>
    value === null
      ? nothing
      : html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`;
  return html`<article class="card allergy">
    <div class="title">
      <strong>${icons.alert} ${substance ?? '—'}</strong>
      ${severity === null ? nothing : html`<span class="badge danger">${severity}</span>`}
    </div>
    <dl class="pairs">
      ${line(strings.symptoms, manifestation ?? note)} ${line(strings.facility, organization.name)}
      ${line(strings.recordedOn, recordedOn === null ? null : day(recordedOn, shown))}
    </dl>
    ${rawButton(allergy, shown)}
  </article>`;
}
