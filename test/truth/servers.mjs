// FHIR servers for a hospital's records: the server of the test kit with chosen misbehavior, or any other.
import { startHospitalServer } from '@mhb-kit/testkit/hospital-server';

/**
 * @import { Resource } from '@mhb-kit/testkit/lives'
 * @typedef {{ method: 'search' | 'everything', resources: readonly Resource[] }} Hospital
 * @typedef {{ url: string, stop: () => Promise<void> }} Served
 * @typedef {(hospital: Hospital) => Promise<Served>} Serve
 */

/** The server of the test kit, which ignores search parameters. @type {Serve} */
export const serveHere = ({ method, resources }) =>
  startHospitalServer({ resources, ignoresParameters: method === 'search', pageSize: 100 });

const AT_ONCE = 200;

/**
 * Another FHIR server. Each hospital is added to what is there, under its own ids, and stays there.
 *
 * @param {string} url base address of the server, which must accept transactions
 * @returns {Serve}
 */
export function serveAt(url) {
  return async ({ resources }) => {
    const known = new Map(resources.map(({ resourceType, id }) => [`${resourceType}/${id}`, newId()]));
    const renamed = resources.map((resource) => rename(resource, known));
    // Targets of references come first, because a server may refuse references to resources that it does not have.
    const order = ['Organization', 'Patient', 'Medication', 'Encounter', 'ServiceRequest', 'Observation'];
    const rank = (/** @type {Resource} */ { resourceType }) => (order.indexOf(resourceType) + 99) % 99;
    const sorted = renamed.toSorted((one, other) => rank(one) - rank(other));
    for (let from = 0; from < sorted.length; from += AT_ONCE) {
      const entry = sorted.slice(from, from + AT_ONCE).map((resource) => ({
        resource,
        request: { method: 'PUT', url: `${resource.resourceType}/${resource.id}` },
      }));
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/fhir+json' },
        body: JSON.stringify({ resourceType: 'Bundle', type: 'transaction', entry }),
      });
      if (!response.ok) throw new Error(`${response.status} ${(await response.text()).slice(0, 2000)}`);
    }
    return { url, stop: () => Promise.resolve() };
  };
}

const newId = () => `r${crypto.randomUUID()}`;

/**
 * @param {Resource} resource
 * @param {ReadonlyMap<string, string>} known
 * @returns {Resource}
 */
function rename(resource, known) {
  const text = JSON.stringify(resource, (key, value) => {
    if (key !== 'reference' || typeof value !== 'string') return value;
    const id = known.get(value);
    return id === undefined ? value : `${value.split('/')[0]}/${id}`;
  });
  return { ...JSON.parse(text), id: known.get(`${resource.resourceType}/${resource.id}`) };
}
