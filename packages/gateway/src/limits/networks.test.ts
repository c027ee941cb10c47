import { describe, expect, it } from 'vitest';
import { createNetworks, networkOf } from './networks.js';

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:0:1:aaaa::1', '2001:db8:0:1::/64'],
  ['2001:0db8:0000:0001:bbbb:0:0:2', '2001:db8:0:1::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

describe('a network that the operator has named', () => {
  const clinic = {
    name: 'clinic',
    addresses: ['203.0.113.0/28', '192.0.2.4', '2001:db8:7::/48'],
    failuresPerHour: 500,
  };
  const find = createNetworks([clinic]);

  it.each(['203.0.113.1', '203.0.113.15', '::ffff:203.0.113.3', '192.0.2.4', '2001:db8:7:ffff::9'])(
    'contains %s, and counts as one',
    (address) => {
      expect(find(address)).toEqual({ key: 'named clinic', named: clinic });
    },
  );

  it.each(['203.0.113.16', '192.0.2.5', '2001:db8:8::9', 'unknown'])('does not contain %s', (address) => {
    expect(find(address)).toEqual({ key: networkOf(address), named: null });
  });

  it.each([
    '203.0.113.0/33',
    '203.0.113.0/0',
    '203.0.113/24',
    'clinic.example.tw',
    '2001:db8::/129',
    '192.0.2.1/8/9',
  ])('cannot be %s', (written) => {
    expect(() => createNetworks([{ name: 'clinic', addresses: [written] }])).toThrow(
      expect.objectContaining({ code: 'configuration-invalid' }) as Error,
    );
  });
});
