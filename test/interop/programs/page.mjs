// Medplum's patient summary, as its application shows it next to a chart, for a server with one bundle.
import { MantineProvider } from '@mantine/core';
import { MedplumClient } from '@medplum/core';
import { MedplumProvider, PatientSummary } from '@medplum/react';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

/** Resources as on a server, with references such as `Patient/1`. */
function stored(bundle) {
  const names = new Map(
    bundle.entry.map(({ fullUrl, resource }) => [fullUrl, `${resource.resourceType}/${resource.id}`]),
  );
  return JSON.parse(JSON.stringify(bundle.entry.map(({ resource }) => resource)), (key, value) =>
    key === 'reference' && names.has(value) ? names.get(value) : value,
  );
}

/** Answers every search with all resources of the type, because the bundle is about one person. */
function answer(resources, url, { method, body } = {}) {
  const found = (address) => {
    const [type, id] = address.replace(/\?.*/, '').split('/');
    const ofType = resources.filter(({ resourceType }) => resourceType === type);
    if (id !== undefined) return ofType.find((resource) => resource.id === id);
    return { resourceType: 'Bundle', type: 'searchset', entry: ofType.map((resource) => ({ resource })) };
  };
  if (method !== 'POST') return found(new URL(url).pathname.replace('/fhir/R4/', ''));
  const entry = JSON.parse(body).entry.map(({ request }) => ({
    response: { status: '200' },
    resource: found(request.url),
  }));
  return { resourceType: 'Bundle', type: 'batch-response', entry };
}

globalThis.show = (bundle) => {
  const resources = stored(bundle);
  const fetch = async (url, options) => {
    const body = answer(resources, url, options);
    const headers = { 'content-type': 'application/fhir+json' };
    return new Response(JSON.stringify(body ?? {}), { status: body === undefined ? 404 : 200, headers });
  };
  const medplum = new MedplumClient({ baseUrl: 'https://server.example/', fetch });
  const patient = resources.find(({ resourceType }) => resourceType === 'Patient');
  const { document } = globalThis;
  createRoot(document.body.appendChild(document.createElement('main'))).render(
    createElement(
      MantineProvider,
      null,
      createElement(MedplumProvider, { medplum }, createElement(PatientSummary, { patient })),
    ),
  );
};
