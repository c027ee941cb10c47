/**
 * Recognizes errors that occur only while the database, a disk or the object storage is unavailable, full or
 * overloaded. Afterward, the caller can repeat the same call.
 */

/** From the operating system: a server cannot be reached, or a disk is full or not writable. */
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
  // Our own error, which may be the cause of a query's error.
  'service-unavailable',
]);

/**
 * Classes of SQLSTATE (PostgreSQL's appendix A): connection, rollback because of another transaction,
 * insufficient resources, shutdown, system error. Also a server that is temporarily read-only, for example
 * while a standby takes over.
 */
const sqlStates = /^(?:(?:08|40|53|57|58)[0-9A-Z]{3}|25006)$/;

/** The errors that `pg` itself creates have no codes. */
const connectionTexts =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client (?:has encountered a connection error|was closed)|Query read timeout|Cannot use a pool after)/;

/** No error is nested more deeply; the limit also protects against a cycle. */
const MAX_CAUSES = 5;

export function isOutage(error: unknown, causesLeft = MAX_CAUSES): boolean {
  if (!(error instanceof Error)) return false;
  // `$fault` states whether the S3 client considers it the server's fault.
  const { code, $fault } = error as { code?: unknown; $fault?: unknown };
  if (typeof code === 'string' && (unreachableCodes.has(code) || sqlStates.test(code))) return true;
  if ($fault === 'server' || connectionTexts.test(error.message)) return true;
  return causesLeft > 0 && isOutage(error.cause, causesLeft - 1);
}
