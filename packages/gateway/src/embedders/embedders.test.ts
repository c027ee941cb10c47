import { describe, expect, it } from 'vitest';
import { createEmbedders, type Embedder } from './embedders.js';

const embedder = (...origins: string[]): Embedder[] => [
  { id: 'portal', name: 'Portal', origins, login: ['direct'] },
];
const refusal = (...list: Embedder[]): string => {
  try {
    createEmbedders(list);
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
};

it('accepts exact origins', () => {
  expect([...createEmbedders(embedder('https://a.example', 'http://localhost:8080')).origins]).toEqual([
    'https://a.example',
    'http://localhost:8080',
  ]);
});

it.each(['https://a.example/', 'https://*.example', 'a.example', 'https://A.example', 'null', '*'])(
  'rejects %s',
  (origin) => {
    expect(() => createEmbedders(embedder(origin))).toThrowError(
      expect.objectContaining({ code: 'configuration-invalid' }),
    );
  },
);

describe('an embedder', () => {
  const portal: Embedder = {
    id: 'portal',
    name: 'Portal',
    origins: ['https://a.example'],
    redirectUris: ['https://a.example/back'],
  };

  it('uses connect mode by default, without access to secrets or account changes', () => {
    const embedders = createEmbedders([portal]);
    expect(embedders.find('portal')).toMatchObject({ login: ['connect'], scopes: ['requests', 'archives'] });
    expect(() => embedders.directPlace('https://a.example')).toThrowError(
      expect.objectContaining({ code: 'direct-login-not-allowed' }),
    );
    expect(embedders.directPlace('https://gateway.example').scopes).toContain('account');
    expect(refusal({ ...portal, scopes: ['account'] })).toMatch(/portal must not change accounts/);
  });

  it('has redirect addresses on its own origins', () => {
    expect(refusal({ ...portal, redirectUris: [] })).toMatch(/portal needs redirectUris/);
    for (const uri of [
      'https://b.example/back',
      'https://a.example/#x',
      '/back',
      'https://a.example.evil/',
    ]) {
      expect(refusal({ ...portal, redirectUris: [uri] }), uri).toMatch(/This address is not on an origin/);
    }
  });

  it('has a unique id and unique origins', () => {
    expect(refusal({ ...portal, id: 'Portal A' })).toMatch(/The id Portal A must consist of/);
    expect(refusal(portal, portal)).toMatch(/Two embedders/);
    expect(refusal(portal, { ...portal, id: 'other' })).toMatch(/Registered twice/);
  });
});
