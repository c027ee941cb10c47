/**
 * Recognizes errors that occur only while the database, a disk or the object storage is unavailable, full or
 * overloaded. Once the outage is over, the caller can repeat the call.
 */

/**
 * Error codes of the operating system for a server that cannot be reached, or a disk that is full or not writable.
 */
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
  // The gateway's own error, which can be the cause of a query error.
  'service-unavailable',
]);

/**
 * Classes of SQLSTATE codes (PostgreSQL documentation, appendix A): connection failure, rollback because of
 * another transaction, insufficient resources, shutdown, and system error. The code 25006 means that the server is
 * temporarily read-only, for example while a standby takes over.
 */
const sqlStates = /^(?:(?:08|40|53|57|58)[0-9A-Z]{3}|25006)$/;

/** The errors that `pg` itself creates have no codes, so they are recognized by their text. */
const connectionTexts =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client (?:has encountered a connection error|was closed)|Query read timeout|Cannot use a pool after)/;

/** No error has more nested causes than this. The limit also protects against a cycle of causes. */
const MAX_CAUSES = 5;

export function isOutage(error: unknown, causesLeft = MAX_CAUSES): boolean {
  if (!(error instanceof Error)) return false;
  // `$fault` states whether the S3 client attributes the error to the server.
  const { code, $fault } = error as { code?: unknown; $fault?: unknown };
  if (typeof code === 'string' && (unreachableCodes.has(code) || sqlStates.test(code))) return true;
  if ($fault === 'server' || connectionTexts.test(error.message)) return true;
  return causesLeft > 0 && isOutage(error.cause, causesLeft - 1);
}
