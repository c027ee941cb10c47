import type { LeftOut, LeftOutReason } from '@mhb-kit/core/request';

/** Counts resources that do not become a row of the passbook, by type and reason. */
export class LeftOutCount {
  readonly #counts = new Map<string, LeftOut>();

  add(type: string, reason: LeftOutReason, count = 1): void {
    const key = `${type} ${reason}`;
    this.#counts.set(key, { type, reason, count: (this.#counts.get(key)?.count ?? 0) + count });
  }

  addAll(others: readonly LeftOut[]): void {
    for (const { type, reason, count } of others) this.add(type, reason, count);
  }

  list(): readonly LeftOut[] {
    return [...this.#counts.values()];
  }
}
