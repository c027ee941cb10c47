import { textOfHtml } from './html-text.js';
import type { Attachment } from './resources.js';

/** The content of the attachments to a report or document. */
export interface Attached {
  /** The text attachments, in their original order. */
  readonly text: string;
  /** Descriptions of the other attachments, with their title and type. */
  readonly documents: readonly string[];
  /**
   * The first of these other attachments that is complete and small enough, as a data URL. The person has to ask
   * the facility for the rest.
   */
  readonly kept: string | null;
}

const documentNames: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG 影像',
  'image/png': 'PNG 影像',
  'application/dicom': 'DICOM 影像',
};

export function readAttachments(attachments: readonly Attachment[]): Attached {
  const texts: string[] = [];
  const documents: string[] = [];
  let kept: string | null = null;
  for (const { contentType = '', data, title } of attachments) {
    const [type = '', ...parameters] = contentType
      .toLowerCase()
      .split(';')
      .map((part) => part.trim());
    const text = data === undefined ? null : textIn(type, parameters, data);
    if (text !== null && text !== '') texts.push(text);
    else {
      const kind = documentNames[type] ?? (type === '' ? '格式不明' : type);
      documents.push(title === undefined ? kind : `${title}，${kind}`);
      kept ??= data === undefined ? null : documentOf(type, data);
    }
  }
  return { text: texts.join('\n\n'), documents, kept };
}

/** Returns the text of an attachment; `null` if it is not text or has an unknown character set. */
function textIn(type: string, parameters: readonly string[], data: string): string | null {
  const isHtml = type === 'text/html' || type === 'application/xhtml+xml';
  if (!isHtml && type !== 'text/plain' && type !== 'text/markdown') return null;
  const charset = parameters.find((each) => each.startsWith('charset='))?.slice('charset='.length);
  try {
    const text = new TextDecoder(charset?.replaceAll('"', '') ?? 'utf-8').decode(Buffer.from(data, 'base64'));
    return isHtml ? textOfHtml(text) : text.trim();
  } catch {
    return null;
  }
}

/**
 * The maximum length of a document in base64 characters, which is enough for some hundred pages. Larger documents
 * are left out, because each would have to pass through every store and archive as a whole.
 */
const LARGEST_DOCUMENT = 12 * 1024 * 1024;
const keepable = new Set(['application/pdf', 'image/jpeg', 'image/png']);

function documentOf(type: string, data: string): string | null {
  const base64 = data.replace(/\s+/g, '');
  const isWhole = /^[A-Za-z0-9+/]+={0,2}$/.test(base64) && base64.length % 4 === 0;
  return keepable.has(type) && isWhole && base64.length <= LARGEST_DOCUMENT
    ? `data:${type};base64,${base64}`
    : null;
}

/** Returns a line that lists the attachments other than text, and says where the person can get them. */
export function documentsLine({ documents, kept }: Attached): string {
  if (documents.length === 0) return '';
  const where = kept === null || documents.length > 1 ? '，請向醫事機構索取' : '，附於下載的檔案';
  return `（另有文件${where}：${documents.join('；')}）`;
}
