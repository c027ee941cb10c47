import { expect, it } from 'vitest';
import { registeredOrigins } from './embedders.js';

const embedder = (...origins: string[]) => [{ id: 'portal', name: 'Portal', origins }];

it('takes exact origins', () => {
  expect([...registeredOrigins(embedder('https://a.example', 'http://localhost:8080'))]).toEqual([
    'https://a.example',
    'http://localhost:8080',
  ]);
});

it.each(['https://a.example/', 'https://*.example', 'a.example', 'https://A.example', 'null', '*'])(
  'takes no %s',
  (origin) => {
    expect(() => registeredOrigins(embedder(origin))).toThrowError(
      expect.objectContaining({ code: 'configuration-invalid' }),
    );
  },
);
