import { gzipSync } from 'node:zlib';
import { pieces } from '@mhb-kit/knowledge';

/**
 * Explanations inside the page, compressed, because a single file has no other files and calls no server.
 * This module replaces the one that loads pieces.
 *
 * @type {import('rollup').Plugin}
 */
export const packedKnowledge = {
  name: 'packed-knowledge',
  async load(id) {
    if (!id.replaceAll('\\', '/').endsWith('/knowledge/dist/pieces.js')) return null;
    const data = Object.fromEntries(
      await Promise.all(
        Object.entries(pieces).map(async ([name, { 'zh-Hant': chinese, en }]) => [
          name,
          { 'zh-Hant': await chinese(), en: await en() },
        ]),
      ),
    );
    const packed = gzipSync(JSON.stringify(data), { level: 9 }).toString('base64');
    return `
      let unpacked;
      const unpack = () =>
        (unpacked ??= new Response(
          new Blob([Uint8Array.from(atob(${JSON.stringify(packed)}), (each) => each.charCodeAt(0))])
            .stream()
            .pipeThrough(new DecompressionStream('gzip')),
        ).json());
      const inLanguages = (name) => ({
        'zh-Hant': async () => (await unpack())[name]['zh-Hant'],
        en: async () => (await unpack())[name].en,
      });
      export const pieces = Object.fromEntries(${JSON.stringify(Object.keys(data))}.map((name) => [name, inLanguages(name)]));
      export const loadIn = (language) => (piece) => pieces[piece][language]();
    `;
  },
};
