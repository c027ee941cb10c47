import { type Immunization, listImmunizations } from '@mhb-kit/core/passbook';
import type { TemplateResult } from 'lit';
import { dataTable } from '../../parts/data-table.js';
import { day, paged, rawButton, type Paging, type Shown } from '../../parts/shown.js';
import { term } from '../../parts/term.js';
import { page } from '../page.js';
import { vaccinationsWords, type VaccinationsWords } from './vaccinations.strings.js';

function vaccinations(
  list: readonly Immunization[],
  paging: Paging,
  shown: Shown<VaccinationsWords>,
): TemplateResult {
  const { strings } = shown;
  return paged(list, paging, shown, (visible) =>
    dataTable<Immunization>(
      strings.vaccinations,
      [
        { title: strings.date, cell: ({ date }) => day(date, shown) },
        { title: strings.vaccine, head: true, cell: ({ vaccine }) => vaccineName(vaccine, shown) },
        { title: strings.batch, cell: ({ lotNumber }) => lotNumber ?? '—' },
        { title: strings.facility, cell: ({ performer }) => performer ?? '—' },
        { title: strings.rawFields, spoken: true, cell: (record) => rawButton(record, shown) },
      ],
      visible,
    ),
  );
}

const vaccineName = (vaccine: string | null, shown: Shown): TemplateResult | string =>
  vaccine === null ? '—' : term({ kind: 'vaccine', code: null, name: vaccine.normalize('NFKC') }, shown);

export const vaccinationsPage = page({
  id: 'vaccinations',
  words: vaccinationsWords,
  load: (data) => data.once('vaccinations', () => listImmunizations(data.passbook)),
  render: (list, { paging }, shown) => vaccinations(list, paging, shown),
});
