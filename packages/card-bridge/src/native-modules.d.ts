/**
 * The parts of the optional native bindings that the bridge uses. They are declared here because the bridge
 * must compile even on a machine without the bindings' build tools, where neither the bindings nor their
 * types exist.
 */

declare module 'pcsclite' {
  /** `(error, value)`; `error` is null on success. */
  type Done<T> = (error: unknown, value?: T) => void;

  interface CardReader {
    readonly name: string;
    readonly SCARD_SHARE_SHARED: number;
    readonly SCARD_LEAVE_CARD: number;
    connected: boolean;
    on(event: 'error', listener: (error: unknown) => void): this;
    on(event: 'status', listener: (status: { readonly state: number; readonly atr?: Buffer }) => void): this;
    on(event: 'end', listener: () => void): this;
    connect(options: { readonly share_mode: number }, done: Done<number>): void;
    disconnect(disposition: number, done: Done<void>): void;
    transmit(command: Buffer, maxAnswer: number, protocol: number, done: Done<Buffer>): void;
    close(): void;
  }

  interface Client {
    on(event: 'error', listener: (error: unknown) => void): this;
    on(event: 'reader', listener: (reader: CardReader) => void): this;
    close(): void;
  }

  /** Throws immediately if the PC/SC service does not respond. */
  export default function createClient(): Client;
}

declare module 'graphene-pk11' {
  interface Collection<T> {
    readonly length: number;
    items(index: number): T;
  }

  interface SessionObject {
    getAttribute(template: { readonly id: null; readonly value: null }): {
      readonly id?: unknown;
      readonly value?: unknown;
    };
    toType<T>(): T;
  }

  namespace graphene {
    interface PrivateKey {
      readonly type: number;
    }

    interface Session {
      find(template: { readonly class: number; readonly id?: Buffer }): Collection<SessionObject>;
      login(pin: string): void;
      logout(): void;
      close(): void;
      createSign(mechanism: number, key: PrivateKey): { once(data: Buffer): Buffer };
    }

    interface Slot {
      readonly slotDescription: string;
      getToken(): { readonly flags: number };
      open(): Session;
    }

    interface Module {
      initialize(): void;
      finalize(): void;
      getSlots(withToken: boolean): Collection<Slot>;
    }
  }

  /** Constants of PKCS #11 v2.40 (OASIS), §3 and §6, keyed by name. */
  const graphene: {
    readonly Module: { load(path: string, name: string): graphene.Module };
    readonly MechanismEnum: { readonly ECDSA: number; readonly SHA256_RSA_PKCS: number };
    readonly ObjectClass: { readonly CERTIFICATE: number; readonly PRIVATE_KEY: number };
    readonly KeyType: { readonly EC: number };
    readonly TokenFlag: {
      readonly TOKEN_INITIALIZED: number;
      readonly USER_PIN_COUNT_LOW: number;
      readonly USER_PIN_FINAL_TRY: number;
      readonly USER_PIN_LOCKED: number;
    };
  };
  export default graphene;
}
