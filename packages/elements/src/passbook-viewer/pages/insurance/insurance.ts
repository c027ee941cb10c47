import {
  sectionFields,
  type CardStatus,
  type Passbook,
  type PremiumBilling,
  type PremiumPayment,
} from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { dataTable, type Column } from '../../parts/data-table.js';
import { fieldsExplained } from '../../parts/fields.js';
import { day, pair, rawButton, type Shown } from '../../parts/shown.js';
import { fieldName, word } from '../../parts/term.js';
import { page } from '../page.js';
import { insuranceWords, type InsuranceWords } from './insurance.strings.js';

type Insurance = Pick<Passbook['sections'], 'card-status' | 'premium-billing' | 'premium-payment'>;

const newestMonthFirst = <T extends { readonly month: string | null }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => ((a.month ?? '') < (b.month ?? '') ? 1 : -1));

/** Renders the insurance page, which shows the NHI card, the premiums billed, and the premiums paid. */
function insurance(
  { 'card-status': cards, 'premium-billing': billed, 'premium-payment': paid }: Insurance,
  shown: Shown<InsuranceWords>,
): TemplateResult {
  const { strings, dates } = shown;
  const dollars = (amount: number | null): string =>
    amount === null ? '—' : strings.dollars(amount.toLocaleString(dates.tag));
  const raw = { title: strings.rawFields, spoken: true as const };
  const billing: readonly Column<PremiumBilling>[] = [
    { title: strings.month, head: true, cell: ({ month }) => day(month, shown) },
    {
      title: strings.premium,
      kind: 'number',
      cell: ({ premium }) => html`<strong>${dollars(premium)}</strong>`,
    },
    { title: strings.insuredUnit, cell: ({ unit }) => unit ?? '—' },
    { title: strings.salary, kind: 'number', cell: ({ salary }) => dollars(salary) },
    { title: strings.dependants, kind: 'number', cell: ({ dependants }) => dependants ?? '—' },
    { ...raw, cell: (record) => rawButton(record, shown) },
  ];
  const payments: readonly Column<PremiumPayment>[] = [
    { title: strings.month, head: true, cell: ({ month }) => day(month, shown) },
    { title: strings.paid, kind: 'number', cell: (row) => html`<strong>${dollars(row.paid)}</strong>` },
    { title: strings.dueAmount, kind: 'number', cell: ({ due }) => dollars(due) },
    { title: strings.paidOn, cell: ({ paidOn }) => day(paidOn, shown) },
    {
      title: strings.channel,
      cell: ({ channel }) => (channel === null ? '—' : word(channel, shown)),
    },
    { ...raw, cell: (record) => rawButton(record, shown) },
  ];
  const part = (title: string, content: TemplateResult): TemplateResult =>
    html`<section>
      <h4>${title}</h4>
      ${content}
    </section>`;
  return html`${cards.length === 0 ? nothing : part(strings.card, html`${cards.map((card) => cardOf(card, shown))}`)}
  ${
    billed.length === 0
      ? nothing
      : part(
          strings.billed,
          html`${dataTable(strings.billed, billing, newestMonthFirst(billed))}
          ${fieldsExplained(sectionFields['premium-billing'], shown)}`,
        )
  }
  ${
    paid.length === 0
      ? nothing
      : part(
          strings.payments,
          html`${dataTable(strings.payments, payments, newestMonthFirst(paid))}
          ${fieldsExplained(sectionFields['premium-payment'], shown)}`,
        )
  }`;
}

function cardOf(card: CardStatus, shown: Shown<InsuranceWords>): TemplateResult {
  const { strings } = shown;
  const name = (field: string, label: string): TemplateResult =>
    fieldName(`card-status.${field}`, label, shown);
  return html`<article class="card">
    <dl class="pairs">
      ${pair(name('status', strings.cardStatus), html`<strong>${card.status === null ? '—' : word(card.status, shown)}</strong>`)}
      ${pair(name('card-number', strings.cardNumber), card.cardNumber ?? '—')}
      ${pair(name('issued-on', strings.issuedOn), day(card.issuedOn, shown))}
      ${card.reason === null ? nothing : pair(strings.reason, word(card.reason, shown))}
    </dl>
    ${rawButton(card, shown)}
  </article>`;
}

export const insurancePage = page({
  id: 'insurance',
  words: insuranceWords,
  load: ({ passbook }) => passbook.sections,
  render: (sections, _context, shown) => insurance(sections, shown),
});
