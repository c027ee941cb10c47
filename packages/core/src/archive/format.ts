/** The numbers of the ZIP format. Section numbers are those of PKWARE's APPNOTE.TXT 6.3.10. */

/** 4.3.7, 4.3.9, 4.3.12, 4.3.13, 4.3.14, 4.3.15, 4.3.16, 4.3.11 */
export const signature = {
  local: 0x04034b50,
  dataDescriptor: 0x08074b50,
  central: 0x02014b50,
  digitalSignature: 0x05054b50,
  zip64End: 0x06064b50,
  zip64Locator: 0x07064b50,
  end: 0x06054b50,
  archiveExtraData: 0x08064b50,
} as const;

/** Fixed part of each record, in bytes. */
export const recordSize = { local: 30, central: 46, end: 22, zip64Locator: 20, zip64End: 56 } as const;

/** General purpose bits (4.4.4). */
export const flag = {
  encrypted: 1 << 0,
  dataDescriptor: 1 << 3,
  patched: 1 << 5,
  strongEncryption: 1 << 6,
  utf8: 1 << 11,
  maskedHeaders: 1 << 13,
} as const;

/** Compression methods (4.4.5); 99 says that the AES extra field names the real one. */
export const method = { stored: 0, deflate: 8, aes: 99 } as const;

/** Extra field ids (4.5.2, 4.6; 0x9901 is WinZip's, 0x5455 Info-ZIP's). */
export const extraId = {
  zip64: 0x0001,
  ntfs: 0x000a,
  strongEncryption: 0x0017,
  extendedTimestamp: 0x5455,
  unicodePath: 0x7075,
  aes: 0x9901,
} as const;

export const MAX_U16 = 0xffff;
export const MAX_U32 = 0xffff_ffff;
