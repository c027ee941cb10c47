import type { MhbErrorCode } from '@mhb-kit/core/error';

/**
 * The exit codes, which stay the same so that scripts can rely on them; `exitStatus` in the table of
 * commands describes each code.
 */
export const exitCodes = {
  done: 0,
  input: 1,
  usage: 2,
  password: 3,
  output: 4,
  people: 5,
  altered: 6,
  unproven: 7,
  internal: 70,
  interrupted: 130,
} as const;

/** The exit codes of `mhb check`. `headersClean`: no problems found, but only the headers and the gateway were checked. */
export const checkCodes = { clean: 0, findings: 1, unchecked: 2, headersClean: 3 } as const;

/** All other error codes concern the input. */
const codesOfErrors: Partial<Readonly<Record<MhbErrorCode, number>>> = {
  cancelled: exitCodes.interrupted,
  'password-required': exitCodes.password,
  'wrong-password': exitCodes.password,
  'output-exists': exitCodes.output,
  'file-unwritable': exitCodes.output,
  'passbook-different-people': exitCodes.people,
  'browser-failed': checkCodes.unchecked,
  'page-unreachable': checkCodes.unchecked,
  internal: exitCodes.internal,
};

export const exitCodeOf = (code: MhbErrorCode): number => codesOfErrors[code] ?? exitCodes.input;
