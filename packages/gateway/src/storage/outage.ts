/**
 * What the parts below us throw while the database, a disk or the object storage is away, full or overloaded, and will
 * not throw when it is back: the caller may come again with the same call.
 */

/** Of the operating system: no way to a server, or no room and no writing on a disk. */
const unreachableCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EIO',
  // Our own, within that of a query.
  'service-unavailable',
]);

/**
 * Classes of SQLSTATE (PostgreSQL's appendix A): connection, rolled back for another's sake, out of a resource, told to
 * stop, system. And a server that only reads for now, as while a standby takes over.
 */
const sqlStates = /^(?:(?:08|40|53|57|58)[0-9A-Z]{3}|25006)$/;

/** `pg` gives its own errors no codes. */
const connectionTexts =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client (?:has encountered a connection error|was closed)|Query read timeout|Cannot use a pool after)/;

/** No error is nested deeper; guards against a circle. */
const MAX_CAUSES = 5;

export function isOutage(error: unknown, causesLeft = MAX_CAUSES): boolean {
  if (!(error instanceof Error)) return false;
  // `$fault` is how the S3 client says whose fault it was.
  const { code, $fault } = error as { code?: unknown; $fault?: unknown };
  if (typeof code === 'string' && (unreachableCodes.has(code) || sqlStates.test(code))) return true;
  if ($fault === 'server' || connectionTexts.test(error.message)) return true;
  return causesLeft > 0 && isOutage(error.cause, causesLeft - 1);
}
