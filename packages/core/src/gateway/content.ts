import type { LocalDate } from '../identity/index.js';

/**
 * What the operator writes for people: announcements (公告事項), help contacts, the manual, a sample of the forms.
 * Structured text, never markup: there is nothing in it that could run.
 */

export interface OperatorContent {
  /** In force today (Asia/Taipei): important ones first, then newest first. */
  readonly announcements: readonly Announcement[];
  /** By name: `help`, `manual`, `sample` or whatever the operator has; a page that was not written is absent. */
  readonly pages: Readonly<Record<string, LocalizedText>>;
}

export interface Announcement {
  /** Stays the same while the announcement is edited. */
  readonly id: string;
  readonly publishedOn: LocalDate;
  /** The last day on which it is shown; `null`: until it is taken away. */
  readonly until: LocalDate | null;
  readonly important: boolean;
  readonly text: LocalizedText;
}

/** Both languages; what was written in one only stands under both, and `language` says which it is. */
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
