import type { MhbError } from '@mhb-kit/core/error';
import type { ErrorText } from '@mhb-kit/core/error-messages';
import { commonErrors } from '@mhb-kit/core/error-messages/common';
import { inLanguage, type LocalizedErrorText } from '@mhb-kit/core/error-messages/text';
import type { Translations } from './translations.js';

type Sentences = Readonly<Partial<Record<string, LocalizedErrorText>>>;

/**
 * The groups of errors that a component can show. The messages of a group are loaded when its first error occurs.
 */
export type ErrorRoom = 'gateway' | 'card' | 'archive' | 'passbook' | 'share';

const fetchRoom: Readonly<Record<ErrorRoom, () => Promise<Sentences>>> = {
  gateway: async () => (await import('@mhb-kit/core/error-messages/gateway')).gatewayErrors,
  card: async () => (await import('@mhb-kit/core/error-messages/card')).cardErrors,
  archive: async () => (await import('@mhb-kit/core/error-messages/archive')).archiveErrors,
  passbook: async () => (await import('@mhb-kit/core/error-messages/passbook')).passbookErrors,
  share: async () => (await import('@mhb-kit/core/error-messages/share')).shareErrors,
};

/**
 * The messages that have been loaded, for all components on the page. An unknown error code gets the message for
 * `internal`.
 */
const known: Record<string, LocalizedErrorText | undefined> = { ...commonErrors };
const fetching = new Map<ErrorRoom, Promise<void>>();

function fetchOnce(room: ErrorRoom): Promise<void> {
  const under =
    fetching.get(room) ?? fetchRoom[room]().then((sentences) => void Object.assign(known, sentences));
  fetching.set(room, under);
  return under.catch(() => {
    // The next error loads the messages again. Until then, the message for `internal` is shown together with the
    // error code.
    fetching.delete(room);
  });
}

const silent: ErrorText = { message: '', remedy: '' };

/**
 * Finds the message for an error. Messages are loaded when they are first needed, and the host is updated after
 * that. Until then, the message is empty, so that nothing is announced twice. The messages for network errors are
 * always available.
 */
export class ErrorWords {
  readonly #rooms: readonly ErrorRoom[];
  readonly #onArrival: () => void;
  #state: 'unasked' | 'fetching' | 'here' = 'unasked';

  constructor(rooms: readonly ErrorRoom[], onArrival: () => void) {
    this.#rooms = rooms;
    this.#onArrival = onArrival;
  }

  describe({ code }: MhbError, tag: string, translations: Translations): ErrorText {
    const added = translations[tag]?.errors?.[code];
    if (added !== undefined) return added;
    const texts = known[code];
    if (texts !== undefined) return inLanguage(texts, tag);
    if (this.#state === 'here') return inLanguage(commonErrors.internal, tag);
    if (this.#state === 'unasked') void this.#fetch();
    return silent;
  }

  async #fetch(): Promise<void> {
    this.#state = 'fetching';
    await Promise.all(this.#rooms.map(fetchOnce));
    this.#state = 'here';
    this.#onArrival();
  }
}
