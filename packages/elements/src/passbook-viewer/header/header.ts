import { html, nothing, type TemplateResult } from 'lit';
import type { Passbook, ReadingReport } from '@mhb-kit/core/passbook';
import { formatDate } from '../../base/dates.js';
import * as icons from '../../base/icons.js';
import { fileButton } from '../import/file-button.js';
import type { CheckedArchive } from '../family/reports.js';
import type { Shown } from '../parts/shown.js';
import type { KeepState } from '../vault/keep-controller.js';
import { authenticity } from './authenticity.js';
import type { HeaderWords } from './header.strings.js';
import { readingReport } from './reading-report.js';

/** The data that the header of an open passbook shows. */
export interface HeaderData {
  readonly passbook: Passbook;
  readonly archives: readonly CheckedArchive[];
  readonly report: ReadingReport;
  readonly keep: KeepState | 'saving';
}

/** Actions that concern the whole passbook. */
export interface HeaderActions {
  readonly add: (files: readonly File[]) => void;
  readonly export: () => void;
  readonly print: () => void;
  readonly keep: () => void;
  readonly close: () => void;
}

/**
 * Closes the menu of actions after the person has chosen one. The actions are in a menu only if there is no room
 * for their buttons.
 */
const closeMenu = (chosen: Element): void => {
  chosen.closest<HTMLElement>('[popover]')?.hidePopover();
};

const chosen =
  (act: () => void) =>
  (event: Event): void => {
    closeMenu(event.currentTarget as Element);
    act();
  };

function keepLabel(keep: HeaderData['keep'], strings: HeaderWords): TemplateResult {
  if (keep === 'saving') return html`<span class="spinner"></span>${strings.saving}`;
  return keep === 'open' ? html`${icons.check()}${strings.kept}` : html`${icons.lock()}${strings.keep}`;
}

/** Renders the header of an open passbook, with its title, date, signature status and actions. */
export function header(data: HeaderData, actions: HeaderActions, shown: Shown<HeaderWords>): TemplateResult {
  const { strings } = shown;
  const { passbook, archives, report, keep } = data;
  const appliedOn = passbook.downloads.at(-1)?.appliedOn ?? null;
  return html`<header>
    <div class="grow">
      <h2>${strings.heading}</h2>
      ${
        appliedOn === null
          ? nothing
          : html`<p class="identity quiet">${strings.appliedOn(formatDate(appliedOn, shown.dates))}</p>`
      }
      ${authenticity(archives, strings)} ${readingReport(report, shown)}
    </div>
    <button type="button" id="menu" popovertarget="actions">${icons.menu()}${strings.menu}</button>
    <div class="actions" id="actions" popover>
      ${fileButton(html`${icons.file()}${strings.addFiles}`, '', (files, input) => {
        closeMenu(input);
        actions.add(files);
      })}
      <button type="button" id="open-export" @click=${chosen(actions.export)}>
        ${icons.download()}${strings.export}
      </button>
      <button type="button" id="print" @click=${chosen(actions.print)}>
        ${icons.print()}${strings.print}
      </button>
      ${
        keep === 'off'
          ? nothing
          : html`<button type="button" id="open-keep" @click=${chosen(actions.keep)}>
              ${keepLabel(keep, strings)}
            </button>`
      }
      <button type="button" id="close" @click=${chosen(actions.close)}>
        ${icons.close()}${strings.close}
      </button>
    </div>
  </header>`;
}
