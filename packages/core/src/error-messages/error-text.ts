/** An error message in one language: what happened, and what the person can do next. */
export interface ErrorText {
  readonly message: string;
  readonly remedy: string;
}

/** The text of one error in both languages. zh-Hant comes first because most users are in Taiwan. */
export interface LocalizedErrorText {
  readonly 'zh-Hant': ErrorText;
  readonly en: ErrorText;
}

export const text = (
  zhMessage: string,
  zhRemedy: string,
  enMessage: string,
  enRemedy: string,
): LocalizedErrorText => ({
  'zh-Hant': { message: zhMessage, remedy: zhRemedy },
  en: { message: enMessage, remedy: enRemedy },
});

/** Returns the text in the language of `locale`: Chinese for `zh…`, otherwise English. */
export function inLanguage(texts: LocalizedErrorText, locale: string): ErrorText {
  return texts[locale.toLowerCase().startsWith('zh') ? 'zh-Hant' : 'en'];
}
