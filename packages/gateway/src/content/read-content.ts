import type { Announcement, ContentText, LocalizedText, OperatorContent } from '@mhb-kit/core/gateway';
import { isLocalDate, type LocalDate } from '@mhb-kit/core/identity';
import { readStructuredText } from './structured-text.js';

/** A file in the operator's folder, with its path relative to the folder. */
export interface ContentFile {
  readonly path: string;
  readonly text: string;
}

export interface ReadContent {
  readonly content: OperatorContent;
  /** Problems for the operator to correct. The affected files are not shown. */
  readonly problems: readonly string[];
}

type Language = ContentText['language'];

/** `help.zh-Hant.md`, `announcements/2026-03-05-maintenance.en.md` */
const PAGE = /^([a-z][a-z0-9-]*)\.(zh-Hant|en)\.md$/;
const ANNOUNCEMENT = /^announcements\/((\d{4}-\d{2}-\d{2})-[a-z0-9-]+)\.(zh-Hant|en)\.md$/;

/** Returns the announcements and pages that people see on a given day. */
export function readContent(files: readonly ContentFile[], today: LocalDate): ReadContent {
  const problems: string[] = [];
  const pages = new Map<string, Partial<Record<Language, ContentText>>>();
  const announcements = new Map<string, AnnouncementFiles>();
  for (const { path, text } of files) {
    const page = PAGE.exec(path);
    if (page !== null) {
      const [, name = '', language] = page as unknown as [string, string, Language];
      pages.set(name, { ...pages.get(name), [language]: { language, ...readStructuredText(text) } });
      continue;
    }
    const [, id, publishedOn, language] = (ANNOUNCEMENT.exec(path) ?? []) as unknown as [
      string?,
      string?,
      LocalDate?,
      Language?,
    ];
    if (
      id === undefined ||
      publishedOn === undefined ||
      language === undefined ||
      !isLocalDate(publishedOn)
    ) {
      problems.push(
        `${path}: neither a page (help.zh-Hant.md) nor an announcement (announcements/2026-03-05-name.en.md)`,
      );
      continue;
    }
    const { settings, body, problem } = splitFrontMatter(text);
    if (problem !== null) {
      problems.push(`${path}: ${problem}`);
      continue;
    }
    const known = announcements.get(id);
    announcements.set(id, {
      publishedOn,
      settings: { ...known?.settings, ...settings },
      texts: { ...known?.texts, [language]: { language, ...readStructuredText(body) } },
    });
  }
  return {
    content: {
      announcements: [...announcements]
        .map(([id, { publishedOn, settings, texts }]) => ({
          id,
          publishedOn,
          until: settings.until ?? null,
          important: settings.important ?? false,
          text: inBothLanguages(texts),
        }))
        .filter(({ publishedOn, until }) => publishedOn <= today && (until === null || today <= until))
        .sort(inOrderOfWeight),
      pages: Object.fromEntries(
        [...pages]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, texts]) => [name, inBothLanguages(texts)]),
      ),
    },
    problems,
  };
}

interface AnnouncementFiles {
  readonly publishedOn: LocalDate;
  readonly settings: Settings;
  readonly texts: Partial<Record<Language, ContentText>>;
}

/** Sorts important announcements first, and newer announcements before older ones. */
function inOrderOfWeight(a: Announcement, b: Announcement): number {
  if (a.important !== b.important) return a.important ? -1 : 1;
  return a.id < b.id ? 1 : -1;
}

const nothing: ContentText = { language: 'zh-Hant', title: '', blocks: [] };

function inBothLanguages({ 'zh-Hant': zhHant, en }: Partial<Record<Language, ContentText>>): LocalizedText {
  return { 'zh-Hant': zhHant ?? en ?? nothing, en: en ?? zhHant ?? nothing };
}

interface Settings {
  readonly until?: LocalDate;
  readonly important?: boolean;
}

interface FrontMatter {
  readonly settings: Settings;
  readonly body: string;
  readonly problem: string | null;
}

/**
 * Splits off the front matter at the top of a text, between two lines of `---`. Its settings are, for example,
 * `until: 2026-03-10` and `important: true`.
 */
function splitFrontMatter(text: string): FrontMatter {
  const [first, ...lines] = text.split(/\r?\n/);
  const end = lines.findIndex((line) => /^---[ \t]*$/.test(line));
  if (first?.replace('\ufeff', '') !== '---' || end < 0) return { settings: {}, body: text, problem: null };
  const body = lines.slice(end + 1).join('\n');
  let settings: Settings = {};
  for (const line of lines.slice(0, end).filter((each) => each.trim() !== '')) {
    const [, key, value = ''] = /^(\w+):\s*(\S+)\s*$/.exec(line) ?? [];
    if (key === 'until' && isLocalDate(value)) settings = { ...settings, until: value };
    else if (key === 'important' && (value === 'true' || value === 'false'))
      settings = { ...settings, important: value === 'true' };
    else
      return {
        settings: {},
        body,
        problem: `“${line.trim()}” is no setting (until: a day, important: true)`,
      };
  }
  return { settings, body, problem: null };
}
