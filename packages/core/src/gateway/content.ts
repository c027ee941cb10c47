import type { LocalDate } from '../identity/index.js';

/**
 * Content that the operator writes: announcements (公告事項), help contacts, the manual, sample forms. It is
 * structured text without markup, so nothing in it can run.
 */

export interface OperatorContent {
  /** Announcements valid today (Asia/Taipei): important ones first, then by date, newest first. */
  readonly announcements: readonly Announcement[];
  /** Pages by name: `help`, `manual`, `sample` or any other that the operator has written. */
  readonly pages: Readonly<Record<string, LocalizedText>>;
}

export interface Announcement {
  /** Stays the same when the announcement is edited. */
  readonly id: string;
  readonly publishedOn: LocalDate;
  /** The last day on which it is shown; `null` if it is shown until it is removed. */
  readonly until: LocalDate | null;
  readonly important: boolean;
  readonly text: LocalizedText;
}

/**
 * Content in both languages. Content that exists in only one language is used for both; `language` states
 * which language that is.
 */
export interface LocalizedText {
  readonly 'zh-Hant': ContentText;
  readonly en: ContentText;
}

export interface ContentText {
  /** For the `lang` attribute. */
  readonly language: 'zh-Hant' | 'en';
  /** Empty if the content has no title. */
  readonly title: string;
  readonly blocks: readonly ContentBlock[];
}

export type ContentBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly content: readonly ContentInline[] }
  | { readonly kind: 'paragraph'; readonly content: readonly ContentInline[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly ContentBlock[])[];
    }
  | { readonly kind: 'quote'; readonly blocks: readonly ContentBlock[] };

export type ContentInline =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly strong?: true;
      readonly emphasis?: true;
      readonly code?: true;
    }
  /** `href` begins with `https:`, `http:`, `mailto:` or `tel:`. */
  | { readonly kind: 'link'; readonly href: string; readonly content: readonly ContentInline[] }
  | { readonly kind: 'break' };
