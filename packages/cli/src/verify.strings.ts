import type { ManifestChange } from '@mhb-kit/core/manifest';
import type { Language } from './terminal.js';

interface VerifyTexts {
  readonly intact: (files: number) => string;
  readonly genuine: (issuer: string, issuedAt: string) => string;
  readonly unsigned: string;
  readonly unknown: (issuer: string, asked: boolean) => string;
  readonly altered: (issuer: string) => string;
  readonly invalid: string;
  readonly changes: Readonly<Record<ManifestChange['change'], string>>;
}

export const verifyTexts: Readonly<Record<Language, VerifyTexts>> = {
  'zh-Hant': {
    intact: (files) => `${files} 個檔案都可以讀取，壓縮檔沒有損壞。`,
    genuine: (issuer, issuedAt) => `內容和 ${issuer} 在 ${issuedAt} 製作時相同。`,
    unsigned: '沒有簽章（健保署的壓縮檔都沒有簽章），所以無法確認是誰製作的，也無法確認內容有沒有被改過。',
    unknown: (issuer, asked) =>
      `檔案上寫著由 ${issuer} 簽發，但是找不到這個閘道的金鑰，所以無法確認。${asked ? `如果信任這個閘道，請加上 --issuer ${issuer}` : '這個閘道不是 --issuer 指定的那一個，或簽章用的金鑰不在 --issuer 的金鑰裡。'}`,
    altered: (issuer) => `內容和 ${issuer} 製作時不同；請不要使用這個檔案，並重新下載：`,
    invalid: '簽章已損壞，或是偽造的；請不要使用這個檔案，並重新下載。',
    changes: { changed: '內容被改過', missing: '缺少檔案', added: '後來加入的檔案' },
  },
  en: {
    intact: (files) =>
      files === 1
        ? 'its file can be read; the archive is intact.'
        : `all ${files} files can be read; the archive is intact.`,
    genuine: (issuer, issuedAt) => `The archive has not changed since ${issuer} created it at ${issuedAt}.`,
    unsigned:
      "It is not signed (the NHI's own archives never are): nothing proves who made it, or that nobody changed it.",
    unknown: (issuer, asked) =>
      `The archive says that ${issuer} signed it, but the issuer’s key is not available, so the signature cannot be verified. ${asked ? `If you trust it, add --issuer ${issuer}` : 'That is not the gateway given with --issuer, or the archive was signed with a key that is not one of the gateway’s.'}`,
    altered: (issuer) =>
      `The archive has changed since ${issuer} created it. Do not use the archive; download it again. These files differ:`,
    invalid: 'Its signature is damaged or forged. Do not use the archive; download it again.',
    changes: { changed: 'changed', missing: 'missing', added: 'added later' },
  },
};
