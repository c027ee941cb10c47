import { html, type TemplateResult } from 'lit';

/**
 * Renders a label that looks like a button. The label contains the native file input, so that people can still
 * reach it by keyboard.
 */
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
        // Without this line, choosing the same file again would not fire the event.
        input.value = '';
        choose(files, input);
      }}
    />
  </label>`;
