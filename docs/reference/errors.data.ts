import { errorTexts, type ErrorText } from '@mhb-kit/core/error-messages';

interface DocumentedError {
  readonly code: string;
  readonly english: ErrorText;
  readonly chinese: ErrorText;
}

export default {
  load: (): readonly DocumentedError[] =>
    Object.entries(errorTexts)
      .map(([code, texts]) => ({ code, english: texts.en, chinese: texts['zh-Hant'] }))
      .sort((one, other) => one.code.localeCompare(other.code)),
};
