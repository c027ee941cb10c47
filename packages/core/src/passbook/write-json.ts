import { PIECE, type Steps } from './steps.js';

/** Levels that are walked by hand; what lies deeper is small enough to be written at once. */
const WALKED = 4;

/**
 * The text that `JSON.stringify(value, null, space)` gives, in parts and in steps: of a long history it takes seconds.
 * @param value plain data, without `toJSON`
 */
export function* jsonSteps(value: unknown, space: string): Steps<string[]> {
  const parts: string[] = [];
  let leaves = 0;
  const write = function* (each: unknown, indent: string, level: number): Steps<undefined> {
    if (typeof each !== 'object' || each === null || level === WALKED) {
      parts.push((JSON.stringify(each, null, space) ?? 'null').replaceAll('\n', `\n${indent}`));
      if (++leaves % PIECE === 0) yield;
      return;
    }
    const isList = Array.isArray(each);
    const members: [string, unknown][] = isList
      ? each.map((item: unknown) => ['', item])
      : Object.entries(each).flatMap(([key, item]) =>
          item === undefined ? [] : [[`${JSON.stringify(key)}: `, item]],
        );
    const [open, close] = isList ? '[]' : '{}';
    if (members.length === 0) {
      parts.push(`${open}${close}`);
      return;
    }
    const inner = indent + space;
    for (const [index, [key, item]] of members.entries()) {
      parts.push(`${index === 0 ? open : ','}\n${inner}${key}`);
      yield* write(item, inner, level + 1);
    }
    parts.push(`\n${indent}${close}`);
  };
  yield* write(value, '', 0);
  return parts;
}
