/** A sentence for the person and what to do next, in one language. */
export interface ErrorText {
  readonly message: string;
  readonly remedy: string;
}

/** Both languages of one error. zh-Hant comes first because most readers of it are in Taiwan. */
export interface LocalizedErrorText {
  readonly 'zh-Hant': ErrorText;
  readonly en: ErrorText;
}

const text = (
  zhMessage: string,
  zhRemedy: string,
  enMessage: string,
  enRemedy: string,
): LocalizedErrorText => ({
  'zh-Hant': { message: zhMessage, remedy: zhRemedy },
  en: { message: enMessage, remedy: enRemedy },
});

/**
 * Every error code of mhb-kit with its words. The keys *are* the list of codes: `MhbErrorCode` derives from them, so a
 * code without a sentence in both languages does not compile. Codes are stable: never renamed, never reused.
 */
export const errorTexts = {
  // --- common
  internal: text(
    '發生未預期的問題。',
    '請再試一次；若仍發生，請聯絡服務窗口並告知錯誤代碼。',
    'Something unexpected went wrong.',
    'Please try again. If it happens again, contact support and mention the error code.',
  ),
  cancelled: text('已取消。', '需要時可以重新開始。', 'Cancelled.', 'You can start again whenever you like.'),
} as const satisfies Record<string, LocalizedErrorText>;

export type MhbErrorCode = keyof typeof errorTexts;

/** The sentence and the next step for a code, in the language asked for (`zh…` or anything else for English). */
export function describeError(code: MhbErrorCode, locale: string): ErrorText {
  return errorTexts[code][locale.toLowerCase().startsWith('zh') ? 'zh-Hant' : 'en'];
}
