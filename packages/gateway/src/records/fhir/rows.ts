import type { RecordRow } from '@mhb-kit/core/fulfilment';

/** Returns a row without its empty fields. */
export const filled = (fields: RecordRow): RecordRow =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined));
