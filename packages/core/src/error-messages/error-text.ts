/** What happened and what the person can do next, in one language. */
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

/** The error's text in the given language: Chinese for `zh…`, otherwise English. */
export function inLanguage(texts: LocalizedErrorText, locale: string): ErrorText {
  return texts[locale.toLowerCase().startsWith('zh') ? 'zh-Hant' : 'en'];
}
