/**
 * The part of PC/SC that the bridge needs. A port represents either the machine's readers (`systemPcscPort`,
 * with native code in a child process) or virtual readers (`virtualPcscPort`). The rest of the bridge cannot
 * distinguish between them.
 */
export interface PcscPort {
  /**
   * Starts watching the readers. The listener receives a complete snapshot at every change, and the first
   * snapshot before `start` resolves. A stopped port can be started again.
   */
  start(listener: (snapshot: PcscSnapshot) => void): Promise<void>;
  /**
   * Connects to the card in a reader, without preventing other programs from using it.
   * @param opening the commands that the caller will transmit first, unless a response requires another
   *   command (`61xx`, `6Cxx`). A port may send them in advance, each after the response to the previous one.
   * @throws {MhbError} whose code corresponds to the PC/SC return code
   */
  connect(reader: string, opening?: readonly Uint8Array[]): Promise<PcscConnection>;
  stop(): Promise<void>;
}

export interface PcscSnapshot {
  /**
   * `missing` means that no PC/SC binding could be loaded. `stopped` means that the PC/SC service does not
   * respond; the bridge keeps trying.
   */
  readonly service: 'running' | 'stopped' | 'missing';
  /** The driver in use: `pcsclite`, `pcsc-mini`, `virtual`, or `none`. */
  readonly driver: string;
  readonly readers: readonly PcscReader[];
}

export interface PcscReader {
  readonly name: string;
  /** `exclusive` means that another program has exclusive access to the card. */
  readonly state: 'empty' | 'present' | 'exclusive' | 'mute';
  /** Answer to reset in hexadecimal; empty if the reader contains no card. */
  readonly atr: string;
  /** Whether the reader exists only in software. */
  readonly simulated: boolean;
}

export interface PcscConnection {
  /** @throws {MhbError} whose code corresponds to the PC/SC return code */
  transmit(command: Uint8Array): Promise<Uint8Array>;
  /**
   * Disconnects but leaves the card powered and does not reset it, because other programs might be using it. Never
   * rejects.
   */
  disconnect(): Promise<void>;
}
