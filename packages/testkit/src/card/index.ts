export { attestingProvider } from './attesting-provider.js';
export { certificateProvider, type CertificateProviderOptions } from './certificate-provider.js';
export { encodeBig5 } from './big5-encoding.js';
export { cardProviderContract, type ContractCheck, type ContractSubject } from './provider-contract.js';
export { unusableProvider } from './unusable-provider.js';
export type { VirtualCard } from './virtual-card.js';
export {
  anyHolder,
  nhiBasicBlock,
  virtualNhiCard,
  type CardHolder,
  type VirtualNhiCardOptions,
} from './virtual-nhi-card.js';
