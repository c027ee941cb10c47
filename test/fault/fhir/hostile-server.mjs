import { startHospitalServer } from '@mhb-kit/testkit/hospital-server';

/** @import { HospitalQuestion, Misbehaviour, SearchSet } from '@mhb-kit/testkit/hospital-server' */

/**
 * A FHIR server that does everything that a server should not do: each answer is honest, or one of the named tricks.
 * Every record of the person contains `mine`, and every record of another person `theirs`.
 */
export const mine = '本人的紀錄';
export const theirs = '他人的紀錄';
export const nationalId = 'A223456781';

const numberSystem = 'http://www.moi.gov.tw';
const concept = (/** @type {string} */ text) => ({ text });

/**
 * A person's records, of every type that the gateway reads.
 *
 * @param {string} patient id
 * @param {string} text to be found in each record
 * @param {string} prefix of ids
 */
function recordsOf(patient, text, prefix) {
  const subject = { reference: `Patient/${patient}` };
  const adr = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'adr' }] };
  const one = (
    /** @type {string} */ resourceType,
    /** @type {number} */ n,
    /** @type {object} */ fields,
  ) => ({
    resourceType,
    id: `${prefix}-${resourceType}-${n}`,
    ...fields,
  });
  return [0, 1, 2].flatMap((n) => {
    const day = `2026-03-0${n + 1}`;
    return [
      one('Encounter', n, {
        subject,
        status: 'finished',
        class: { code: 'AMB' },
        period: { start: day },
        reasonCode: [concept(text)],
      }),
      one('Condition', n, { subject, code: concept(text), recordedDate: day }),
      one('MedicationRequest', n, {
        subject,
        status: 'active',
        intent: 'order',
        medicationCodeableConcept: concept(text),
        authoredOn: day,
      }),
      one('Procedure', n, { subject, status: 'completed', code: concept(text), performedDateTime: day }),
      one('Observation', n, {
        subject,
        status: 'final',
        code: concept(text),
        effectiveDateTime: day,
        valueString: text,
      }),
      one('DiagnosticReport', n, {
        subject,
        status: 'final',
        code: concept(text),
        effectiveDateTime: day,
        conclusion: text,
      }),
      one('AllergyIntolerance', n, { patient: subject, code: concept(text), recordedDate: day }),
      one('Immunization', n, {
        patient: subject,
        status: 'completed',
        vaccineCode: concept(text),
        occurrenceDateTime: day,
      }),
      one('Consent', n, {
        patient: subject,
        status: 'active',
        scope: adr,
        category: [concept(text)],
        dateTime: day,
      }),
    ];
  });
}

const patientOf = (/** @type {string} */ id, /** @type {string} */ value) => ({
  resourceType: 'Patient',
  id,
  identifier: [{ system: numberSystem, value }],
});

const own = [patientOf('p1', nationalId), ...recordsOf('p1', mine, 'mine')];
const strangers = [
  patientOf('p2', 'B123456780'),
  patientOf('p11', 'C123456789'),
  ...recordsOf('p2', theirs, 'theirs'),
  ...recordsOf('p11', theirs, 'more'),
];

/** Another person's record under a new id, for pages that never end. */
const another = (/** @type {string} */ type, /** @type {number} */ n) => ({
  ...(strangers.find(({ resourceType }) => resourceType === type) ?? strangers[3]),
  id: `theirs-${n}`,
});

/** @param {SearchSet} honest @param {object} change */
const changed = (honest, change) => ({ body: { ...honest, ...change } });
const asEntries = (/** @type {readonly object[]} */ resources) => resources.map((resource) => ({ resource }));

/** A link to another page of the same trick that has not been requested yet. */
const onward = (/** @type {HospitalQuestion} */ { base, type, number }) => [
  { relation: 'next', url: `${base}/${type}?page=${number}` },
];

/**
 * After `harmless` tricks the answer must be as complete as an honest one. After the others the category may fail, but
 * must report it.
 *
 * @type {Readonly<Record<string, { harmless?: true, answer: (question: HospitalQuestion) => Misbehaviour }>>}
 */
