/** The delay before clicks are accepted, which is the same as in the card bridge's own window. */
const ARMING_MS = 700;
const STEP_MS = 50;

/**
 * Accepts clicks on a button only after the person has seen it for a moment, that is, when the button has been
 * visible in the focused window at an unchanged position. Earlier clicks and key presses, and a key that is still
 * held down, were meant for something else and are ignored. While it ignores clicks, the button is marked as
 * disabled (`aria-disabled`), but it keeps the focus.
 */
export function armedClicks(button: HTMLElement, onClick: () => void): void {
  let seen = 0;
  let place = '';
  const isArmed = (): boolean => seen >= ARMING_MS;
  const say = (): void => button.setAttribute('aria-disabled', String(!isArmed()));
  const again = (): void => {
    seen = 0;
    say();
  };
  for (const event of ['focus', 'blur', 'resize']) window.addEventListener(event, again);
  document.addEventListener('visibilitychange', again);
  setInterval(() => {
    const now = `${window.screenX} ${window.screenY}`;
    const isBefore = !button.hidden && document.visibilityState === 'visible' && document.hasFocus();
    if (!isBefore || now !== place) again();
    else if (!isArmed()) {
      seen += STEP_MS;
      say();
    }
    place = now;
  }, STEP_MS);
  button.addEventListener('keydown', (event) => {
    if (event.repeat) event.preventDefault();
  });
  button.addEventListener('click', () => {
    if (isArmed()) onClick();
  });
}
