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
