import type { Logger, SerializerFn } from 'pino';
import { MhbError } from '@mhb-kit/core/error';

/**
 * The parts of an error that are logged. Failed queries contain their parameters, database errors contain the
 * offending values, and errors from mail servers and record systems name the people concerned. Therefore, only the
 * type and location of errors from third-party code are logged, plus the message if it is an operating system
 * error.
 */
interface LoggedFailure {
  readonly type: string;
  readonly message?: string;
  readonly code?: string;
  /** The SQL text with placeholders instead of values. */
  readonly query?: string;
  /** Functions, files and line numbers. */
  readonly frames?: readonly string[];
  readonly cause?: LoggedFailure;
}

const MAX_FRAMES = 12;
/** The maximum depth of causes. Deeper causes add nothing useful, and the limit also protects against a cycle. */
const MAX_CAUSES = 5;

export function describeFailure(error: unknown, causesLeft = MAX_CAUSES): LoggedFailure {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, syscall, query } = error as { code?: unknown; syscall?: unknown; query?: unknown };
  const speaks = error instanceof MhbError || typeof syscall === 'string';
  const stack = error.stack ?? '';
  const frames = stack
    .slice(stack.indexOf(error.message) + error.message.length)
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    .slice(0, MAX_FRAMES)
    .map((line) => line.trim());
  return {
    type: error.constructor.name,
    ...(speaks ? { message: error.message } : {}),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof query === 'string' ? { query } : {}),
    ...(frames.length > 0 ? { frames } : {}),
    ...(error.cause !== undefined && causesLeft > 0
      ? { cause: describeFailure(error.cause, causesLeft - 1) }
      : {}),
  };
}

/** Wraps the operator's log so that it contains only the parts of an error in `LoggedFailure`. */
export const discreetLog = (logger: Logger): Logger =>
  logger.child(
    {},
    { serializers: { err: ((error: unknown) => describeFailure(error)) satisfies SerializerFn } },
  );
