import { PIECE, type Steps } from '../steps/steps.js';

/**
 * Creates the same string as `JSON.stringify(value, null, space)`, in parts and in steps, because writing a long
 * history takes seconds. Objects are traversed down to their lists, and the items of the lists are written in
 * small groups.
 * @param value plain data, without `toJSON`
 */
export function* jsonSteps(value: unknown, space: string): Steps<string[]> {
  const parts: string[] = [];
  const write = function* (each: unknown, depth: number): Steps<undefined> {
    const end = `\n${space.repeat(depth)}`;
    if (Array.isArray(each) && each.length > 0) {
      for (let at = 0; at < each.length; at += PIECE) {
        parts.push(at === 0 ? '[' : ',', itemsText(each.slice(at, at + PIECE), space, depth));
        yield;
      }
      parts.push(`${end}]`);
    } else if (isObject(each)) {
      const members = Object.entries(each).filter(([, member]) => member !== undefined);
      for (const [index, [key, member]] of members.entries()) {
        parts.push(`${index === 0 ? '{' : ','}${end}${space}${JSON.stringify(key)}: `);
        yield* write(member, depth + 1);
      }
      parts.push(members.length === 0 ? '{}' : `${end}}`);
    } else parts.push(JSON.stringify(each));
  };
  yield* write(value, 0);
  return parts;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Stringifies the items of a list that is nested `depth` levels deep, without the list's brackets. To obtain the
 * right indentation, the function nests the items in that many lists, stringifies them, and removes the outer
 * brackets.
 */
function itemsText(items: readonly unknown[], space: string, depth: number): string {
  let list: unknown = items;
  for (let level = 0; level < depth; level += 1) list = [list];
  const text = JSON.stringify(list, null, space);
  /** The number of spaces before the opening brackets of all levels. The closing brackets have as many. */
  const blanks = (space.length * depth * (depth + 1)) / 2;
  return text.slice(blanks + 2 * depth + 1, text.length - (blanks + 2 * (depth + 1)));
}
