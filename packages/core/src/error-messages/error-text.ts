/** A sentence for the person and the next step, in one language. */
export interface ErrorText {
  readonly message: string;
  readonly remedy: string;
}

/** Both languages of one error. zh-Hant comes first because most readers are in Taiwan. */
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

/** The sentence and the next step in the given language: Chinese for `zh…`, otherwise English. */
export function inLanguage(texts: LocalizedErrorText, locale: string): ErrorText {
  return texts[locale.toLowerCase().startsWith('zh') ? 'zh-Hant' : 'en'];
}
