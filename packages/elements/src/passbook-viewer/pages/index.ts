import { allergiesPage } from './allergies/allergies.js';
import { chineseMedicinePage } from './chinese-medicine/chinese-medicine.js';
import { dentalPage } from './dental/dental.js';
import { dischargesPage } from './discharges/discharges.js';
import { glancePage } from './glance/glance.js';
import { insurancePage } from './insurance/insurance.js';
import { laboratoryPage } from './laboratory/laboratory.js';
import { medicationsPage } from './medications/medications.js';
import { overviewPage } from './overview/overview.js';
import { preventionPage } from './prevention/prevention.js';
import { programmesPage } from './programmes/programmes.js';
import { reportsPage } from './reports/reports.js';
import { timelinePage } from './timeline/timeline.js';
import { vaccinationsPage } from './vaccinations/vaccinations.js';
import { visitsPage } from './visits/visits.js';
import { willsPage } from './wills/wills.js';

/** The pages of the viewer, in the order in which they are listed. */
export const pages = [
  glancePage,
  overviewPage,
  timelinePage,
  visitsPage,
  medicationsPage,
  laboratoryPage,
  allergiesPage,
  reportsPage,
  dischargesPage,
  vaccinationsPage,
  dentalPage,
  chineseMedicinePage,
  preventionPage,
  programmesPage,
  willsPage,
  insurancePage,
] as const;
