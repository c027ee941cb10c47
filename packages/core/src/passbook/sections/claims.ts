import type { Coded, Order, Organization, PassbookRecord, Period, RawRow } from '../record/record.js';
import { textOf } from '../values/values.js';
import { label, type Part, type Parts, type PlacedPart } from './field.js';
import {
  amount,
  code,
  coded,
  date,
  detail,
  facility,
  points,
  rowsReadBy,
  text,
  type CodedKeys,
} from './parts.js';

/** Parts that are common to all sections with claims by health care providers to the NHI. */

/** A provider's claim for one visit, or for part of a visit. */
export interface Claim<K extends string> extends PassbookRecord<K> {
  readonly serviceProvider: Organization;
  /** 健保卡就醫序號. It consists of digits if the visit is counted on the card, and of letters otherwise. */
  readonly serial: string | null;
  /**
   * The diagnoses, starting with the principal one, as ICD-10-CM codes without the dot. Old data contains ICD-9-CM
   * codes.
   */
  readonly diagnoses: readonly Coded[];
  /** The procedures, starting with the principal one, as ICD-10-PCS codes or order codes. */
  readonly procedures: readonly Coded[];
  /** The co-payment in NT$. */
  readonly copayment: number | null;
  /** Points (not dollars) that the NHI pays. */
  readonly points: number | null;
  readonly orders: readonly Order[];
}

const noCodes: readonly Coded[] = [];

/**
 * Reads a list of codes. Most rows contain only a few codes. An array that grows by `push` or in a literal
 * allocates space for sixteen elements, but a slice only as much as it needs.
 */
function codedList(row: RawRow, keys: readonly CodedKeys[]): readonly Coded[] {
  for (const { code: codeKey, display: displayKey } of keys) {
    const codeText = textOf(row, codeKey);
    const display = textOf(row, displayKey);
    if (codeText !== null || display !== null) found.push({ code: codeText, display });
  }
  if (found.length === 0) return noCodes;
  const list = found.slice();
  found.length = 0;
  return list;
}

/** The codes of the row that is being read. */
const found: Coded[] = [];

/**
 * Where the fields of a list of codes with texts are: the number of the first field for the principal code, and
 * the number of the first field for the other codes.
 */
interface Codes {
  readonly principal: number;
  readonly secondary: readonly [first: number, count: number];
}

const codes =
  (
    principal: readonly [codeLabel: readonly [string, string], displayLabel: readonly [string, string]],
    [zhHant, en]: readonly [string, string],
  ) =>
  ({ principal: at, secondary: [first, count] }: Codes): Part<readonly Coded[], readonly CodedKeys[]> => ({
    at(list) {
      const pairs = [
        coded(code(at, ...principal[0]), text(at + 1, ...principal[1])),
        ...Array.from({ length: count }, (_, index) =>
          coded(
            code(first + 2 * index, `${zhHant}碼${index + 1}`, `${en} code ${index + 1}`, detail),
            text(first + 2 * index + 1, `${zhHant}名稱${index + 1}`, `${en} ${index + 1}`, detail),
          ),
        ),
      ].map((pair) => pair.at(list));
      const keys = pairs.map((pair) => pair.keys);
      return {
        fields: pairs.flatMap(({ fields }) => fields),
        keys,
        read: (row) => codedList(row, keys),
      };
    },
  });

const diagnosisCodes = codes(
  [
    ['疾病分類碼', 'Diagnosis code'],
    ['疾病分類名稱', 'Diagnosis'],
  ],
  ['次診斷', 'Secondary diagnosis'],
);
const procedureCodes = codes(
  [
    ['處置碼', 'Procedure code'],
    ['處置名稱', 'Procedure'],
  ],
  ['次處置', 'Secondary procedure'],
);

interface OrderValues {
  readonly code: string | null;
  readonly display: string | null;
  readonly quantity: number | null;
  readonly sequence?: string | null;
  readonly bodySite?: Coded | null;
  readonly performed?: Period;
  readonly daysSupplied?: number | null;
}
type OrderParts = { readonly [N in keyof OrderValues]: Part<OrderValues[N]> };
type PlacedOrder = { readonly [N in keyof OrderValues]: PlacedPart<OrderValues[N]> };

/** Reads the orders, which are the nested rows of a claim. A value for which a section has no field is `null`. */
export const orders = <P extends Parts & OrderParts>(parts: P) =>
  rowsReadBy(label('醫囑', 'Orders'), parts, (placed) => {
    const { code, display, quantity, sequence, bodySite, performed, daysSupplied } =
      placed.parts as unknown as PlacedOrder;
    return (row, read): Order => {
      const orderCode = code.read(row, read);
      const name = display.read(row, read);
      return {
        sequence: sequence?.read(row, read) ?? null,
        code: orderCode,
        display: name,
        quantity: quantity.read(row, read),
        daysSupplied: daysSupplied?.read(row, read) ?? null,
        bodySite: bodySite?.read(row, read) ?? null,
        performed: performed?.read(row, read) ?? null,
        product: read.product(orderCode, name),
      };
    };
  });

/** Creates the fields that all claims have. The argument states the number of each field in the section. */
export const claimFields = (at: {
  readonly serial: number;
  readonly diagnoses: Codes;
  readonly procedures: Codes;
  readonly copayment: number;
  readonly points: number;
}) => ({
  serviceProvider: facility,
  serial: code(at.serial, '健保卡就醫序號', 'Card visit serial'),
  diagnoses: diagnosisCodes(at.diagnoses),
  procedures: procedureCodes(at.procedures),
  copayment: amount(at.copayment, '部分負擔金額', 'Co-payment'),
  points: points(at.points, '健保支付點數', 'NHI points'),
});

/** The fields of dental and Chinese-medicine claims, which have the same layout. */
export const clinicFields = {
  ...claimFields({
    serial: 6,
    diagnoses: { principal: 7, secondary: [13, 5] },
    procedures: { principal: 9, secondary: [23, 2] },
    copayment: 11,
    points: 12,
  }),
  visitedOn: date(5, '就醫日期', 'Visit date'),
};

/**
 * Returns the revision key of a claim, which is the serial number. All rows of one visit have the same serial
 * number.
 */
export const bySerial = ({ serial }: Pick<Claim<string>, 'serial'>): readonly unknown[] => [serial];
