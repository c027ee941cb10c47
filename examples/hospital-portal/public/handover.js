/**
 * The hospital's own code. It receives what the person has opened, or shares by a health link, only after
 * they press a button, as FHIR. It deletes the data when they withdraw, close the passbook or log out.
 */

const element = (id) => document.querySelector(`#${id}`);
const english = () => document.documentElement.lang === 'en';

/** The passbook on the screen; the data that the hospital has accepted are only in the questionnaire. */
let opened;

function forget() {
  element('allergies').replaceChildren();
  element('medications').replaceChildren();
  element('received').textContent = '';
  element('questionnaire').hidden = true;
  element('asking').hidden = false;
  element('handover').hidden = opened === undefined;
}

function close() {
  opened = undefined;
  forget();
}

const list = (id, texts) => {
  const none = english() ? 'None on record there' : '資料中沒有紀錄';
  element(id).replaceChildren(
    ...(texts.length > 0 ? texts : [none]).map((text) => {
      const item = document.createElement('li');
      item.textContent = text;
      return item;
    }),
  );
};

const unnamed = () => (english() ? 'without a name: ask' : '沒有名稱，請詢問');
const nameOf = ({ text, coding = [] } = {}) =>
  text ?? coding.find(({ display }) => display)?.display ?? coding[0]?.code ?? unnamed();

/**
 * Shows what a hospital's system could do with an International Patient Summary. One from a link was created
 * by somebody else, so nothing can be relied on, and an entry without a name is still mentioned.
 */
function receive(entries) {
  const resources = entries.flatMap(({ resource }) => resource ?? []);
  const ofType = (type) => resources.filter(({ resourceType }) => resourceType === type);
  const isOneOf = ({ coding = [] } = {}, codes) => coding.some(({ code }) => codes.includes(code));
  // A summary may state that nothing is known, which is not an allergy.
  const isKnown = ({ coding = [] } = {}) =>
    coding.every(({ system = '' }) => !system.includes('absent-unknown'));
  const drugOf = ({ medicationCodeableConcept, medicationReference }) =>
    medicationCodeableConcept ??
    entries.find(({ fullUrl }) => fullUrl !== undefined && fullUrl === medicationReference?.reference)
      ?.resource?.code;
  list(
    'allergies',
    ofType('AllergyIntolerance')
      .filter(
        ({ code, verificationStatus }) =>
          isKnown(code) && !isOneOf(verificationStatus, ['refuted', 'entered-in-error']),
      )
      .map(({ code }) => nameOf(code)),
  );
  list(
    'medications',
    [...ofType('MedicationStatement'), ...ofType('MedicationRequest')]
      .filter((each) => each.status === 'active' && isKnown(drugOf(each)))
      .map((each) => nameOf(drugOf(each))),
  );
  element('received').textContent = english()
    ? `Received: a FHIR document of ${resources.length} resources.`
    : `已收到：FHIR 文件，共 ${resources.length} 項資源。`;
  element('asking').hidden = true;
  element('questionnaire').hidden = false;
  element('handover').hidden = false;
}

document.addEventListener('mhb-passbook-open', ({ passbook }) => {
  opened = passbook;
  forget();
});
document.addEventListener('mhb-passbook-close', close);
document.addEventListener('mhb-logout', close);

element('agree').addEventListener('click', async () => {
  // The SDK is loaded only when it is needed.
  const { writeFhir } = await import('/mhb-core/mhb-core.min.js');
  if (opened === undefined) return;
  receive(writeFhir(opened, { profile: 'ips' }).entry);
  element('withdraw').focus();
});
document.addEventListener('mhb-receive', ({ received: { resources } }) => {
  receive(resources.flatMap(({ entry = [] }) => entry));
  element('withdraw').focus();
});
element('decline').addEventListener('click', () => {
  element('handover').hidden = true;
});
element('withdraw').addEventListener('click', () => {
  forget();
  document.querySelector(opened === undefined ? '#by-link summary' : '#agree').focus();
});
