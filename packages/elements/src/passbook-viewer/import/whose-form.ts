import type { Family, FamilyMember } from '@mhb-kit/core/family';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, type DateStyle } from '../../base/dates.js';
import * as icons from '../../base/icons.js';
import type { FrameWords } from '../frame/frame.strings.js';
import { memberLabel } from '../family/member-label.js';
import type { WhoseCandidate, WhoseQuestion } from '../family/whose-question.js';

/** The maximum number of file names to show, because more names would not help the person. */
const MOST_NAMES = 6;
const SOMEBODY_NEW = 'new';

export interface WhoseForm {
  readonly question: WhoseQuestion;
  readonly dates: DateStyle;
  readonly answer: (member: FamilyMember) => void;
  readonly cancel: TemplateResult;
}

/**
 * Renders the form that asks to whom a download belongs. The form shows the evidence for and against each answer,
 * and no answer is selected in advance.
 */
export function whoseForm(
  { question, dates, answer, cancel }: WhoseForm,
  strings: FrameWords,
): TemplateResult {
  const { names, mask, records, span, family, candidates } = question;
  const files = names.slice(0, MOST_NAMES).join(', ') + (names.length > MOST_NAMES ? ' …' : '');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const chosen = new FormData(form).get('whose');
    if (chosen === null) form.querySelector<HTMLElement>('input[name=whose]')?.focus();
    else answer(memberFrom(String(chosen), form, family));
  };
  return html`<form class="unlock whose" id="whose" novalidate @submit=${submit}>
    <h3>${icons.info()}${strings.whoseTitle}</h3>
    <p>${strings.whoseMeaning}</p>
    <ul class="facts">
      <li><bdi>${strings.whoseFiles(files)}</bdi></li>
      <li>${mask === null ? strings.whoseNoMask : strings.whoseMask(mask)}</li>
      ${
        span === null
          ? nothing
          : html`<li>
              ${strings.whoseRecords(records, formatDate(span.start, dates), formatDate(span.end, dates))}
            </li>`
      }
    </ul>
    <fieldset class="choices">
      <legend class="visually-hidden">${strings.whoseTitle}</legend>
      ${candidates.map((candidate) => candidateChoice(candidate, family, dates, strings))}
      <label class="choice">
        <input type="radio" name="whose" value=${SOMEBODY_NEW} />
        <span>${strings.whoseNew}</span>
      </label>
      <div class="field">
        <label for="new-member">${strings.whoseNewName}</label>
        <input
          id="new-member"
          type="text"
          autocomplete="off"
          maxlength="40"
          @input=${(event: Event) => {
            const form = (event.target as HTMLInputElement).form;
            const radio = form?.querySelector<HTMLInputElement>(`input[value=${SOMEBODY_NEW}]`);
            if (radio) radio.checked = true;
          }}
        />
      </div>
    </fieldset>
    <div class="actions"><button type="submit" class="primary">${strings.whosePut}</button>${cancel}</div>
  </form>`;
}

function memberFrom(chosen: string, form: HTMLFormElement, family: Family): FamilyMember {
  const known = family.members.find(({ id }) => id === chosen);
  if (known !== undefined) return known;
  const name = form.querySelector<HTMLInputElement>('#new-member')?.value.trim() ?? '';
  return { id: crypto.randomUUID(), name };
}

function candidateChoice(
  { member, contradictions, comparison }: WhoseCandidate,
  family: Family,
  dates: DateStyle,
  strings: FrameWords,
): TemplateResult {
  const { shared, apart } = comparison;
  const against = [
    ...contradictions.map((each) => strings.contradictions[each]),
    ...(apart === null
      ? []
      : [strings.whoseApart(formatDate(apart.start, dates), formatDate(apart.end, dates))]),
  ];
  return html`<label class="choice">
    <input type="radio" name="whose" value=${member} />
    <span>
      ${strings.whoseThis(memberLabel(family, member, strings))}
      ${shared > 0 ? html`<small>${strings.whoseShared(shared)}</small>` : nothing}
      ${against.map((words) => html`<small class="against">${icons.alert()}${words}</small>`)}
    </span>
  </label>`;
}
