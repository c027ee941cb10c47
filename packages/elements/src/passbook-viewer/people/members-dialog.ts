import { downloadsOf, type Family, type FamilyDownload, type FamilyMember } from '@mhb-kit/core/family';
import { html, nothing, type TemplateResult } from 'lit';
import * as icons from '../../base/icons.js';
import type { Shown } from '../parts/shown.js';
import { memberLabel } from '../family/member-label.js';
import { moving, renaming, type Done } from '../family/placing.js';
import type { WhoseBarWords } from './whose-bar.strings.js';

const SOMEBODY_NEW = 'new';

/** Lists all people with their downloads, so that users can correct a wrong name or a wrong owner. */
export function membersDialog(
  family: Family,
  change: (done: Done | undefined) => void,
  shown: Shown<WhoseBarWords>,
): TemplateResult {
  const { strings } = shown;
  const move: Move = ({ id }, to) => {
    change(moving(family, id, to));
  };
  const close = (event: Event): void => {
    (event.currentTarget as Element).closest('dialog')?.close();
  };
  return html`<dialog id="members" aria-labelledby="members-title">
    <div class="sheet">
      <div class="title">
        <h3 id="members-title">${strings.members}</h3>
        <button type="button" class="icon" aria-label=${strings.closeDialog} @click=${close}>
          ${icons.close()}
        </button>
      </div>
      <p>${strings.membersMeaning}</p>
      ${family.members.map(
        (member) =>
          html`<section class="member">
            <h4>${memberLabel(family, member.id, strings)}</h4>
            <div class="field">
              <label for="name-${member.id}">${strings.memberName}</label>
              <input
                id="name-${member.id}"
                type="text"
                autocomplete="off"
                maxlength="40"
                .value=${member.name}
                @change=${(event: Event) => {
                  change(renaming(member, (event.target as HTMLInputElement).value.trim()));
                }}
              />
            </div>
            <ul>
              ${downloadsOf(family, member.id).map((each) => downloadLine(each, family, move, strings))}
            </ul>
          </section>`,
      )}
    </div>
  </dialog>`;
}

type Move = (download: FamilyDownload, to: FamilyMember) => void;

function downloadLine(
  download: FamilyDownload,
  family: Family,
  move: Move,
  strings: Shown<WhoseBarWords>['strings'],
): TemplateResult {
  const [first] = download.files;
  const name = first?.name ?? '';
  const { number, signed } = download.evidence;
  const proofs = [
    ...(number === null ? [] : [strings.byNumber]),
    ...(signed === null ? [] : [strings.bySignature]),
  ];
  return html`<li>
    <bdi>${name}${download.files.length > 1 ? ` +${download.files.length - 1}` : ''}</bdi>
    ${proofs.length === 0 ? nothing : html`<small>${proofs.join(strings.listAnd)}</small>`}
    <select
      aria-label=${strings.moveLabel(name)}
      .value=${''}
      @change=${(event: Event) => {
        const select = event.target as HTMLSelectElement;
        const to = family.members.find(({ id }) => id === select.value);
        move(download, to ?? { id: crypto.randomUUID(), name: '' });
        select.value = '';
      }}
    >
      <option value="" selected>${strings.moveTo}</option>
      ${family.members
        .filter(({ id }) => id !== download.member)
        .map(({ id }) => html`<option value=${id}>${memberLabel(family, id, strings)}</option>`)}
      <option value=${SOMEBODY_NEW}>${strings.newMember}</option>
    </select>
  </li>`;
}
