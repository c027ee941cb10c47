import type { MhbError } from '@mhb-kit/core/error';
import type { ErrorText } from '@mhb-kit/core/error-messages';
import type { ReaderInfo, WantedCard } from '@mhb-kit/core/card';
import type { CardStatusStrings } from './card-status.strings.js';
import type { CardController, CardProgress } from './card-controller.js';

/** The state of the card reader and card, as shown to the person. */
export interface CardStatus {
  readonly words: string;
  /** What the person can do to solve the problem. */
  readonly remedy?: string;
  /** Whether an operation is in progress. */
  readonly busy?: boolean;
  /** `present` means that some card is inserted; `ready` means that it is the wanted card. */
  readonly card?: 'present' | 'ready';
  /** The action of the button next to the message. */
  readonly action?: 'connect' | 'retry';
  /** Set while the bridge's window waits for the person to confirm. */
  readonly confirm?: CardProgress['confirm'] | undefined;
}

export function cardStatus(
  card: CardController,
  wanted: WantedCard,
  strings: CardStatusStrings,
  describe: (error: MhbError) => ErrorText,
): CardStatus {
  const { connection, progress } = card;
  if (card.isBusy && connection.state === 'open') {
    const waits = progress?.step === 'confirm-in-bridge';
    const working = wanted === 'nhi' ? strings.reading : strings.signing;
    return {
      words: waits ? strings.confirmInBridge[wanted] : working,
      busy: true,
      card: 'ready',
      confirm: progress?.confirm,
    };
  }
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
      return { words: strings.denied, action: 'retry' };
    case 'not-installed':
      return { words: strings.notInstalled, action: 'retry' };
    case 'incompatible':
      return { words: strings.incompatible, action: 'retry' };
    case 'failed': {
      const { message, remedy } = describe(connection.error);
      return { words: message, remedy, action: 'retry' };
    }
    case 'open': {
      const reader = card.readerFor(wanted);
      return reader === undefined ? { words: strings.noReader } : readerStatus(reader, wanted, strings);
    }
  }
}

function readerStatus(
  { state, card }: ReaderInfo,
  wanted: WantedCard,
  strings: CardStatusStrings,
): CardStatus {
  if (state === 'mute') return { words: strings.mute };
  if (card === null) return { words: state === 'busy' ? strings.busy : strings.empty[wanted] };
  if (card.kind === 'unknown') return { words: strings.unknownCard, card: 'present' };
  return card.kind === wanted
    ? { words: strings.ready[wanted], card: 'ready' }
    : { words: strings.otherCard[wanted], card: 'present' };
}
