export type {
  CardAssurance,
  CardKind,
  CardProgressStep,
  CardProvider,
  CardProviderState,
  CardSession,
  CardSessionEvents,
  CdcToken,
  NhiBasic,
  NhiReading,
  ReaderInfo,
} from './contract.js';
export { exchange, SUCCESS, type CardAnswer, type Transmit } from './apdu.js';
export { decodeBig5Name, UNKNOWN_CHARACTER } from './big5-name.js';
export { NHI_BASIC_FIELDS, NHI_BASIC_LENGTH, parseNhiBasic } from './nhi-basic.js';
export { GET_NHI_BASIC, NHI_OPENING, nhiReadScript, SELECT_NHI_APPLET } from './nhi-read.js';
export { pcscErrorCode } from './pcsc-error.js';
export {
  BRIDGE_CLOSE,
  BRIDGE_MAX_FRAME_BYTES,
  BRIDGE_SUBPROTOCOL,
  DEFAULT_BRIDGE_PORTS,
  MAX_WAIT_MS,
  NONCE_LENGTH,
  type BridgeEvent,
  type BridgeFailure,
  type BridgeRequest,
  type BridgeResponse,
  type BridgeResults,
} from './bridge-protocol.js';
export { bridgeProvider, type BridgeProviderOptions } from './bridge-provider.js';
export type { WebSocketConstructor, WebSocketLike } from './bridge-channel.js';
export {
  simulatedProvider,
  type SimulatedCard,
  type SimulatedProvider,
  type SimulatedProviderOptions,
} from './simulated-provider.js';
export { officialNhiProvider, type OfficialNhiProviderOptions } from './official-nhi-provider.js';
export { hipkiProvider, type HipkiProviderOptions } from './hipki-provider.js';
export {
  webSmartCardProvider,
  type SmartCardConnection,
  type SmartCardContext,
  type SmartCardResourceManager,
} from './web-smart-card-provider.js';
export { detectCardProviders } from './detect-providers.js';
export { probeCardProviders, type DetectedProvider } from './probe-providers.js';
export { readCard, type ReadCard, type ReadCardOptions } from './read-card.js';
export { chooseReader, cardProviderError, type WantedCard } from './choose-reader.js';
