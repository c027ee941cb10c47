import { words } from '../../parts/words.js';

export const vaccinationsWords = words(
  {
    vaccinations: '預防接種',
    vaccine: '疫苗',
    batch: '批號',
  },
  {
    vaccinations: 'Vaccinations',
    vaccine: 'Vaccine',
    batch: 'Batch',
  },
);

export type VaccinationsWords = (typeof vaccinationsWords)['zh-Hant'];
