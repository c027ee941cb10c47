import type { MhbErrorCode } from '@mhb-kit/core/error';

/**
 * The exit codes. They never change, so that scripts can rely on them. `exitStatus` in the table of commands
 * describes each code.
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

/**
 * The exit codes of `mhb check`. `headersClean` means that no problems were found, but that only the headers
 * and the gateway were checked.
 */
export const checkCodes = { clean: 0, findings: 1, unchecked: 2, headersClean: 3 } as const;

/** Exit codes for errors that do not concern the input. Every other error concerns the input. */
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
