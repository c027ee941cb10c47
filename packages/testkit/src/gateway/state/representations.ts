import { MhbError } from '@mhb-kit/core/error';
import type { RepresentationKind, Representations as Listed } from '@mhb-kit/core/gateway';
import { maskName, maskNationalId, taipeiDate, type LocalDate } from '@mhb-kit/core/identity';
import type { PrivateTopic } from '@mhb-kit/core/request';
import type { Account } from './accounts.js';
import type { Clock } from './time.js';

/** The operator's record of a legal representative. */
export interface NewRepresentation {
  readonly kind: RepresentationKind;
  /** The last day on which the representation is valid. */
  readonly endsOn: LocalDate;
  /** The topics that are withheld from the representative. */
  readonly withheld: readonly PrivateTopic[];
}

export interface StoredRepresentation extends NewRepresentation {
  readonly id: string;
  readonly representative: Account;
  readonly represented: Account;
}

export class Representations {
  readonly #clock: Clock;
  #stored: readonly StoredRepresentation[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(representative: Account, represented: Account, recorded: NewRepresentation): StoredRepresentation {
    this.end(representative, represented);
    const stored = { ...recorded, id: crypto.randomUUID(), representative, represented };
    this.#stored = [...this.#stored, stored];
    return stored;
  }

  end(representative: Account, represented: Account): void {
    this.#stored = this.#stored.filter(
      (each) => each.representative !== representative || each.represented !== represented,
    );
  }

  counts(representation: StoredRepresentation): boolean {
    return this.#stored.includes(representation) && representation.endsOn >= taipeiDate(this.#clock());
  }

  /** @param lastReadBy Returns when a representative last read the passbook. */
  list(account: Account, lastReadBy: (representative: Account) => string | null): Listed {
    const counting = this.#stored.filter((each) => this.counts(each));
    return {
      represents: counting
        .filter(({ representative }) => representative === account)
        .map((each) => ({
          ...shown(each),
          person: {
            nationalId: maskNationalId(each.represented.nationalId),
            name: maskName(each.represented.name),
          },
        })),
      representedBy: counting
        .filter(({ represented }) => represented === account)
        .map((each) => ({
          ...shown(each),
          name: maskName(each.representative.name),
          lastReadAt: lastReadBy(each.representative),
        })),
    };
  }

  /** @throws {MhbError} `not-found` if the representation has ended or belongs to another representative */
  find(representative: Account, id: string): StoredRepresentation {
    const found = this.#stored.find((each) => each.id === id);
    if (found?.representative !== representative || !this.counts(found))
      throw new MhbError('not-found', 'The representation does not exist or has ended');
    return found;
  }
}

/** Returns the data that the representative and the person are both allowed to see. */
export const shown = ({ id, kind, endsOn, withheld }: StoredRepresentation) => ({
  id,
  kind,
  endsOn,
  withheld,
});
