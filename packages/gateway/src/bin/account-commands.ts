import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { MhbError } from '@mhb-kit/core/error';
import { isNationalId, normalizeNationalId } from '@mhb-kit/core/identity';
import type { Witness } from '../self-service/staff-desk.js';
import type { OpenedStaffDesk, StaffDeskSettings } from '../operation/open-staff-desk.js';
import type { Stores } from '../composition/stores.js';

/** Opens the stores, runs a function with them, and closes them again. */
export type WithStores = (
  work: (stores: Stores, settings: StaffDeskSettings) => Promise<void>,
) => Promise<void>;

/**
 * Reads one line of standard input for each name. Command-line arguments are not used, because they would remain
 * in the shell history and be visible in the process list.
 */
export async function readLines(...names: readonly string[]): Promise<readonly string[]> {
  const lines = createInterface({ input: process.stdin });
  const read: string[] = [];
  const prompt = (): void => {
    const name = names[read.length];
    if (process.stdin.isTTY && name !== undefined) console.error(`${name}:`);
  };
  prompt();
  for await (const line of lines) {
    read.push(line.trim());
    if (read.length === names.length) {
      lines.close();
      return read;
    }
    prompt();
  }
  throw new MhbError(
    'invalid-request',
    `Standard input must contain ${names.length} lines: ${names.join(', ')}`,
  );
}

export function checkedId(typed: string): string {
  const nationalId = normalizeNationalId(typed);
  if (isNationalId(nationalId)) return nationalId;
  throw new MhbError('invalid-request', 'There is no valid national ID on standard input');
}

export type StaffWork<Options = object> = (
  desk: OpenedStaffDesk,
  options: Witness & Options,
) => Promise<string>;

/** Adds a command that requires the name of the responsible staff member and a reason. */
export function addStaffCommand<Options = object>(
  group: Command,
  withStores: WithStores,
  name: string,
  description: string,
  work: StaffWork<Options>,
): Command {
  return group
    .command(name)
    .description(description)
    .requiredOption('--staff <name>', 'who has checked the identity document')
    .requiredOption('--reason <text>', 'the reason; it is recorded, so enter no personal data')
    .action((options: Witness & Options) =>
      withStores(async (stores, settings) => {
        const { openStaffDesk } = await import('../operation/open-staff-desk.js');
        const desk = await openStaffDesk(stores, settings);
        try {
          console.log(await work(desk, options));
        } finally {
          await desk.close();
        }
      }),
    );
}

/**
 * Adds the commands for counter staff. Staff run these commands after checking the person's identity document, and
 * the gateway records who checked it.
 */
export function addAccountCommands(program: Command, withStores: WithStores): void {
  const account = program
    .command('account')
    .description('commands for one person; the national ID is read from standard input');
  const staffCommand = (name: string, description: string, work: StaffWork): void => {
    addStaffCommand(account, withStores, name, description, work);
  };

  staffCommand(
    'add',
    'open an account for a person whose document was checked; reads ID, name, card number, household number, address, mobile and mailbox, one per line',
    async (desk, witness) => {
      const [
        id = '',
        name = '',
        cardNumber = '',
        householdNumber = '',
        registeredAddress = '',
        mobile = '',
        email = '',
      ] = await readLines(
        'National ID',
        'Name',
        'Card number',
        'Household number',
        'Registered address',
        'Mobile',
        'E-mail',
      );
      const contact = {
        householdNumber,
        registeredAddress,
        telephone: null,
        mobile,
        email,
        alternateEmail: null,
      };
      await desk.add({ nationalId: checkedId(id), name, cardNumber, contact }, witness);
      return 'Opened. The person can now set a password with “Forgot password”.';
    },
  );
  staffCommand('suspend', 'suspend the account until it is resumed', async (desk, witness) => {
    const [id = ''] = await readLines('National ID');
    await desk.suspend(checkedId(id), witness);
    return 'Suspended; every session has ended.';
  });
  staffCommand('resume', 'end the suspension', async (desk, witness) => {
    const [id = ''] = await readLines('National ID');
    await desk.resume(checkedId(id), witness);
    return 'Resumed.';
  });
  staffCommand('new-card', 'replace the card; reads ID and card number', async (desk, witness) => {
    const [id = '', cardNumber = ''] = await readLines('National ID', 'New card number');
    await desk.newCard(checkedId(id), cardNumber, witness);
    return 'Replaced. The old card no longer works.';
  });
  staffCommand('new-mobile', 'replace the mobile; reads ID and number', async (desk, witness) => {
    const [id = '', mobile = ''] = await readLines('National ID', 'New mobile');
    await desk.newMobile(checkedId(id), mobile, witness);
    return 'Replaced. A notice was sent to the former number.';
  });
  staffCommand(
    'change-id',
    'replace the ID number; reads old ID, new ID and card number',
    async (desk, witness) => {
      const [id = '', newId = '', cardNumber = ''] = await readLines(
        'Old national ID',
        'New national ID',
        'Card number',
      );
      await desk.changeId(checkedId(id), checkedId(newId), cardNumber, witness);
      return 'Changed. The old number no longer works.';
    },
  );
  staffCommand(
    'release-certificate',
    'remove the certificate, so that another can be added',
    async (desk, witness) => {
      const [id = ''] = await readLines('National ID');
      await desk.releaseCertificate(checkedId(id), witness);
      return 'Removed. The next certificate that the person uses to log in will be added to the account.';
    },
  );

  account
    .command('close')
    .description('erase the account and all requested data; the audit trail stays')
    .action(async () => {
      const [id = ''] = await readLines('National ID');
      const nationalId = checkedId(id);
      await withStores(async (stores) => {
        const { closeAccount } = await import('../self-service/closing.js');
        if (!(await closeAccount(nationalId, stores)))
          throw new MhbError('not-found', 'There is no account with this ID');
        console.log('Closed. Backups made before now still contain the account.');
      });
    });

  account
    .command('log-out')
    .description('end all sessions of the person')
    .option('--everybody', 'end the sessions of everybody; no ID is read')
    .action(async ({ everybody }: { readonly everybody?: true }) => {
      const [id = ''] = everybody ? [''] : await readLines('National ID');
      const nationalId = everybody ? null : checkedId(id);
      await withStores(async (stores) => {
        const { endSessions } = await import('../self-service/closing.js');
        const ended = await endSessions(nationalId, stores);
        console.log(`Ended ${ended} ${ended === 1 ? 'session' : 'sessions'}.`);
      });
    });
}
