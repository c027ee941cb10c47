/** Ends the task, so that drawing and layout do not add to what was worked out before them. */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });
