/** Constants of the ZIP format. Section numbers refer to PKWARE's APPNOTE.TXT 6.3.10. */

/** 4.3.7, 4.3.9, 4.3.12, 4.3.14, 4.3.15, 4.3.16, 4.3.11 */
export const SIGNATURE_LOCAL = 0x04034b50;
export const SIGNATURE_DATA_DESCRIPTOR = 0x08074b50;
export const SIGNATURE_CENTRAL = 0x02014b50;
export const SIGNATURE_ZIP64_END = 0x06064b50;
export const SIGNATURE_ZIP64_LOCATOR = 0x07064b50;
export const SIGNATURE_END = 0x06054b50;
export const SIGNATURE_ARCHIVE_EXTRA_DATA = 0x08064b50;

/** Length of each record's fixed part, in bytes. */
export const SIZE_LOCAL = 30;
export const SIZE_CENTRAL = 46;
export const SIZE_END = 22;
export const SIZE_ZIP64_LOCATOR = 20;
export const SIZE_ZIP64_END = 56;

/** General purpose bits (4.4.4). */
export const FLAG_ENCRYPTED = 1 << 0;
export const FLAG_DATA_DESCRIPTOR = 1 << 3;
export const FLAG_PATCHED = 1 << 5;
export const FLAG_STRONG_ENCRYPTION = 1 << 6;
export const FLAG_UTF8 = 1 << 11;
export const FLAG_MASKED_HEADERS = 1 << 13;

/** Compression methods (4.4.5). For method 99, the AES extra field contains the actual method. */
export const METHOD_STORED = 0;
export const METHOD_DEFLATE = 8;
export const METHOD_AES = 99;

/** IDs of extra fields (4.5.2, 4.6). WinZip defines 0x9901, and Info-ZIP defines 0x5455. */
export const EXTRA_ZIP64 = 0x0001;
export const EXTRA_NTFS = 0x000a;
export const EXTRA_STRONG_ENCRYPTION = 0x0017;
export const EXTRA_EXTENDED_TIMESTAMP = 0x5455;
export const EXTRA_UNICODE_PATH = 0x7075;
export const EXTRA_AES = 0x9901;

export const MAX_U16 = 0xffff;
export const MAX_U32 = 0xffff_ffff;
