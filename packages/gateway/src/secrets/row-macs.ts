import { createHmac, timingSafeEqual } from 'node:crypto';

export type ColumnValue = string | number | Date | Uint8Array | null;

/**
 * Computes MACs that bind the columns that control logins to one another and to the account. A person who can only
 * write to the database gains no access by copying a column from one row to another, or by moving a row to another
 * account. Such a person can, however, restore an earlier version of a whole row.
 */
export interface RowMacs {
  of(table: string, columns: readonly ColumnValue[]): Uint8Array;
  /** Checks whether the row is exactly as the gateway wrote it. `mac` is `null` if the row has no MAC. */
  fits(table: string, columns: readonly ColumnValue[], mac: Uint8Array | null): boolean;
}

const plain = (value: ColumnValue): string | number | null =>
  value instanceof Uint8Array
    ? Buffer.from(value).toString('hex')
    : value instanceof Date
      ? value.toISOString()
      : value;

export function createRowMacs(key: Uint8Array): RowMacs {
  const of = (table: string, columns: readonly ColumnValue[]): Uint8Array =>
    createHmac('sha256', key)
      .update(JSON.stringify([table, ...columns.map(plain)]))
      .digest();
  return {
    of,
    fits(table, columns, mac) {
      const right = of(table, columns);
      return mac !== null && mac.length === right.length && timingSafeEqual(right, mac);
    },
  };
}
