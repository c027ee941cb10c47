import type { LocalDate } from '../identity/index.js';

/**
 * Texts that the operator writes: announcements (公告事項), help contacts, the manual, a sample of the forms. They are
 * structured text without markup, so nothing in them can run.
 */

export interface OperatorContent {
  /** Valid today (Asia/Taipei): important ones first, then the newest first. */
  readonly announcements: readonly Announcement[];
  /** By name: `help`, `manual`, `sample` or any other that the operator has written. */
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

/** Both languages. A text that exists in only one language is used for both, and `language` says which one it is. */
export interface LocalizedText {
  readonly 'zh-Hant': ContentText;
  readonly en: ContentText;
}

export interface ContentText {
  /** For the `lang` attribute. */
  readonly language: 'zh-Hant' | 'en';
  /** Empty if the text has none. */
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
