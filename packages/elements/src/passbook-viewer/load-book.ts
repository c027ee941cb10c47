import { MhbError } from '@mhb-kit/core/error';
import type * as BookModule from './book.js';

/**
 * What shows a passbook. Without a network, an installed page has it already; any other says that nothing answers.
 *
 * @throws MhbError `gateway-unreachable`
 */
export async function loadBook(): Promise<typeof BookModule> {
  try {
    return await import('./book.js');
  } catch (cause) {
    throw new MhbError('gateway-unreachable', 'The pages of the viewer could not be fetched', {
      retriable: true,
      cause,
    });
  }
}
