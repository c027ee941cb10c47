import type { Command } from 'commander';
import type { Configuration } from '../config/configuration.js';

/** @param configuration returns the settings with which this command was started */
export function addAuditCommands(
  program: Command,
  configuration: () => Promise<Configuration>,
  onError: (error: unknown) => void,
): void {
  program
    .command('audit')
    .description('the audit trail')
    .command('verify')
    .description('check that nobody has changed the audit trail; exit code 1 if somebody has')
    .action(async () => {
      const settings = await configuration();
      const [{ verifyTrail }, { openDatabase }] = await Promise.all([
        import('../operation/verify-trail.js'),
        import('../storage/open-database.js'),
      ]);
      const database = await openDatabase(settings, onError);
      try {
        const { entries, head, faults } = await verifyTrail(database, settings);
        for (const fault of faults) console.log(`FAIL ${fault}`);
        console.log(`${entries} entries${head === null ? '' : `, the last ${head.sequence} ${head.mac}`}`);
        if (faults.length > 0) process.exitCode = 1;
      } finally {
        await database.close();
      }
    });
}
