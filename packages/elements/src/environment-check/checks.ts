import type { ErrorText } from '@mhb-kit/core/error-messages';
import type { MhbError } from '@mhb-kit/core/error';
import type { CardController } from '../card/card-controller.js';
import { cardStatus, type CardStatus } from '../card/card-status.js';
import type { EnvironmentCheckStrings } from './environment-check.strings.js';

/**
 * A requirement, and what to do if it is not met. The state `waiting` means that another requirement must be met
 * first.
 */
export interface Check {
  readonly id: 'browser' | 'service' | 'clock' | 'bridge' | 'reader' | 'card';
  readonly state: 'good' | 'bad' | 'waiting' | 'checking';
  readonly words: string;
  readonly remedy?: string;
  readonly action?: 'connect' | 'retry';
}

/** The result of calling the gateway. */
export type ServiceProbe =
  | { readonly state: 'checking' }
  | { readonly state: 'failed'; readonly error: MhbError }
  | { readonly state: 'reached'; readonly challengeEndsIn: number };

/**
 * The longest plausible lifetime of a challenge. A new challenge expires within minutes. If a new challenge
 * appears to have expired already, or to expire much later, the clock of this computer or of the gateway is wrong.
 */
const LONGEST_CHALLENGE_MS = 15 * 60_000;

export interface Environment {
  readonly secure: boolean;
  readonly modern: boolean;
  /** `undefined` if the page does not use a gateway. */
  readonly service: ServiceProbe | undefined;
  readonly card: CardController;
}

/**
 * Checks whether the browser has the features that the components need (Chromium 123, Firefox 125, Safari 17.5).
 */
export function isModernBrowser(): boolean {
  return (
    typeof Intl.Segmenter === 'function' &&
    typeof AbortSignal.any === 'function' &&
    CSS.supports('color', 'light-dark(black, white)')
  );
}

export function runChecks(
  environment: Environment,
  strings: EnvironmentCheckStrings,
  describe: (error: MhbError) => ErrorText,
): Check[] {
  const { service } = environment;
  return [
    browserCheck(environment, strings),
    ...(service === undefined ? [] : serviceChecks(service, strings, describe)),
    ...cardChecks(environment, strings, describe),
  ];
}

function browserCheck({ secure, modern }: Environment, strings: EnvironmentCheckStrings): Check {
  const bad = { id: 'browser', state: 'bad' } as const;
  if (!modern) return { ...bad, words: strings.browserOld, remedy: strings.browserOldRemedy };
  if (!secure) return { ...bad, words: strings.insecure, remedy: strings.insecureRemedy };
  return { id: 'browser', state: 'good', words: strings.browserGood };
}

function serviceChecks(
  service: ServiceProbe,
  strings: EnvironmentCheckStrings,
  describe: (error: MhbError) => ErrorText,
): Check[] {
  switch (service.state) {
    case 'checking':
      return [
        { id: 'service', state: 'checking', words: strings.checking },
        { id: 'clock', state: 'waiting', words: strings.states.waiting },
      ];
    case 'failed': {
      const { message, remedy } = describe(service.error);
      return [
        { id: 'service', state: 'bad', words: message, remedy, action: 'retry' },
        { id: 'clock', state: 'waiting', words: strings.states.waiting },
      ];
    }
    case 'reached': {
      const right = service.challengeEndsIn > 0 && service.challengeEndsIn < LONGEST_CHALLENGE_MS;
      return [
        { id: 'service', state: 'good', words: strings.serviceGood },
        right
          ? { id: 'clock', state: 'good', words: strings.clockGood }
          : { id: 'clock', state: 'bad', words: strings.clockWrong, remedy: strings.clockWrongRemedy },
      ];
    }
  }
}

/** Checks the bridge, the reader and the card. Each one depends on the one before it. */
function cardChecks(
  { card }: Environment,
  strings: EnvironmentCheckStrings,
  describe: (error: MhbError) => ErrorText,
): Check[] {
  const { connection, reader } = card;
  const status = cardStatus(card, 'nhi', strings, describe);
  const waiting = { state: 'waiting', words: strings.states.waiting } as const;
  if (connection.state !== 'open') {
    return [
      { id: 'bridge', state: status.busy === true ? 'checking' : 'bad', ...explained(status) },
      { id: 'reader', ...waiting },
      { id: 'card', ...waiting },
    ];
  }
  const bridge = { id: 'bridge', state: 'good', words: strings.bridgeGood } as const;
  if (reader === undefined) {
    return [bridge, { id: 'reader', state: 'bad', words: status.words }, { id: 'card', ...waiting }];
  }
  return [
    bridge,
    { id: 'reader', state: 'good', words: `${strings.readerGood} ${reader.label}` },
    // A card of unknown kind is accepted, because it has not been read yet and could be the right one.
    {
      id: 'card',
      state: reader.card?.kind === 'nhi' || reader.card?.kind === 'unknown' ? 'good' : 'bad',
      words: reader.card?.kind === 'unknown' ? strings.ready.nhi : status.words,
    },
  ];
}

const explained = ({ words, remedy, action }: CardStatus): Pick<Check, 'words' | 'remedy' | 'action'> => ({
  words,
  ...(remedy === undefined ? {} : { remedy }),
  ...(action === undefined ? {} : { action }),
});
