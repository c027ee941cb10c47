import { html, type TemplateResult } from 'lit';
import * as icons from './icons.js';

export type NoticeKind = 'info' | 'success' | 'warning' | 'danger';

const noticeIcons = {
  info: icons.info(),
  success: icons.check(),
  warning: icons.alert(),
  danger: icons.alert(),
} as const;

/** Renders a message in a box. The message should state the topic first, and then what to do. */
export const notice = (kind: NoticeKind, content: unknown): TemplateResult =>
  html`<div part="notice" class="notice ${kind}">
    ${noticeIcons[kind]}
    <div>${content}</div>
  </div>`;

/** Renders a notice whose first line is bold. */
export const statement = (kind: NoticeKind, first: string, then: string, action?: unknown): TemplateResult =>
  notice(kind, html`<strong>${first}</strong><span>${then}</span>${action}`);
