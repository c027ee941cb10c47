/**
 * The hospital's own code. It gets what the person has opened only after their press of a button, as FHIR, and forgets it
 * when they withdraw, close the passbook or log out.
 */

const element = (id) => document.querySelector(`#${id}`);
const english = () => document.documentElement.lang === 'en';

/** The passbook on the screen; what the hospital has taken of it is only in the questionnaire. */
let opened;

function forget() {
  element('allergies').replaceChildren();
  element('medications').replaceChildren();
  element('received').textContent = '';
  element('questionnaire').hidden = true;
  element('asking').hidden = false;
}

function close() {
  opened = undefined;
  forget();
  element('handover').hidden = true;
}

const list = (id, texts) => {
  const none = english() ? 'None in the passbook' : '存摺中沒有紀錄';
  element(id).replaceChildren(
    ...(texts.length > 0 ? texts : [none]).map((text) => {
      const item = document.createElement('li');
      item.textContent = text;
      return item;
    }),
  );
};

/** What any system of the hospital would do with an International Patient Summary. */
function receive(bundle) {
  const resources = bundle.entry.map(({ resource }) => resource);
  const ofType = (type) => resources.filter(({ resourceType }) => resourceType === type);
  // A summary says so where nothing is known: that is no allergy.
  const isKnown = ({ coding = [] }) => coding.every(({ system }) => !system.includes('absent-unknown'));
  list(
    'allergies',
    ofType('AllergyIntolerance')
      .filter(({ code }) => code?.text !== undefined && isKnown(code))
      .map(({ code }) => code.text),
  );
  list(
    'medications',
    ofType('MedicationStatement')
      .filter(({ status }) => status === 'active')
      .map(({ medicationCodeableConcept }) => medicationCodeableConcept.text),
  );
  element('received').textContent = english()
    ? `Received: a FHIR document of ${resources.length} resources.`
    : `已收到：FHIR 文件，共 ${resources.length} 項資源。`;
  element('asking').hidden = true;
  element('questionnaire').hidden = false;
}

document.addEventListener('mhb-passbook-open', ({ passbook }) => {
  opened = passbook;
  forget();
  element('handover').hidden = false;
});
document.addEventListener('mhb-passbook-close', close);
document.addEventListener('mhb-logout', close);

element('agree').addEventListener('click', async () => {
  // Nothing of the SDK is loaded before it is needed.
  const { writeFhir } = await import('/mhb-core/mhb-core.min.js');
  if (opened === undefined) return;
  receive(writeFhir(opened, { profile: 'ips' }));
  element('withdraw').focus();
});
element('decline').addEventListener('click', () => {
  element('handover').hidden = true;
});
element('withdraw').addEventListener('click', () => {
  forget();
  element('agree').focus();
});
