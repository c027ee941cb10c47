import { expect, it } from 'vitest';
import { reportOf } from './report.js';

it('removes serial numbers from the names of readers', () => {
  const names = [
    'ACS ACR39U ICC Reader 00 00',
    'Generic EMV Smartcard Reader (20070818000000000) 00 00',
    'CASTLES EZ100PU [SN 4711] 00 00',
    'Identiv uTrust 2700 R 53691839200134 00 00',
  ];
  const report = reportOf(
    {
      configuration: { origins: ['https://portal.example.tw'] },
      drivers: [
        {
          name: 'pcsclite',
          service: 'running',
          readers: names.map((name) => ({ name, state: 'empty', atr: '', simulated: false })),
        },
      ],
      module: null,
      ports: [],
    },
    [],
    '1.2.3',
  );
  expect(report.split('\n').filter((line) => line.startsWith('- Reader'))).toEqual([
    '- Reader: ACS ACR39U ICC Reader 00 00: empty',
    '- Reader: Generic EMV Smartcard Reader … 00 00: empty',
    '- Reader: CASTLES EZ100PU … 00 00: empty',
    '- Reader: Identiv uTrust 2700 R … 00 00: empty',
  ]);
  expect(report).not.toContain('portal');
});
