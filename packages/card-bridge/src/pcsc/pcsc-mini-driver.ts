import type * as PcscMini from 'pcsc-mini';
import { PcscError, readerFromState, type OpenDriver } from './driver.js';

/** Driver for the binding `pcsc-mini`, which uses N-API, is precompiled, and has no install script. */
export const openPcscMini =
  ({ Client, CardMode, CardDisposition }: typeof PcscMini): OpenDriver =>
  (listener) => {
    const client = new Client();
    client.on('error', (error) => {
      listener.failed(coded(error));
    });
    client.on('reader', (reader) => {
      reader.on('change', (status, atr) => {
        listener.reader(reader.name(), readerFromState(reader.name(), status.raw, atr));
      });
      reader.on('disconnect', () => {
        listener.reader(reader.name(), null);
      });
    });
    try {
      client.start();
    } catch (error) {
      throw coded(error);
    }
    return {
      async connect(name) {
        const reader = client.reader(name);
        if (reader === undefined) throw new PcscError(RETURN_CODES.UnknownReader);
        const card = await recode(reader.connect(CardMode.SHARED));
        return {
          transmit: (command) => recode(card.transmit(command)).then((answer) => Uint8Array.from(answer)),
          disconnect: () => card.disconnect(CardDisposition.LEAVE).catch(() => undefined),
        };
      },
      close() {
        try {
          client.stop();
        } catch {
          // `stop` throws if the service has already ended.
        }
      },
    };
  };

/**
 * Return codes by the names that the binding gives them. Only those that are meaningful to the person are
 * listed.
 */
const RETURN_CODES = {
  NoService: 0x8010001d,
  ServiceStopped: 0x8010001e,
  CommError: 0x80100013,
  NoReadersAvailable: 0x8010002e,
  UnknownReader: 0x80100009,
  ReaderUnavailable: 0x80100017,
  NoSmartCard: 0x8010000c,
  NoSmartcard: 0x8010000c,
  RemovedCard: 0x80100069,
  NotTransacted: 0x80100016,
  InvalidHandle: 0x80100003,
  ResetCard: 0x80100068,
  ProtoMismatch: 0x8010000f,
  SharingViolation: 0x8010000b,
  UnresponsiveCard: 0x80100066,
  UnpoweredCard: 0x80100067,
} as const;

function coded(error: unknown): unknown {
  const name = (error as { code?: unknown } | null)?.code;
  return typeof name === 'string' && Object.hasOwn(RETURN_CODES, name)
    ? new PcscError(RETURN_CODES[name as keyof typeof RETURN_CODES], { cause: error })
    : error;
}

const recode = <T>(promise: Promise<T>): Promise<T> =>
  promise.catch((error: unknown) => {
    throw coded(error);
  });
