import { createHmac, timingSafeEqual } from 'node:crypto';

export type ColumnValue = string | number | Date | Uint8Array | null;

/**
 * Binds the columns of a row that decide who gets in to one another, and to the account: someone who can write to the database,
 * and no more, opens nothing by copying a column from one row to another, or by moving a row to another account. What they
 * can do is put back a whole row as it once was.
 */
export interface RowMacs {
  of(table: string, columns: readonly ColumnValue[]): Uint8Array;
  /** Whether the row is as the gateway wrote it. `null`: it has no MAC. */
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
