import type { MhbError } from '@mhb-kit/core/error';
import { html, nothing, type TemplateResult } from 'lit';
import { errorText } from './error-words.js';
import { icons } from './icons.js';
import type { Translations } from './translations.js';

export type NoticeKind = 'info' | 'success' | 'warning' | 'danger';

const noticeIcons = {
  info: icons.info,
  success: icons.check,
  warning: icons.alert,
  danger: icons.alert,
} as const;

/** A message in a box: what it is about in the first line, then what to do. */
export const notice = (kind: NoticeKind, content: unknown): TemplateResult =>
  html`<div part="notice" class="notice ${kind}">
    ${noticeIcons[kind]}
    <div>${content}</div>
  </div>`;

/** An error in words with the next step; the code is for the telephone, small. Pair with `role="alert"` around it. */
export function errorNotice(
  error: MhbError,
  tag: string,
  translations: Translations,
  action: unknown = nothing,
): TemplateResult {
  const { message, remedy } = errorText(error, tag, translations);
  return notice(
    'danger',
    html`<strong>${message}</strong><span>${remedy}</span><code>${error.code}</code>${action}`,
  );
}
