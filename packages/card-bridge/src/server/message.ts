import { MAX_WAIT_MS, type BridgeRequest } from '@mhb-kit/core/card';

type Check = (value: unknown) => boolean;

const id: Check = (value) => Number.isSafeInteger(value) && (value as number) > 0;
const text =
  (max: number): Check =>
  (value) =>
    typeof value === 'string' && value.length > 0 && value.length <= max;
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const reader = optional(text(64));

/**
 * All operations, each with its allowed keys. For a nonce, only the length is limited here, because a nonce
 * has a separate check and error.
 */
const OPERATIONS: Readonly<Record<BridgeRequest['op'], Readonly<Record<string, Check>>>> = {
  readers: {},
  pair: { token: optional(text(512)) },
  'nhi.read': {
    reader,
    nonce: optional(text(256)),
    waitMs: optional((value) => typeof value === 'number' && value >= 0 && value <= MAX_WAIT_MS),
  },
  'cdc.authenticate': { reader, nonce: text(256) },
  prove: { challenge: text(128) },
  cancel: { target: id },
};

/**
 * Returns the request in a frame, or `null` if the frame is not exactly one request. Unknown keys are
 * refused, so that a page that sends a PIN or a password gets an error.
 */
export function parseRequest(frame: string): BridgeRequest | null {
  let value: unknown;
  try {
    value = JSON.parse(frame);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const message = value as Readonly<Record<string, unknown>>;
  const op = message['op'];
  if (typeof op !== 'string' || !Object.hasOwn(OPERATIONS, op)) return null;
  const keys: Readonly<Record<string, Check>> = {
    id,
    op: () => true,
    ...OPERATIONS[op as BridgeRequest['op']],
  };
  const known = Object.keys(message).every((key) => Object.hasOwn(keys, key));
  const valid = Object.entries(keys).every(([key, check]) => check(message[key]));
  return known && valid ? (value as BridgeRequest) : null;
}
