import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { css } from '../base/css.js';
import type { StringTables } from '../base/locale.js';
import { property, state } from '../base/decorators.js';
import { MhbElement } from '../base/element.js';
import { keypadZh, type KeypadStrings } from './keypad.strings.js';
import { shuffle } from './shuffle.js';

const tables: StringTables<KeypadStrings> = {
  'zh-Hant': keypadZh,
  en: async () => (await import('./keypad.strings.en.js')).keypadEn,
};

const DIGITS = [...'1234567890'];
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Symbols that are needed in e-mail addresses. */
const SIGNS = [...'@.-_'];
const TYPED_INTO =
  'input:is([type=text], [type=password], [type=search], [type=tel], [type=email], :not([type]))';
/**
 * Matches the type and name of fields whose values, unlike ID numbers and codes, consist mostly of lower-case
 * letters.
 */
const LOWER_CASE = /^email|password$/i;
/**
 * Events that can move the focus. A focus change inside a shadow tree is not visible outside the tree, but the
 * events that cause the change are.
 */
const FOCUS_MAY_MOVE = ['focusin', 'pointerup', 'keyup'] as const;

/**
 * @summary An on-screen keypad for kiosks without a keyboard. It types into the field that last had the focus.
 *
 * The field can be in the page or in any component. It keeps the focus while the person touches the keys.
 *
 * @tag mhb-keypad
 * @csspart frame - The frame of the component.
 * @csspart key - Each key.
 * @cssprop [--mhb-target-size] - Minimum size of everything that can be touched.
 * @cssprop [--mhb-key-size=3.75rem] - Minimum side length of a key.
 */
export class MhbKeypad extends MhbElement<KeypadStrings> {
  static override styles: CSSResultGroup = [
    MhbElement.styles,
    css`
      .frame {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.75rem;
      }

      .keys {
        display: grid;
        grid-template-columns: repeat(
          auto-fill,
          minmax(max(var(--mhb-key-size, 3.75rem), var(--_target)), 1fr)
        );
        gap: 0.5rem;
      }

      .digits {
        grid-template-columns: repeat(5, minmax(0, 1fr));
      }

      .keys button {
        min-width: 0;
        min-height: max(var(--mhb-key-size, 3.75rem), var(--_target));
        padding: 0;
        font-size: 1.25em;
      }
    `,
  ];

  /**
   * Arranges the digits in a new random order for each field, so that onlookers cannot infer what the person
   * types.
   */
  @property({ type: Boolean }) scrambled = false;

  /** Shows only digits, for example for a code sent by SMS. */
  @property({ type: Boolean, attribute: 'digits-only' }) digitsOnly = false;

  @state() private lowerCase = false;
  @state() private digits: readonly string[] = DIGITS;

  #field: WeakRef<HTMLInputElement> | undefined;

  constructor() {
    super('keypad', tables);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const event of FOCUS_MAY_MOVE) document.addEventListener(event, this.#handleFocus);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const event of FOCUS_MAY_MOVE) document.removeEventListener(event, this.#handleFocus);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('scrambled')) this.#arrange();
  }

  protected override render(): TemplateResult {
    const { tag, strings } = this.locale;
    const letters = this.lowerCase ? LETTERS.map((letter) => letter.toLowerCase()) : LETTERS;
    return html`<div
      part="frame"
      class="frame"
      role="group"
      lang=${tag}
      aria-label=${strings.heading}
      @pointerdown=${(event: Event) => {
        // Without this call, the field would lose the focus and the caret.
        event.preventDefault();
      }}
    >
      <div class="keys digits" role="group" aria-label=${strings.digits}>
        ${this.digits.map((key) => this.#key(key))}
      </div>
      ${
        this.digitsOnly
          ? nothing
          : html`<div class="keys" role="group" aria-label=${strings.letters}>
              ${[...letters, ...SIGNS].map((key) => this.#key(key))}
            </div>`
      }
      <div class="actions">
        ${
          this.digitsOnly
            ? nothing
            : html`<button
                type="button"
                id="case"
                @click=${() => {
                  this.lowerCase = !this.lowerCase;
                }}
              >
                ${this.lowerCase ? strings.upperCase : strings.lowerCase}
              </button>`
        }
        <button
          type="button"
          id="backspace"
          @click=${() => {
            this.#edit((field) => {
              const [start, end] = selectionOf(field);
              replaceText(field, '', start === end ? Math.max(0, start - 1) : start, end);
            });
          }}
        >
          ⌫ ${strings.backspace}
        </button>
        <button
          type="button"
          id="clear"
          @click=${() => {
            this.#edit((field) => {
              field.value = '';
            });
          }}
        >
          ${strings.clear}
        </button>
      </div>
    </div>`;
  }

  #key(key: string): TemplateResult {
    return html`<button
      part="key"
      type="button"
      @click=${() => {
        this.#edit((field) => {
          const [start, end] = selectionOf(field);
          const room = field.maxLength < 0 || field.value.length - (end - start) < field.maxLength;
          if (room) replaceText(field, key, start, end);
        });
      }}
    >
      ${key}
    </button>`;
  }

  #arrange(): void {
    this.digits = this.scrambled ? shuffle(DIGITS) : DIGITS;
  }

  /** Changes the field and fires an input event, as if the person had typed. */
  #edit(change: (field: HTMLInputElement) => void): void {
    this.#handleFocus();
    const field = this.#field?.deref();
    if (field?.isConnected !== true || field.disabled || field.readOnly) return;
    change(field);
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  readonly #handleFocus = (): void => {
    const target = focused();
    if (!(target instanceof HTMLInputElement) || !target.matches(TYPED_INTO)) return;
    if (this.#field?.deref() === target) return;
    this.#arrange();
    const { form, type, name } = target;
    this.lowerCase = form?.autocapitalize !== 'characters' && LOWER_CASE.test(`${type} ${name}`);
    this.#field = new WeakRef(target);
  };
}

/** Returns the focused element, even if it is in a nested shadow tree. */
function focused(root: DocumentOrShadowRoot = document): Element | null {
  const active = root.activeElement;
  return active?.shadowRoot?.activeElement ? focused(active.shadowRoot) : active;
}

/**
 * Replaces the selected text. E-mail fields do not report the position of the caret, so in these fields the text
 * is appended.
 */
function replaceText(field: HTMLInputElement, text: string, start: number, end: number): void {
  if (field.selectionStart === null) field.value = field.value.slice(0, start) + text;
  else field.setRangeText(text, start, end, 'end');
}

/** Returns the selected range, or the end of the text if the field does not report its selection. */
function selectionOf({ selectionStart, selectionEnd, value }: HTMLInputElement): [number, number] {
  return [selectionStart ?? value.length, selectionEnd ?? value.length];
}

declare global {
  interface HTMLElementTagNameMap {
    'mhb-keypad': MhbKeypad;
  }
}
