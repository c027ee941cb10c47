/**
 * What the bridge needs of PC/SC, and nothing more. A port is the machine's readers (`systemPcscPort`, native code in a
 * child process) or readers made of code (`virtualPcscPort`); the rest of the bridge cannot tell them apart.
 */
export interface PcscPort {
  /**
   * Begins to watch. The listener gets a full snapshot at every change, the first one before `start` resolves.
   * A port that is stopped can be started again.
   */
  start(listener: (snapshot: PcscSnapshot) => void): Promise<void>;
  /**
   * Connects to the card in a reader, shared with other programs.
   * @param opening the commands that will be transmitted first, unless an answer before asks for another (`61xx`,
   *   `6Cxx`): a port may send them ahead, each after the one before was answered
   * @throws {MhbError} with the code of the PC/SC return code
   */
  connect(reader: string, opening?: readonly Uint8Array[]): Promise<PcscConnection>;
  stop(): Promise<void>;
}

export interface PcscSnapshot {
  /** `missing`: no PC/SC binding could be loaded. `stopped`: the PC/SC service does not answer (it is tried again). */
  readonly service: 'running' | 'stopped' | 'missing';
  /** The driver in use: `pcsclite`, `pcsc-mini`, `virtual`, or `none`. */
  readonly driver: string;
  readonly readers: readonly PcscReader[];
}

export interface PcscReader {
  readonly name: string;
  /** `exclusive`: another program holds the card for itself. */
  readonly state: 'empty' | 'present' | 'exclusive' | 'mute';
  /** Answer to reset, hex; empty without a card. */
  readonly atr: string;
  /** Not a reader of plastic and metal. */
  readonly simulated: boolean;
}

export interface PcscConnection {
  /** @throws {MhbError} with the code of the PC/SC return code */
  transmit(command: Uint8Array): Promise<Uint8Array>;
  /** Leaves the card as it is, powered and unreset: other programs may be at work with it. Never rejects. */
  disconnect(): Promise<void>;
}
