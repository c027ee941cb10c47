import { render, type TemplateResult } from 'lit';
import type { CardInReader } from '../stage.js';

/** Stories outside Storybook: what they show, and how they get there. */

interface StoryContext {
  readonly id: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly loaded: Readonly<Record<string, unknown>>;
  readonly canvasElement: HTMLElement;
}

type Loader = (context: StoryContext) => Promise<Record<string, unknown>> | Record<string, unknown>;

interface StoryPart {
  readonly args?: Readonly<Record<string, unknown>>;
  readonly loaders?: readonly Loader[];
  readonly render?: (args: Readonly<Record<string, unknown>>, context: StoryContext) => TemplateResult;
  readonly beforeEach?: () => unknown;
  readonly play?: (context: StoryContext) => Promise<void>;
}

export interface StoryFile {
  readonly default: StoryPart & {
    readonly title: string;
    readonly component?: string;
    readonly argTypes?: Readonly<Record<string, { readonly options?: readonly CardInReader[] }>>;
  };
  readonly [name: string]: unknown;
}

/** The names of the stories in a file. */
export const storiesIn = (file: StoryFile): readonly string[] =>
  Object.keys(file).filter((name) => name !== 'default');

/** The cards that can lie in the reader of a story; empty if it has none. */
export const cardsOf = ({ default: meta }: StoryFile): readonly CardInReader[] =>
  meta.argTypes?.['card']?.options ?? [];

/** A story on the page. */
export interface OpenedStory {
  /** The card that lies in the reader at first. */
  readonly card: string | undefined;
  /** Shows it again with another card in the reader. */
  readonly insert: (card: string) => void;
  /** Ends when the story's interaction has ended; does not fail. */
  readonly played: Promise<void>;
  readonly close: () => void;
}

/** Renders a story, and does what its interaction does. */
export async function openStory(
  file: StoryFile,
  name: string,
  id: string,
  canvasElement: HTMLElement,
): Promise<OpenedStory> {
  const meta = file.default;
  const story = file[name] as StoryPart;
  const cleanUp = [meta, story].map((part) => part.beforeEach?.());
  const args: Record<string, unknown> = { ...meta.args, ...story.args };
  const context = { id, args, canvasElement };
  let loaded: Record<string, unknown> = {};
  for (const load of [...(meta.loaders ?? []), ...(story.loaders ?? [])])
    loaded = { ...loaded, ...(await load({ ...context, loaded })) };
  const draw = (): void => {
    const show = story.render ?? meta.render;
    if (show !== undefined) render(show(args, { ...context, loaded }), canvasElement);
  };
  draw();
  const play = story.play ?? meta.play;
  return {
    card: args['card'] as string | undefined,
    insert: (card) => {
      args['card'] = card;
      draw();
    },
    played: (play?.({ ...context, loaded }) ?? Promise.resolve()).catch(() => undefined),
    close: () => {
      for (const each of cleanUp) if (typeof each === 'function') (each as () => void)();
    },
  };
}
