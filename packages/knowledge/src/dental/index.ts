import type { Finder } from '../entry/finder.js';
import type { DentalKnowledge } from './dental-knowledge.js';
import { procedureCodes, type ProcedureId } from './procedure-codes.js';
import { toothEntry } from './teeth.js';

export interface DentalPieces {
  readonly dental: DentalKnowledge;
}

let byCode: ReadonlyMap<string, ProcedureId> | null = null;

const procedureOf = (code: string): ProcedureId | undefined => {
  byCode ??= new Map(
    Object.entries(procedureCodes).flatMap(([id, codes]) =>
      codes.split(' ').map((each) => [each, id as ProcedureId] as const),
    ),
  );
  return byCode.get(code.normalize('NFKC').trim().toUpperCase());
};

/** Checks whether an order code stands for a dental procedure that has an explanation. */
export const isDentalProcedure = (code: string): boolean => procedureOf(code) !== undefined;

export const findProcedure: Finder<'dental-procedure', DentalPieces> = async ({ code }, load) => {
  const id = procedureOf(code);
  return id === undefined ? null : (await load('dental')).procedures[id];
};

export const findTooth: Finder<'tooth', DentalPieces> = async ({ code }, load) =>
  toothEntry(code.normalize('NFKC').trim().toUpperCase(), (await load('dental')).teeth);
