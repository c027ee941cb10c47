export {
  isManifestFile,
  MANIFEST_FILE_NAME,
  MANIFEST_SIGNATURE_FILE_NAME,
  MANIFEST_SIGNATURE_TYPE,
  writeManifest,
  type Manifest,
  type ManifestEntry,
} from './manifest.js';
export {
  verifyManifest,
  type ManifestChange,
  type ManifestedFile,
  type ManifestVerdict,
  type TrustedIssuer,
} from './verify.js';
