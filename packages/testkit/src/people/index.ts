export { tenYearsInTwo } from './long-history.js';
export { chen, lin, nguyen, people, personByNationalId, wang, type InventedPerson } from './people.js';
export { type History } from './histories.js';
