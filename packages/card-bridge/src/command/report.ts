import { release } from 'node:os';
import { driverInUse, type CardExamination, type Examination } from './examination.js';

/**
 * Builds the text that people paste into a report about a real reader or card, always in English. The text
 * contains no site, path, name of a person or machine, serial number, or card data.
 */
export function reportOf(
  { configuration, drivers, module, ports }: Examination,
  cards: readonly CardExamination[],
  version: string,
): string {
  const best = driverInUse(drivers);
  const rows: readonly (readonly [string, string])[] = [
    ['mhb-card-bridge', version],
    ['Node', process.versions.node],
    ['System', `${process.platform} ${process.arch}, ${release()}`],
    ...drivers.map(({ name, service }) => [`PC/SC by ${name}`, service] as const),
    ...(best?.readers ?? []).map(
      ({ name, state }) => ['Reader', `${withoutSerialNumber(name)}: ${state}`] as const,
    ),
    ...cards.map((card) => ['Card', describeCard(card)] as const),
    [
      'PKCS#11',
      module === null
        ? 'not configured'
        : 'fault' in module
          ? module.fault
          : `${module.certificates} certificates that can sign`,
    ],
    ['Configuration', 'fault' in configuration ? 'invalid' : 'valid'],
    ['Ports free', `${ports.filter(({ free }) => free).length} of ${ports.length}`],
  ];
  return rows.map(([label, value]) => `- ${label}: ${value}`).join('\n');
}

const describeCard = ({ reader, outcome, commands }: CardExamination): string =>
  `in ${withoutSerialNumber(reader)}: ${outcome}; ${
    commands.map(({ instruction, answer, ms }) => `${instruction} → ${answer} in ${ms} ms`).join(', ') ||
    'not connected'
  }`;

/**
 * Removes the serial number that manufacturers put into a reader's name, in brackets or as a long word with
 * digits.
 */
const withoutSerialNumber = (name: string): string =>
  name.replaceAll(/\([^()]*\)|\[[^[\]]*\]|\b[\dA-F]{6,}\b/gi, '…').trim();
