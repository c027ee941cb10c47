import { Option, type Command } from 'commander';
import { MhbError } from '@mhb-kit/core/error';
import { representationKinds, type RepresentationKind } from '@mhb-kit/core/gateway';
import type { LocalDate } from '@mhb-kit/core/identity';
import { addStaffCommand, checkedId, readLines, type WithStores } from './account-commands.js';

/** Checks that the text is a valid date in the form `YYYY-MM-DD`. */
function checkedDay(typed: string, what: string): LocalDate {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(typed) && !Number.isNaN(Date.parse(typed));
  if (isDay && new Date(typed).toISOString().startsWith(typed)) return typed as LocalDate;
  throw new MhbError('invalid-request', `${what} is not a day such as 2026-03-05`);
}

/**
 * Adds the commands for legal representatives, whom staff record after checking the household register or a court
 * decision.
 */
export function addRepresentationCommands(program: Command, withStores: WithStores): void {
  const group = program
    .command('representation')
    .description('legal representatives; the national IDs are read from standard input');

  addStaffCommand<{ readonly kind: RepresentationKind; readonly until?: string }>(
    group,
    withStores,
    'add',
    "record one; reads the representative's ID, the person's ID and birth date, one per line",
    async (desk, { kind, until, ...witness }) => {
      const endsOn = until === undefined ? null : checkedDay(until, '--until');
      const [representative = '', represented = '', birthDate = ''] = await readLines(
        "Representative's national ID",
        'National ID of the person',
        'Birth date of the person (YYYY-MM-DD)',
      );
      const lastDay = await desk.representations.record(
        {
          representative: checkedId(representative),
          represented: checkedId(represented),
          birthDate: checkedDay(birthDate, 'The birth date'),
          kind,
          endsOn,
        },
        witness,
      );
      return `Recorded. It ends with ${lastDay}. Both people were notified.`;
    },
  )
    .addOption(
      new Option('--kind <kind>', 'the legal basis').choices(representationKinds).makeOptionMandatory(),
    )
    .option(
      '--until <day>',
      'the last day, such as 2031-05-01; default for minors: the last day before they come of age',
    );

  addStaffCommand(
    group,
    withStores,
    'end',
    "end one now, with its sessions and links; reads the representative's ID and the person's",
    async (desk, witness) => {
      const [representative = '', represented = ''] = await readLines(
        "Representative's national ID",
        'National ID of the person',
      );
      await desk.representations.end(checkedId(representative), checkedId(represented), witness);
      return 'Ended. All sessions of this representation were closed, and both people were notified.';
    },
  );
}