export const tricks = {
  'other people’s records as well': {
    harmless: true,
    answer: ({ honest, type }) =>
      changed(honest, {
        entry: [...asEntries(strangers.filter(({ resourceType }) => resourceType === type)), ...honest.entry],
      }),
  },
  'a wrong total': { harmless: true, answer: ({ honest }) => changed(honest, { total: 999_999 }) },
  'a negative total': { harmless: true, answer: ({ honest }) => changed(honest, { total: -1 }) },
  'entries without resources': {
    harmless: true,
    answer: ({ honest }) =>
      changed(honest, { entry: [null, {}, { resource: null }, { resource: 7 }, ...honest.entry] }),
  },
  'damaged records as well': {
    harmless: true,
    answer: ({ honest, type }) =>
      changed(honest, {
        entry: [
          ...asEntries([
            { resourceType: type, id: 'd1', subject: { reference: 7 } },
            { resourceType: type, id: 'd2', subject: 'Patient/p1' },
            {
              resourceType: type,
              subject: [{ reference: 'Patient/p1' }, { reference: 'Patient/p2' }],
              code: { text: theirs },
            },
          ]),
          ...honest.entry,
        ],
      }),
  },
  'the same page under more and more addresses': {
    answer: (question) => changed(question.honest, { link: onward(question) }),
  },
  'a page whose next page is itself': {
    answer: ({ honest, base, type, parameters }) =>
      changed(honest, { link: [{ relation: 'next', url: `${base}/${type}?${parameters.toString()}` }] }),
  },
  'endless pages of other people': {
    answer: (question) =>
      changed(question.honest, {
        entry: asEntries([another(question.type, question.number)]),
        link: onward(question),
      }),
  },
  'endless empty pages': {
    answer: (question) => changed(question.honest, { entry: [], link: onward(question) }),
  },
  'a next page on another server': {
    answer: ({ honest, type }) =>
      changed(honest, { link: [{ relation: 'next', url: `http://localhost:9/fhir/${type}` }] }),
  },
  'a next page outside the base address': {
    answer: ({ honest, base }) =>
      changed(honest, { link: [{ relation: 'next', url: `${new URL(base).origin}/admin` }] }),
  },
  'a next page without a valid address': {
    answer: ({ honest }) => changed(honest, { link: [{ relation: 'next', url: 'http://[' }] }),
  },
  'too many requests': {
    answer: () => ({ status: 429, headers: { 'Retry-After': '1' }, body: 'slow down' }),
  },
  'too many requests for an hour': {
    answer: () => ({ status: 429, headers: { 'Retry-After': '3600' }, body: 'slow down' }),
  },
  'not available': { answer: () => ({ status: 503, body: '<html>' }) },
  'a body that breaks off': {
    answer: ({ honest }) => ({ body: honest, breaksAfter: Math.floor(JSON.stringify(honest).length / 2) }),
  },
  'truncated JSON': { answer: ({ honest }) => ({ body: JSON.stringify(honest).slice(0, -30) }) },
  'a page that declares itself incomplete': {
    answer: ({ honest }) =>
      changed(honest, {
        entry: [
          ...honest.entry,
          {
            resource: {
              resourceType: 'OperationOutcome',
              issue: [{ severity: 'error', code: 'incomplete' }],
            },
          },
        ],
      }),
  },
  'no bundle': { answer: () => ({ body: { resourceType: 'OperationOutcome' } }) },
  'no JSON': { answer: () => ({ body: '<html><body>login</body></html>' }) },
  null: { answer: () => ({ body: 'null' }) },
  'a bundle whose entries are not a list': { answer: ({ honest }) => changed(honest, { entry: 'none' }) },
  'a redirection to another server': {
    answer: ({ type }) => ({ status: 302, headers: { Location: `http://localhost:9/fhir/${type}` } }),
  },
  'a redirection to other records': {
    answer: ({ base, type }) => ({ status: 307, headers: { Location: `${base}/${type}?patient=p2` } }),
  },
  'an endless body': {
    answer: ({ honest }) => ({ body: `${JSON.stringify(honest)}${' '.repeat(34 * 1024 * 1024)}` }),
  },
  'a refusal': { answer: () => ({ status: 401, body: '' }) },
};

/**
 * @param {(question: HospitalQuestion) => string | null} choose the trick for a question; `null`: an honest answer
 * @param {{ ignoresParameters?: boolean }} [options]
 */
export const startHostileServer = (choose, { ignoresParameters = false } = {}) =>
  startHospitalServer({
    resources: [...own, ...strangers],
    ignoresParameters,
    pageSize: 2,
    misbehave: (question) => {
      const trick = choose(question);
      return trick === null ? null : (tricks[trick]?.answer(question) ?? null);
    },
  });
