/** Ends the task, so that rendering and layout do not prolong it. */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });
