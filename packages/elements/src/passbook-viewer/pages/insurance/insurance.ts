import type { CardStatus, Passbook, PremiumBilling, PremiumPayment } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { dataTable, type Column } from '../../parts/data-table.js';
import { day, pair, rawButton, type Shown } from '../../parts/shown.js';
import { page } from '../page.js';
import { insuranceWords, type InsuranceWords } from './insurance.strings.js';

type Insurance = Pick<Passbook['sections'], 'card-status' | 'premium-billing' | 'premium-payment'>;

const newestMonthFirst = <T extends { readonly month: string | null }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => ((a.month ?? '') < (b.month ?? '') ? 1 : -1));

/** The card, what was billed, and what was paid. */
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
    { title: strings.channel, cell: ({ channel }) => channel ?? '—' },
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
      : part(strings.billed, dataTable(strings.billed, billing, newestMonthFirst(billed)))
  }
  ${
    paid.length === 0
      ? nothing
      : part(strings.payments, dataTable(strings.payments, payments, newestMonthFirst(paid)))
  }`;
}

function cardOf(card: CardStatus, shown: Shown<InsuranceWords>): TemplateResult {
  const { strings } = shown;
  return html`<article class="card">
    <dl class="pairs">
      ${pair(strings.cardStatus, html`<strong>${card.status ?? '—'}</strong>`)}
      ${pair(strings.cardNumber, card.cardNumber ?? '—')} ${pair(strings.issuedOn, day(card.issuedOn, shown))}
      ${card.reason === null ? nothing : pair(strings.reason, card.reason)}
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
