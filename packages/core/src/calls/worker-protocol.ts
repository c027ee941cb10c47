import { MhbError, type MhbErrorCode, type MhbErrorDetails } from '../error.js';

/**
 * One end of a connection between a page and its worker. It is either the worker as the page sees it, or the
 * worker's own scope.
 */
export interface WorkerPort {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/** Messages from a worker that concern calls. Other messages go to `onMessage`. */
export type CallAnswer =
  /** The worker's first message. `lock` is the name of a Web Lock that the worker holds while it is running. */
  | { readonly ready: true; readonly lock?: string }
  /** A part of a long response, sent before the final response. */
  | { readonly id: number; readonly part: unknown }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: SerializedError };

/** Messages from a page that concern calls. */
export type CallRequest<Request> =
  { readonly id: number; readonly request: Request } | { readonly abandon: number };

/**
 * An `MhbError` in the form in which messages carry it, because structured cloning would turn it into a plain
 * `Error`.
 */
export interface SerializedError {
  readonly code: MhbErrorCode;
  readonly message: string;
  readonly retriable: boolean;
  readonly details: MhbErrorDetails;
}

export const serializeError = ({ code, message, retriable, details }: MhbError): SerializedError => ({
  code,
  message,
  retriable,
  details,
});

export const deserializeError = ({ code, message, retriable, details }: SerializedError): MhbError =>
  new MhbError(code, message, { retriable, details });
