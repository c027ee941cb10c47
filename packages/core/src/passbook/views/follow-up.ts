import type { LocalDate } from '../../identity/index.js';
import type { Coded, PartialDate, Passbook } from '../model/model.js';
import { diagnosticReports, recordsOfKind } from '../sections/index.js';

/** A health check or screening that the government pays for. */
export type PreventiveServiceId = 'checkup' | 'colorectal' | 'breast' | 'cervical' | 'oral' | 'lung';

/**
 * The examinations that count as the follow-up of an abnormal screening. They are the ones that the screening
 * programmes require for a diagnosis.
 */
interface Answer {
  /** NHI order codes of the examinations. */
  readonly codes: ReadonlySet<string>;
  /**
   * Patterns for the names of orders, which are normalized first. A name matches if it matches all expressions in
   * at least one row.
   */
  readonly names: readonly (readonly RegExp[])[];
}

const answers: Partial<Record<PreventiveServiceId, Answer>> = {
  // 28017C: 大腸鏡檢查.
  colorectal: {
    codes: new Set(['28017C']),
    names: [[/大腸(?:纖維)?(?:內視)?鏡|結腸(?:纖維)?鏡|COLONOSCOP|大腸息肉切除/]],
  },
  breast: {
    codes: new Set(),
    names: [
      [/乳/, /超音波|切片|穿刺|磁振/],
      [/BREAST/, /BIOPSY|SONO|ULTRASO|MRI/],
    ],
  },
  cervical: {
    codes: new Set(),
    names: [[/陰道鏡|COLPOSCOP|CONIZATION/], [/子宮頸/, /切片|錐狀|搔刮/], [/CERVI/, /BIOPSY/]],
  },
  oral: {
    codes: new Set(),
    names: [
      [/口腔|舌|頰/, /切片/],
      [/\b(?:ORAL|MOUTH|TONGUE|BUCCAL)/, /BIOPSY/],
    ],
  },
  lung: {
    codes: new Set(),
    names: [
      [/支氣管鏡|BRONCHOSCOP/],
      [/胸[部腔]/, /電腦斷層|切片/],
      [/肺/, /切片/],
      [/CHEST/, /\bCT\b|TOMOGRAPHY/],
      [/LUNG/, /BIOPSY/],
    ],
  },
};

function isNamed(display: string, names: Answer['names']): boolean {
  const folded = display.normalize('NFKC').toUpperCase();
  return names.some((all) => all.every((expression) => expression.test(folded)));
}

/** Checks whether, after an abnormal screening, the person had an examination that counts as the follow-up. */
export function resolvesFinding(
  passbook: Passbook,
  id: PreventiveServiceId,
  since: PartialDate,
  today: LocalDate,
): boolean {
  const answer = answers[id];
  if (answer === undefined) return false;
  const isAnswer = ({ code, display }: Coded): boolean =>
    (code !== null && answer.codes.has(code)) || (display !== null && isNamed(display, answer.names));
  const within = (date: PartialDate | null): boolean => date !== null && date >= since && date <= today;
  return (
    recordsOfKind(passbook, 'claim').some(
      (claim) => within(claim.date) && (claim.orders.some(isAnswer) || claim.procedures.some(isAnswer)),
    ) ||
    passbook.sections[diagnosticReports.key].some((report) => within(report.date) && isAnswer(report.order))
  );
}
