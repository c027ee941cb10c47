import type { Session } from '@mhb-kit/core/gateway';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { css } from '../base/css.js';
import type { StringTables } from '../base/locale.js';
import { property, query, state } from '../base/decorators.js';
import { MhbElement } from '../base/element.js';
import { notice } from '../base/notice.js';
import { SessionController } from '../base/session-controller.js';
import { CardController, noCards } from '../card/card-controller.js';
import { MhbSessionEndEvent, type EndReason } from './events.js';
import { idleGuardZh, type IdleGuardStrings } from './idle-guard.strings.js';

const tables: StringTables<IdleGuardStrings> = {
  'zh-Hant': idleGuardZh,
  en: async () => (await import('./idle-guard.strings.en.js')).idleGuardEn,
};

/**
 * Events that count as activity. `mhb-passbook-open` is one of them, because a person can drop or open a file
 * without moving the pointer.
 */
const SIGNS_OF_LIFE = [
  'pointerdown',
  'pointermove',
  'keydown',
  'wheel',
  'touchstart',
  'mhb-passbook-open',
] as const;
const SECOND = 1_000;

/**
 * @summary Ends the session when the person has left, either after some time without activity or when the card is
 * removed.
 *
 * Use it on shared computers. The guard first shows a warning with a countdown, which the person can stop. When the
 * countdown ends, the guard logs out, closes every passbook inside the same provider, and informs the page with
 * `mhb-session-end`. It does the same for a passbook that is open without a session. If a session ends in
 * another way, the guard also closes the passbooks.
 *
 * @tag mhb-idle-guard
 * @fires {MhbSessionEndEvent} mhb-session-end - The session has ended; `event.reason` says why.
 * @csspart notice - The final message.
 */
export class MhbIdleGuard extends MhbElement<IdleGuardStrings> {
  static override styles: CSSResultGroup = [
    MhbElement.styles,
    css`
      dialog {
        max-width: min(30rem, calc(100vw - 2rem));
        padding: 1.75rem;
        border: 1px solid var(--_border-strong);
        border-radius: var(--_radius);
        background: var(--_surface);
        color: var(--_text);
      }

      dialog > * + * {
        margin-top: 1.1rem;
      }

      dialog::backdrop {
        background: rgb(0 0 0 / 65%);
      }
    `,
  ];

  /** Seconds without activity before the warning is shown. */
  @property({ type: Number, attribute: 'idle-seconds' }) idleSeconds = 120;

  /** Seconds that the person has to respond to the warning; WCAG 2.2.1 requires at least 20. */
  @property({ type: Number, attribute: 'warning-seconds' }) warningSeconds = 30;

  /** Whether removing the card ends the session, as on a kiosk. */
  @property({ type: Boolean, attribute: 'watch-card' }) watchCard = false;

  @state() private secondsLeft: number | undefined;
  @state() private ended = false;

  @query('dialog') private dialog!: HTMLDialogElement | null;

  readonly #session = new SessionController(
    this,
    () => this.gatewayClient,
    (session) => {
      const ended = session === null && this.#wasSignedIn;
      this.#wasSignedIn = session !== null;
      if (ended) this.#closePassbooks();
      if (session === null) return;
      this.ended = false;
      this.#alive();
    },
  );
  readonly #card = new CardController(this, () => (this.watchCard ? this.cardProviders : noCards));
  #lastSign = Date.now();
  #ticking: ReturnType<typeof setInterval> | undefined;
  #wasSignedIn = false;
  /** The session that is currently being ended. */
  #ending: { readonly session: Session; readonly done: Promise<void> } | undefined;

  constructor() {
    super('idle-guard', tables);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, this.#handleSign, { passive: true });
    this.#ticking = setInterval(() => {
      this.#tick();
    }, SECOND);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, this.#handleSign);
    clearInterval(this.#ticking);
  }

  /**
   * Ends the session now, for example when the person presses a "finish" button of the page, and clears the screen
   * immediately. Resolves when the gateway has been informed or could not be reached.
   */
  end(reason: EndReason = 'person'): Promise<void> {
    const session = this.gatewayClient?.session ?? null;
    if (session !== null && this.#ending?.session === session) return this.#ending.done;
    this.#alive();
    this.ended = true;
    this.#closePassbooks();
    // The client removes the session from memory even if the gateway cannot be reached. In that case, the session
    // expires on the gateway.
    const done = this.gatewayClient?.logout().catch(() => undefined) ?? Promise.resolve();
    if (session !== null) {
      const ending = { session, done };
      this.#ending = ending;
      void done.then(() => {
        if (this.#ending === ending) this.#ending = undefined;
      });
    }
    this.dispatchEvent(new MhbSessionEndEvent(reason));
    return done;
  }

  protected override willUpdate(): void {
    // This checks the current state instead of waiting for a change, because the card might have been removed
    // before the guard started to watch it, for example during login.
    const cardGone = this.#card.connection.state === 'open' && (this.#card.reader?.card ?? null) === null;
    if (this.watchCard && cardGone && this.#session.session !== null) void this.end('card-removed');
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('secondsLeft' as keyof this)) return;
    if (this.secondsLeft === undefined) this.dialog?.close();
    else if (this.dialog?.open === false) this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    const { tag, strings } = this.locale;
    return html`<div lang=${tag}>
      <dialog
        role="alertdialog"
        aria-labelledby="idle-title"
        aria-describedby="idle-warning"
        @cancel=${() => {
          this.#alive();
        }}
      >
        <h2 id="idle-title">${strings.heading}</h2>
        <p id="idle-warning" aria-live="off">${strings.warning(this.secondsLeft ?? this.warningSeconds)}</p>
        <div class="actions">
          <button
            type="button"
            class="primary"
            id="go-on"
            @click=${() => {
              this.#alive();
            }}
          >
            ${strings.goOn}
          </button>
          <button type="button" id="end" @click=${() => this.end()}>${strings.end}</button>
        </div>
      </dialog>
      <div role="status">${this.ended ? notice('success', strings.ended) : nothing}</div>
    </div>`;
  }

  #alive(): void {
    this.#lastSign = Date.now();
    this.secondsLeft = undefined;
  }

  /**
   * Handles a sign of activity. While the warning is shown, only a response to the warning counts as activity,
   * because a bumped mouse does not prove that the person is still there.
   */
  readonly #handleSign = (): void => {
    if (this.secondsLeft === undefined) this.#lastSign = Date.now();
  };

  get #viewers(): readonly HTMLElementTagNameMap['mhb-passbook-viewer'][] {
    const scope: ParentNode = this.closest('mhb-provider') ?? document;
    return [...scope.querySelectorAll('mhb-passbook-viewer')].filter((viewer) => viewer.matches(':defined'));
  }

  #closePassbooks(): void {
    for (const viewer of this.#viewers) viewer.close();
  }

  #tick(): void {
    const somethingOpen =
      this.#session.session !== null || this.#viewers.some(({ passbook }) => passbook !== undefined);
    if (!somethingOpen) {
      this.secondsLeft = undefined;
      return;
    }
    const idle = (Date.now() - this.#lastSign) / SECOND;
    if (idle < this.idleSeconds) return;
    const left = Math.ceil(this.idleSeconds + this.warningSeconds - idle);
    if (left > 0) this.secondsLeft = left;
    else void this.end('idle');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mhb-idle-guard': MhbIdleGuard;
  }
}

declare module '../base/component-events.js' {
  interface ComponentEvents {
    'mhb-idle-guard': 'mhb-session-end';
  }
}
