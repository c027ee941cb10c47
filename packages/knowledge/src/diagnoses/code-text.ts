/** The plain name of a code, and a sentence that says what the code means. */
export type CodeText = readonly [name: string, text: string];

/** The texts, keyed by the code without its dot (`E1165`, `K21`) or by a range (`K20-K31`). */
export type CodeTexts = Readonly<Record<string, CodeText>>;

export interface DiagnosisKnowledge {
  readonly chapters: CodeTexts;
  readonly blocks: CodeTexts;
  readonly codes: CodeTexts;
}
