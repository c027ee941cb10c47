import type { Habit } from '../habits.js';
import type { Random } from '../random.js';
import type { TestOfLife, Usual } from '../tests.js';

/**
 * Whether a row determines the position of its result. `decided` means that it does. `undecided` means that it
 * does not, so any judgment is a guess. `either` means that a careful program is free to judge the result or
 * leave it open, but that a wrong judgment is still an error.
 */
export type Decides = 'decided' | 'undecided' | 'either';

export interface WrittenRange {
  readonly text: string;
  readonly decides: Decides;
}

export interface RangeFacts {
  readonly test: TestOfLife;
  /** The bounds as printed, in the laboratory's unit. */
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string;
  /** The bounds for each sex, if they differ. */
  readonly bySex: { readonly male: PrintedUsual; readonly female: PrintedUsual } | null;
}

export type PrintedUsual = { readonly [K in keyof Usual]: string | null };

export type RangeStyle = Extract<Habit, `range-${string}`> | 'plain';

/** Writes a reference range in one of the notations that laboratories use. */
export function writeRange(style: RangeStyle, facts: RangeFacts, random: Random): WrittenRange {
  const { low, high, unit, test, bySex } = facts;
  const one = random.of('form');
  const decided = (text: string): WrittenRange => ({ text, decides: 'decided' });
  const plain = (): WrittenRange => decided(plainRange(facts));
  const both = low !== null && high !== null ? ([low, high] as const) : null;
  switch (style) {
    case 'plain':
      return plain();
    case 'range-dash':
      if (both === null) return plain();
      return decided(
        one.pick([
          `${both[0]}-${both[1]}`,
          `${both[0]}~${both[1]}`,
          `[${both[0]}-${both[1]}]`,
          `[${both[0]} ~ ${both[1]}][${both[0]} ~ ${both[1]}]`,
          `[(${both[0]}-${both[1]})][]`,
        ]),
      );
    case 'range-comparator':
      if (high !== null && low === null) {
        return decided(
          one.pick([
            `<${high}`,
            `[無][＜${high}]`,
            `[][＜${high}]`,
            `${high} 以下`,
            `未滿${high}`,
            `≦${high}`,
          ]),
        );
      }
      if (low !== null && high === null) {
        return decided(one.pick([`>${low}`, `[≧${low}][]`, `[＞${low}][無]`, `${low} 以上`]));
      }
      return plain();
    case 'range-unit': {
      const written = unit === '%' ? '%' : ` ${unit}`;
      if (both !== null) {
        return decided(
          one.pick([
            `${both[0]}-${both[1]}${written}`,
            `[${both[0]}][${both[1]}${written}]`,
            `[${both[0]}-${both[1]}${written}]`,
            `[${both[0]}${written}][${both[1]}${written}]`,
          ]),
        );
      }
      return high !== null ? decided(one.pick([`<${high}${written}`, `[][<${high}${written}]`])) : plain();
    }
    case 'range-sex':
      return bySex === null ? plain() : decided(sexRange(bySex, one));
    case 'range-age':
      if (both === null) return plain();
      return {
        text: one.pick([
          `≧18歲:${both[0]}-${both[1]},<18歲:${grown(both[0])}-${grown(both[1])}`,
          `Adult:${both[0]}-${both[1]};Child:${grown(both[0])}-${grown(both[1])}`,
        ]),
        decides: 'either',
      };
    case 'range-stage':
      return test.stages === undefined ? plain() : decided(`[${test.stages}][]`);
    case 'range-half':
      if (both !== null) return decided(one.pick([`[${both[0]}~${both[1]}][]`, `[][${both[0]}-${both[1]}]`]));
      return high !== null ? decided(one.pick([`[][${high}]`, `[無][${high}]`, `[NA][${high}]`])) : plain();
    case 'range-placeholder':
      return {
        text: one.pick(['[0][0]', '[.][.]', '[--][]', '[無參考值][無參考值]', '[無][無]', '']),
        decides: 'undecided',
      };
    case 'range-reversed':
      if (both !== null) return { text: `[${both[1]}][${both[0]}]`, decides: 'undecided' };
      return high === null ? plain() : { text: `[${high}][0]`, decides: 'undecided' };
    case 'range-lone': {
      const lone = high ?? low;
      return lone === null
        ? plain()
        : {
            text: one.pick(high === null ? [`${lone}`] : [`[${lone}][]`, `[-${lone}]`, `${lone}`]),
            decides: 'either',
          };
    }
    case 'range-escaped':
      if (high !== null && low === null) return decided(one.pick([`[&lt;${high}][]`, `&lt; ${high}`]));
      return low !== null && high === null ? decided(`[&gt;=${low}][]`) : plain();
  }
}

function plainRange({ low, high }: RangeFacts): string {
  if (low !== null && high !== null) return `[${low}][${high}]`;
  if (high !== null) return `[無][${high}]`;
  return low === null ? '[無][無]' : `[>=${low}][]`;
}

function sexRange({ male, female }: NonNullable<RangeFacts['bySex']>, random: Random): string {
  const [m, f] = [`${male.low ?? ''}-${male.high ?? ''}`, `${female.low ?? ''}-${female.high ?? ''}`];
  return random.pick([
    `M:${m} F:${f}`,
    `男:${m};女:${f}`,
    `[M:${m.replace('-', '~')},F:${f.replace('-', '~')}][]`,
    `Female:${f},Male:${m}`,
    `男性${m} 女性${f}`,
  ]);
}

/** Scales a bound for adults to a plausible bound for children. */
const grown = (bound: string): string => (Number(bound) * 1.2).toFixed(1);

/** Returns the reference range of a test whose result is text, such as `Negative`. */
export const expectedWord = (random: Random): string =>
  random.pick(['[－][]', '[-][-]', '[Negative][]', '[陰性][]', 'Negative']);
