import type { Immunization } from '@mhb-kit/core/passbook';
import type { TemplateResult } from 'lit';
import { dataTable } from './data-table.js';
import { day, paged, rawButton, type Paging, type Shown } from './shown.js';

export function vaccinations(list: readonly Immunization[], paging: Paging, shown: Shown): TemplateResult {
  const { strings } = shown;
  return paged(list, paging, shown, (visible) =>
    dataTable<Immunization>(
      strings.vaccinations,
      [
        { title: strings.date, cell: ({ date }) => day(date, shown) },
        { title: strings.vaccine, head: true, cell: ({ vaccine }) => vaccine ?? '—' },
        { title: strings.batch, cell: ({ lotNumber }) => lotNumber ?? '—' },
        { title: strings.facility, cell: ({ performer }) => performer ?? '—' },
        { title: strings.rawFields, spoken: true, cell: (record) => rawButton(record, shown) },
      ],
      visible,
    ),
  );
}
