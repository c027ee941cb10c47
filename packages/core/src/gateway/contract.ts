import type { Category, DataRequest, SectionSelection } from '../request/index.js';

/** What a client of the gateway can do. The HTTP contract behind it is the gateway's OpenAPI document. */

/** How sure the gateway is of who logged in, weakest first. */
export type SessionAssurance = 'card-read' | 'card-read-enrolled' | 'certificate';

export interface Session {
  readonly id: string;
  /** The person, shown in part only: `A12345****`, 王○明. */
  readonly person: { readonly nationalId: string; readonly name: string };
  readonly assurance: SessionAssurance;
  /** RFC 3339. */
  readonly expiresAt: string;
}

export interface Challenge {
  /** 256 bits, base64url; single use. */
  readonly nonce: string;
  readonly expiresAt: string;
}

export interface NhiCardCredentials {
  readonly method: 'nhi-card';
  readonly password: string;
  readonly nonce: string;
  readonly cardNumber: string;
  readonly nationalId: string;
  /** `NhiReading.attestation`. */
  readonly attestation: string | null;
}

/** An archive sealed for download. */
export interface SealedArchive {
  readonly id: string;
  readonly requestId: string;
  /** `健康存摺_1040527.zip` */
  readonly fileName: string;
  readonly byteLength: number;
  /** Hex. */
  readonly sha256: string;
  /** RFC 3339. */
  readonly expiresAt: string;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
}

export interface TransferOptions extends CallOptions {
  readonly onProgress?: (progress: { readonly loaded: number; readonly total: number }) => void;
}

/**
 * Every method rejects with `MhbError`; `gateway-unreachable` when there is no answer, otherwise the code of the
 * problem document (RFC 9457).
 */
export interface GatewayClient {
  readonly baseUrl: string;
  /** The session in memory; nothing is ever stored. */
  readonly session: Session | null;
  onSessionChange(listener: (session: Session | null) => void): () => void;
  challenge(options?: CallOptions): Promise<Challenge>;
  login(credentials: NhiCardCredentials, options?: CallOptions): Promise<Session>;
  logout(options?: CallOptions): Promise<void>;
  catalogue(options?: CallOptions): Promise<readonly Category[]>;
  /** 資料申請. Safe to repeat: one call carries one idempotency key through its retries. */
  createRequest(options?: CallOptions): Promise<DataRequest>;
  /** Newest first; expired ones have no sections any more. */
  listRequests(options?: CallOptions): Promise<readonly DataRequest[]>;
  getRequest(id: string, options?: CallOptions): Promise<DataRequest>;
  /** Yields the request on every change until it is completed, failed or expired. */
  watchRequest(id: string, options?: CallOptions): AsyncIterable<DataRequest>;
  createArchive(
    requestId: string,
    selection: readonly SectionSelection[],
    options?: CallOptions,
  ): Promise<SealedArchive>;
  downloadArchive(archive: SealedArchive, options?: TransferOptions): Promise<Blob>;
}
