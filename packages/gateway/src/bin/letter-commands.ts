import { Readable } from 'node:stream';
import type { Command } from 'commander';
import { systemClock } from '../scheduling/clock.js';
import type { WithStores } from './account-commands.js';

export function addLetterCommands(program: Command, withStores: WithStores): void {
  program
    .command('letters')
    .description('letters with one-time codes, which the operator posts')
    .command('print <file>')
    .description(
      'write all waiting letters to one HTML page for printing, and remove them from the queue; delete the file after printing',
    )
    .action((file: string) =>
      withStores(async (stores) => {
        const [{ lettersPage, printLetters }, { writeFileDurably }] = await Promise.all([
          import('../messages/letters.js'),
          import('../storage/durable-files.js'),
        ]);
        const count = await printLetters({ ...stores, clock: systemClock }, (letters) =>
          writeFileDurably(file, Readable.from([Buffer.from(lettersPage(letters))])),
        );
        console.log(count === 0 ? 'No letters are waiting.' : `Wrote ${count} letters to ${file}.`);
      }),
    );
}
