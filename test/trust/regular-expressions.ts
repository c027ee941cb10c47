import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import ts from 'typescript';
import { root } from '../../build/prepare.mjs';

/** Every regular expression in the shipped sources, and how its time grows with the input. */

export interface Expression {
  readonly source: string;
  readonly flags: string;
  /** File and line. */
  readonly places: readonly string[];
}

export interface Collected {
  readonly expressions: readonly Expression[];
  /** Expressions made from values that are not constants, which cannot be judged. */
  readonly unknown: readonly string[];
}

const sourceFiles = (): readonly string[] =>
  execFileSync('git', ['ls-files', 'packages/*/src/*', 'examples'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.(?:ts|js|mjs)$/.test(file) && !file.endsWith('.test.ts'));

/** Literals, `RegExp(…)` of constants, and the `pattern` of JSON schemas and of input fields. */
export function collectExpressions(files: readonly string[] = sourceFiles()): Collected {
  const sources = files.map((file) =>
    ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true),
  );
  const constants = stringConstants(sources);
  const places = new Map<string, string[]>();
  const unknown: string[] = [];

  for (const source of sources) {
    const placeOf = (node: ts.Node): string =>
      `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    const add = (node: ts.Node, pattern: string | undefined, flags = ''): void => {
      if (pattern === undefined) unknown.push(`${placeOf(node)} ${node.getText()}`);
      else {
        const key = JSON.stringify([pattern, flags]);
        places.set(key, [...(places.get(key) ?? []), placeOf(node)]);
      }
    };
    const valueOf = (node: ts.Expression): string | undefined => textOf(node, source.fileName, constants);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        add(node, node.text.slice(1, end), node.text.slice(end + 1));
      } else if (isRegExpCall(node)) {
        const [pattern, flags] = node.arguments ?? [];
        add(node, pattern && valueOf(pattern), flags && valueOf(flags));
      } else if (isPattern(node)) {
        add(node, valueOf(node.initializer), 'u');
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  const expressions = [...places].map(([key, where]): Expression => {
    const [pattern, flags] = JSON.parse(key) as [string, string];
    return { source: pattern, flags, places: where };
  });
  return { expressions, unknown };
}

const isRegExpCall = (node: ts.Node): node is ts.NewExpression | ts.CallExpression =>
  (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp';

/** `pattern: '…'`, which validators compile; a regular expression there is found as a literal. */
const isPattern = (node: ts.Node): node is ts.PropertyAssignment =>
  ts.isPropertyAssignment(node) &&
  node.name.getText() === 'pattern' &&
  !ts.isRegularExpressionLiteral(node.initializer);

/** Constant texts by file and name, and also by name if only one file has that name. */
type Constants = ReadonlyMap<string, string | undefined>;

function stringConstants(sources: readonly ts.SourceFile[]): Constants {
  const constants = new Map<string, string | undefined>();
  for (const source of sources) {
    for (const statement of source.statements) {
      if (!ts.isVariableStatement(statement)) continue;
      for (const { name, initializer } of statement.declarationList.declarations) {
        if (initializer === undefined) continue;
        const text = textOf(initializer, source.fileName, constants);
        if (text === undefined) continue;
        constants.set(`${source.fileName} ${name.getText()}`, text);
        constants.set(name.getText(), constants.has(name.getText()) ? undefined : text);
      }
    }
  }
  return constants;
}

/** The value of a string expression of constants. */
function textOf(node: ts.Expression, file: string, constants: Constants): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isIdentifier(node)) return constants.get(`${file} ${node.text}`) ?? constants.get(node.text);
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'String.raw')
    return templateText(node.template, true, file, constants);
  if (ts.isTemplateExpression(node)) return templateText(node, false, file, constants);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [node.left, node.right].map((side) => textOf(side, file, constants));
    return left === undefined || right === undefined ? undefined : left + right;
  }
  return undefined;
}

function templateText(
  template: ts.TemplateLiteral,
  raw: boolean,
  file: string,
  constants: Constants,
): string | undefined {
  const own = (part: ts.TemplateLiteralLikeNode): string => (raw ? (part.rawText ?? part.text) : part.text);
  if (ts.isNoSubstitutionTemplateLiteral(template)) return own(template);
  return template.templateSpans.reduce<string | undefined>((text, { expression, literal }) => {
    const value = textOf(expression, file, constants);
    return text === undefined || value === undefined ? undefined : text + value + own(literal);
  }, own(template.head));
}

/**
 * Earlier verdicts by expression, and the version of the checker. Judging all expressions takes minutes, and random
 * checks must not differ between runs. The file is kept with the sources like a lock file: a run without `CI` adds new
 * expressions and removes old ones. Without the file, all expressions are judged again.
 */
const RECORD = join(root, 'test/trust/regular-expressions.json');
const { version } = JSON.parse(readFileSync(join(root, 'node_modules/recheck/package.json'), 'utf8')) as {
  version: string;
};

type Judged = Pick<Expression, 'source' | 'flags'>;
interface Verdicts {
  readonly recheck: string;
  readonly verdicts: Readonly<Record<string, string>>;
}

const keyOf = ({ source, flags }: Judged): string => `/${source}/${flags}`;

/** The verdict on each expression, from the record if it is there. */
export async function verdictsOn(expressions: readonly Judged[]): Promise<readonly string[]> {
  const { recheck, verdicts: known } = recordedVerdicts();
  const verdicts: string[] = [];
  for (const expression of expressions)
    verdicts.push((recheck === version ? known[keyOf(expression)] : undefined) ?? (await judge(expression)));
  if (process.env['CI'] === undefined) recordVerdicts(expressions, verdicts);
  return verdicts;
}

function recordedVerdicts(): Verdicts {
  if (!existsSync(RECORD)) return { recheck: version, verdicts: {} };
  return JSON.parse(readFileSync(RECORD, 'utf8')) as Verdicts;
}

function recordVerdicts(expressions: readonly Judged[], verdicts: readonly string[]): void {
  const all = expressions.map((expression, index) => [keyOf(expression), verdicts[index]] as const);
  const record = {
    recheck: version,
    verdicts: Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  writeFileSync(RECORD, `${JSON.stringify(record, null, 2)}\n`);
}

/**
 * `safe`, or why it is not: "2nd degree polynomial", "exponential". Runs in plain JavaScript, without a time limit. If an
 * expression is too large to be computed, the checker tries random texts within its own time limits. On a busy machine
 * it then often reports growth that does not exist, so that only growth found with every seed counts.
 */
export async function judge({ source, flags }: Judged): Promise<string> {
  process.env['RECHECK_BACKEND'] = 'pure';
  let summary = 'safe';
  for (const randomSeed of [0, 1, 2, 3, 4]) {
    const result = await check(source, flags, { timeout: null, randomSeed });
    if (result.status === 'safe') return 'safe';
    if (result.status === 'unknown') return `not judged: ${result.error.kind}`;
    summary = result.complexity.summary;
    if (result.checker !== 'fuzz') break;
  }
  return summary;
}
