import { readFileSync } from 'node:fs';

const file = new URL('../../packages/elements/dist/cdn/integrity.json', import.meta.url);

export default { load: (): string => readFileSync(file, 'utf8') };
