export { createBridge, type Bridge, type BridgeOptions } from './bridge.js';
export { BRIDGE_VERSION } from './installation/own-parts.js';
export type { AllowedOrigin } from './server/admission.js';
export { loadDeviceKey, type BridgePublicJwk, type DeviceKey } from './storage/device-key.js';
export type { PcscConnection, PcscPort, PcscReader, PcscSnapshot } from './pcsc/port.js';
export { systemPcscPort, type SystemPcscPortOptions } from './pcsc/system-port.js';
export { virtualPcscPort, type InsertableCard, type VirtualPcscPort } from './pcsc/virtual-port.js';
export { pkcs11CertificateCards, type CertificateCards } from './pkcs11/certificate-cards.js';
export type { ModuleSignature, PinState, SigningCertificate } from './pkcs11/process-protocol.js';
