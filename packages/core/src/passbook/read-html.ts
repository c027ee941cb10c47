import { MhbError } from '../error.js';
import { type NoteCollector } from './notes.js';
import { type RawFile } from './raw-file.js';

export function readHtml(_text: string, _notes: NoteCollector): RawFile {
  throw new MhbError('passbook-not-recognized', 'HTML');
}
