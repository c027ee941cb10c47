import type { DriverConnection, OpenDriver, PcscDriver } from './driver.js';
import { PcscError } from './driver.js';
import type { PcscReader, PcscSnapshot } from './port.js';

const NO_SERVICE = 0x8010001d;
const BACKOFF_MS = { first: 1000, max: 10_000 } as const;

/**
 * Keeps one driver open. No binding recovers reliably after the PC/SC service stops, so after any failure the
 * monitor discards the driver and opens it again. The first attempt follows after one second, and later
 * attempts at intervals of up to ten seconds.
 */
export class PcscMonitor {
  readonly #name: string;
  readonly #open: OpenDriver;
  readonly #onSnapshot: (snapshot: PcscSnapshot) => void;
  #driver: PcscDriver | null = null;
  #readers = new Map<string, PcscReader>();
  #backoff: number = BACKOFF_MS.first;
  #timer: NodeJS.Timeout | undefined;

  constructor(name: string, open: OpenDriver, onSnapshot: (snapshot: PcscSnapshot) => void) {
    this.#name = name;
    this.#open = open;
    this.#onSnapshot = onSnapshot;
  }

  start() {
    // Ignore events of a discarded driver.
    let current: PcscDriver | null = null;
    const heard = () => current === null || current === this.#driver;
    this.#readers = new Map();
    try {
      current = this.#driver = this.#open({
        reader: (name, state) => {
          if (!heard()) return;
          this.#backoff = BACKOFF_MS.first;
          if (state === null) this.#readers.delete(name);
          else this.#readers.set(name, state);
          this.#tell('running');
        },
        failed: () => {
          if (heard()) this.#restart();
        },
      });
      this.#tell('running');
    } catch {
      this.#restart();
    }
  }

  stop() {
    clearTimeout(this.#timer);
    const driver = this.#driver;
    this.#driver = null;
    driver?.close();
  }

  async connect(reader: string): Promise<DriverConnection> {
    if (this.#driver === null) throw new PcscError(NO_SERVICE);
    return this.#driver.connect(reader);
  }

  #restart() {
    this.stop();
    this.#readers = new Map();
    this.#tell('stopped');
    this.#timer = setTimeout(() => {
      this.start();
    }, this.#backoff);
    this.#backoff = Math.min(this.#backoff * 2, BACKOFF_MS.max);
  }

  #tell(service: PcscSnapshot['service']) {
    // Sort the readers, because they report in any order but screens need a stable order.
    const readers = [...this.#readers.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    this.#onSnapshot({ service, driver: this.#name, readers });
  }
}
