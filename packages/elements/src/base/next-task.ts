/** Ends the current browser task, so that rendering and layout run in a new task. */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });
