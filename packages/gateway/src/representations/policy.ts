import { MhbError } from '@mhb-kit/core/error';
import type { RepresentationKind } from '@mhb-kit/core/gateway';
import type { LocalDate } from '@mhb-kit/core/identity';
import { privateTopics, type PrivateTopic } from '@mhb-kit/core/request';

/**
 * Lets legal representatives recorded by the operator read the passbooks of the people whom they represent.
 * Disabled by default.
 */
export interface RepresentationOptions {
  /** The kinds of representation that the operator records. Defaults to both kinds. */
  readonly kinds?: readonly RepresentationKind[];
  /** The age of majority, at which a parent's representation ends. Defaults to 18 (Civil Code §12, since 2023). */
  readonly ageOfMajority?: number;
  /**
   * The topics that a minor may keep private from representatives. Defaults to all topics; with an empty list,
   * nothing is withheld.
   */
  readonly withheld?: readonly PrivateTopic[];
  /** The age from which minors may keep these topics private. Defaults to 0, so that every minor may. */
  readonly withheldFromAge?: number;
}

export interface RepresentationPolicy {
  readonly kinds: readonly RepresentationKind[];
  /** Returns the last day on which a person with this birth date is a minor. */
  readonly lastMinorDay: (birthDate: LocalDate) => LocalDate;
  /** Returns the topics that are withheld on a given day from the records of a person with this birth date. */
  readonly withheldOn: (birthDate: LocalDate, day: LocalDate) => readonly PrivateTopic[];
}

export function representationPolicy({
  kinds = ['parent', 'guardian'],
  ageOfMajority = 18,
  withheld = privateTopics,
  withheldFromAge = 0,
}: RepresentationOptions): RepresentationPolicy {
  if (withheldFromAge > ageOfMajority)
    throw new MhbError(
      'configuration-invalid',
      'representations: withheldFromAge is above ageOfMajority, so nothing would ever be withheld',
    );
  const comesOfAge = (birthDate: LocalDate): LocalDate => birthdayOf(birthDate, ageOfMajority);
  return {
    kinds,
    lastMinorDay: (birthDate) => dayBefore(comesOfAge(birthDate)),
    withheldOn: (birthDate, day) =>
      day >= birthdayOf(birthDate, withheldFromAge) && day < comesOfAge(birthDate) ? withheld : [],
  };
}

/**
 * In years that are not leap years, a person born on February 29 becomes a year older on March 1 (Civil Code
 * §124, §121).
 */
function birthdayOf(birthDate: LocalDate, years: number): LocalDate {
  const [year = 0, month = 1, day = 1] = birthDate.split('-').map(Number);
  return isoDay(new Date(Date.UTC(year + years, month - 1, day)));
}

function dayBefore(day: LocalDate): LocalDate {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return isoDay(date);
}

const isoDay = (date: Date): LocalDate => date.toISOString().slice(0, 10) as LocalDate;
