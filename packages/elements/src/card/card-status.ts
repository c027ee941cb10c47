import type { MhbError } from '@mhb-kit/core/error';
import type { ErrorText } from '@mhb-kit/core/error-messages';
import type { ReaderInfo } from '@mhb-kit/core/card';
import type { CardStatusStrings } from './card-status.strings.js';
import type { CardConnection } from './card-controller.js';

/** The state of reader and card as a person is told it. */
export interface CardStatus {
  readonly words: string;
  /** What to do about it. */
  readonly remedy?: string;
  /** Something is under way. */
  readonly busy?: boolean;
  /** `present`: some card is inserted; `ready`: it is an NHI card. */
  readonly card?: 'present' | 'ready';
  /** What a button beside it may do. */
  readonly action?: 'connect' | 'retry';
}

export function cardStatus(
  connection: CardConnection,
  reader: ReaderInfo | undefined,
  strings: CardStatusStrings,
  describe: (error: MhbError) => ErrorText,
): CardStatus {
  switch (connection.state) {
    case 'no-provider':
      return { words: strings.noProvider };
    case 'probing':
      return { words: strings.probing, busy: true };
    case 'opening':
      return { words: strings.connecting, busy: true };
    case 'needs-permission':
      return { words: strings.needsPermission, remedy: strings.needsPermissionRemedy, action: 'connect' };
    case 'denied':
      return { words: strings.denied, remedy: strings.deniedRemedy, action: 'retry' };
    case 'not-installed':
      return { words: strings.notInstalled, remedy: strings.notInstalledRemedy, action: 'retry' };
    case 'incompatible':
      return { words: strings.incompatible, remedy: strings.incompatibleRemedy, action: 'retry' };
    case 'failed': {
      const { message, remedy } = describe(connection.error);
      return { words: message, remedy, action: 'retry' };
    }
    case 'open':
      return reader === undefined ? { words: strings.noReader } : readerStatus(reader, strings);
  }
}

function readerStatus({ state, card }: ReaderInfo, strings: CardStatusStrings): CardStatus {
  if (state === 'mute') return { words: strings.mute };
  switch (card?.kind) {
    case 'nhi':
      return { words: strings.ready, card: 'ready' };
    case 'cdc':
      return { words: strings.otherCard, card: 'present' };
    case 'unknown':
      return { words: strings.unknownCard, card: 'present' };
    case undefined:
      return { words: state === 'busy' ? strings.busy : strings.empty };
  }
}
