/** So many answers are held at most; one request asks some twelve questions. */
const MOST_ANSWERS = 120;

/**
 * One answer for the categories of a request that ask the same at about the same time. A failure is shared with nobody
 * who asks later; an answer is forgotten after `holdFor` milliseconds.
 */
export function createSharedAnswers(
  holdFor: number,
): <T>(question: string, ask: () => Promise<T>) => Promise<T> {
  const answers = new Map<string, { readonly number: number; readonly answer: Promise<unknown> }>();
  let number = 0;
  // By number and not by the answer, which a timer would hold after it is forgotten.
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
