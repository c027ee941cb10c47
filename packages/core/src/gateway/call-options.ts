export interface CallOptions {
  readonly signal?: AbortSignal;
}

export interface TransferOptions extends CallOptions {
  readonly onProgress?: (progress: { readonly loaded: number; readonly total: number }) => void;
}
