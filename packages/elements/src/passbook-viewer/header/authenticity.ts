import type { ManifestVerdict } from '@mhb-kit/core/manifest';
import { html, nothing, type TemplateResult } from 'lit';
import * as icons from '../../base/icons.js';
import type { CheckedArchive } from '../family/reports.js';
import type { HeaderWords } from './header.strings.js';

/**
 * Renders one line that states whether the archives are genuine, changed, or not signed. Most archives are not
 * signed. The line can be expanded to show details.
 */
export function authenticity(
  archives: readonly CheckedArchive[],
  strings: HeaderWords,
): TemplateResult | typeof nothing {
  if (archives.length === 0) return nothing;
  const worst =
    order.find((status) => archives.some(({ verdict }) => verdict.status === status)) ?? 'unsigned';
  const [kind, icon] = looks[worst];
  return html`<details class="authenticity ${kind}">
    <summary>${icon}<span>${strings.authenticity[worst]}</span></summary>
    <p>${strings.authenticityMeaning[worst]}</p>
    <ul>
      ${archives.map(
        ({ name, verdict }) =>
          html`<li>
            <strong>${name}</strong>: ${strings.authenticity[verdict.status]}
            ${'issuer' in verdict ? html`<span class="quiet">${nameOf(verdict)}</span>` : nothing}
            ${
              verdict.status === 'altered'
                ? html`<ul>
                    ${verdict.changes.map(
                      (each) => html`<li>${strings.manifestChanges[each.change]} ${each.name}</li>`,
                    )}
                  </ul>`
                : nothing
            }
          </li>`,
      )}
    </ul>
  </details>`;
}

/** The results of checking a signature, in descending order of importance. */
const order = ['altered', 'invalid', 'unknown-issuer', 'unsigned', 'genuine'] as const;
const looks = {
  altered: ['warning', icons.alert()],
  invalid: ['warning', icons.alert()],
  'unknown-issuer': ['', icons.info()],
  unsigned: ['', icons.info()],
  genuine: ['success', icons.check()],
} as const;

const nameOf = (verdict: Extract<ManifestVerdict, { readonly issuer: string }>): string =>
  'issuerName' in verdict && verdict.issuerName !== null
    ? `${verdict.issuerName} (${verdict.issuer})`
    : verdict.issuer;
