/** The strings for notes about a failed attempt. */
export const attemptNotesWords = {
  'zh-Hant': {
    lockedFor: (time: string) => `請在 ${time} 後再試。`,
    attemptsLeft: (count: number) => `還可以再試 ${count} 次。`,
    /** States how many more times the PIN of a card can be tried. */
    pinTriesLeft: (count: number) => `PIN 碼還可以再試 ${count} 次，用完會鎖卡。`,
  },
  en: {
    lockedFor: (time: string) => `Try again in ${time}.`,
    attemptsLeft: (count: number) => (count === 1 ? 'One attempt is left.' : `${count} attempts are left.`),
    pinTriesLeft: (count: number) =>
      `${count === 1 ? 'One attempt is' : `${count} attempts are`} left for the PIN; after that the card locks.`,
  },
};

export type AttemptNotesStrings = (typeof attemptNotesWords)['zh-Hant'];

declare module './translations.js' {
  interface Translation {
    readonly 'attempt-notes'?: Partial<AttemptNotesStrings>;
  }
}
