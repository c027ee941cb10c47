import type { LocalDate } from '../identity/index.js';

/**
 * Content that the operator writes, such as announcements (公告事項), help contacts, the manual, and sample
 * forms. It is structured text without markup, so it cannot contain code that the browser would run.
 */

export interface OperatorContent {
  /**
   * The announcements that are valid today (Asia/Taipei), sorted so that important ones come first, and newer
   * ones before older ones.
   */
  readonly announcements: readonly Announcement[];
  /** Pages by name. The names are `help`, `manual`, `sample`, and any others that the operator has chosen. */
  readonly pages: Readonly<Record<string, LocalizedText>>;
}

export interface Announcement {
  /** The id stays the same when the announcement is edited. */
  readonly id: string;
  readonly publishedOn: LocalDate;
  /** The last day on which the announcement is shown; `null` if it is shown until the operator removes it. */
  readonly until: LocalDate | null;
  readonly important: boolean;
  readonly text: LocalizedText;
}

/**
 * Content in both languages. If the operator has written it in only one language, both members contain the same
 * text, and its `language` states which language it is in.
 */
export interface LocalizedText {
  readonly 'zh-Hant': ContentText;
  readonly en: ContentText;
}

export interface ContentText {
  /** The language of the text, for the `lang` attribute. */
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
