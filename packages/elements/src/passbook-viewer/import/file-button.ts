import { html, type TemplateResult } from 'lit';

/** A label that looks like a button, around the native file input, which people can still reach by keyboard. */
export const fileButton = (
  words: string | TemplateResult,
  kind: string,
  choose: (files: readonly File[], input: HTMLInputElement) => void,
): TemplateResult =>
  html`<label class="file-button ${kind}">
    ${words}
    <input
      type="file"
      class="visually-hidden"
      multiple
      accept=".zip,.json,.xml,.html,.htm"
      @change=${(event: Event) => {
        const input = event.currentTarget as HTMLInputElement;
        const files = [...(input.files ?? [])];
        // The value is cleared, because otherwise choosing the same file again would not fire the event.
        input.value = '';
        choose(files, input);
      }}
    />
  </label>`;
