import english from '../../reference/components.data.js';
import { common, components } from './components.chinese.js';

const titles: Readonly<Record<string, string>> = {
  'property / attribute': '屬性',
  method: '方法',
  event: '事件',
  slot: '插槽（slot）',
  part: '可以設定樣式的部分（::part）',
  'custom property': 'CSS 自訂屬性',
};

/** The Chinese text. The build fails if there is none. */
function textOf(tag: string, name: string): string {
  const text = components[tag]?.[name] ?? common[name];
  if (text === undefined) throw new Error(`${tag}: ${name} has no Chinese text in components.chinese.ts`);
  return text;
}

export default {
  load: () =>
    english.load().map(({ tag, tables }) => ({
      tag,
      about: textOf(tag, 'about'),
      tables: tables.map(({ title, rows }) => ({
        title: titles[title] ?? title,
        rows: rows.map(({ key, name, type, description = '' }) => ({
          name: name === '(default)' ? '（預設）' : name,
          text: [type, description === '' ? '' : textOf(tag, key)]
            .filter((part) => part !== undefined && part !== '')
            .join(' · '),
        })),
      })),
    })),
};
