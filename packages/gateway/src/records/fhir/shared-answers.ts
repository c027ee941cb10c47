/** The maximum number of stored responses. One request makes about twelve queries. */
const MOST_ANSWERS = 120;

/**
 * Shares one response among the categories of a request that make the same query at about the same time. A
 * response is dropped after `holdFor` milliseconds, and a failure immediately, so that it is not shared with later
 * queries.
 */
export function createSharedAnswers(
  holdFor: number,
): <T>(question: string, ask: () => Promise<T>) => Promise<T> {
  const answers = new Map<string, { readonly number: number; readonly answer: Promise<unknown> }>();
  let number = 0;
  // The timer refers to a response by its number. If it referred to the response itself, the response would stay
  // in memory after it was dropped.
  const forget = (question: string, which: number): void => {
    if (answers.get(question)?.number === which) answers.delete(question);
  };
  return <T>(question: string, ask: () => Promise<T>): Promise<T> => {
    const known = answers.get(question);
    if (known !== undefined) return known.answer as Promise<T>;
    const answer = ask();
    const own = (number += 1);
    answers.set(question, { number: own, answer });
    const [oldest] = answers.keys();
    if (answers.size > MOST_ANSWERS && oldest !== undefined) answers.delete(oldest);
    answer.then(
      () => setTimeout(forget, holdFor, question, own).unref(),
      () => forget(question, own),
    );
    return answer;
  };
}
