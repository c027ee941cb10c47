import { sectionOf, type AnyRecord } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import * as icons from '../../base/icons.js';
import type { Shown } from '../parts/shown.js';
import { rawRecord } from './raw-record.js';
import type { RawWords } from './raw.strings.js';

/** Renders the dialog with the raw fields of a record. The dialog is empty if no record is selected. */
export function rawDialog(
  record: AnyRecord | undefined,
  closed: () => void,
  shown: Shown<RawWords>,
): TemplateResult {
  const { strings } = shown;
  const section = record === undefined ? undefined : sectionOf(record.section);
  const title = section === undefined ? (record?.section ?? '') : shown.label(section.label);
  return html`<dialog id="raw" aria-labelledby="raw-title" @close=${closed}>
    ${
      record === undefined
        ? nothing
        : html`<form method="dialog" class="title">
              <h3 id="raw-title">${strings.rawFieldsOf(title)}</h3>
              <button type="submit" class="icon" aria-label=${strings.closeDialog}>${icons.close()}</button>
            </form>
            ${rawRecord(record, shown)}`
    }
  </dialog>`;
}
