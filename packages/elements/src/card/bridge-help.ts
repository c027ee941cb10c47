import type { DetectedProvider } from '@mhb-kit/core/card';
import { html, nothing, type ReactiveControllerHost } from 'lit';
import { css } from '../base/css.js';
import { bridgeHelpEn } from './bridge-help.strings.en.js';
import { bridgeHelpZh } from './bridge-help.strings.js';

/** An entry in the `releases.json` that `npm run package` writes. */
interface OfferedFile {
  readonly target: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

type System = 'windows' | 'macos' | 'linux';

const styles = css`
  .offer {
    display: grid;
    grid-column: 2 / -1;
    gap: 0.5rem;
    font-weight: 400;
  }

  .offer :is(ol, ul) {
    margin: 0;
    padding-inline-start: 1.4em;
  }

  .offer ol {
    list-style: decimal;
  }

  .offer li {
    display: list-item;
    padding-block: 0.15rem;
    border: 0;
  }

  .offer code {
    overflow-wrap: anywhere;
  }
`;

/** How long the page waits between checks for whether the bridge has started. */
const LOOK_MS = 3_000;
/**
 * File formats in order of preference for systems that have several formats: on Windows the one that does not
 * require an administrator, and on Debian the one with automatic updates.
 */
const KINDS = ['.msi', '.deb', '.tar.gz'] as const;

/**
 * Shows help to a person who cannot use the bridge. If the bridge is not installed, the help offers the right
 * download for the person's system, lists three steps, and checks every few seconds whether the bridge has
 * started. This module is loaded only when needed.
 * @param signal stops the checks
 * @param found called once when the bridge responds, or when the browser has to ask the person for permission
 * @returns the content to show now
 */
export function bridgeHelp(
  host: ReactiveControllerHost & Element,
  { provider, state }: DetectedProvider,
  signal: AbortSignal,
  found: () => unknown,
): () => unknown {
  const { downloads: folder } = provider;
  let files: readonly OfferedFile[] | undefined;

  const look = async () => {
    if (signal.aborted) return;
    const now = await provider.probe({ signal: AbortSignal.timeout(LOOK_MS) }).catch(() => undefined);
    if (signal.aborted) return;
    if (now === undefined || now.state === 'not-installed') setTimeout(() => void look(), LOOK_MS);
    else found();
  };
  if (state === 'not-installed') setTimeout(() => void look(), LOOK_MS);
  const { styleSheet } = styles;
  const sheets = host.shadowRoot?.adoptedStyleSheets;
  if (styleSheet !== undefined && sheets?.includes(styleSheet) === false) sheets.push(styleSheet);
  host.requestUpdate();
  void readFiles(folder).then((read) => {
    files = read;
    host.requestUpdate();
  });

  return () => {
    if (signal.aborted || state === 'ready' || state === 'needs-permission') return nothing;
    // The help uses the language of the component that shows it.
    const tag = host.shadowRoot?.querySelector('[lang]')?.getAttribute('lang') ?? 'zh-Hant';
    const strings = tag.startsWith('zh') ? bridgeHelpZh : bridgeHelpEn;
    if (state !== 'not-installed' || folder === undefined || files === undefined)
      return html`<small class="offer" lang=${tag}>${strings.remedy[state]}</small>`;
    const system = systemOf(navigator);
    const best = bestOf(files, system);
    return html`<div class="offer" lang=${tag} role="group" aria-label=${strings.steps}>
      ${
        best === undefined || system === undefined
          ? html`<small>${strings.none}</small>`
          : html`<ol>
              <li>
                <a href=${new URL(best.file.name, folder).href} download>
                  ${strings.download(strings.system[system], megabytes(best.file.size, tag))}
                </a>
                ${best.file.name.includes('-without-reader') ? html`<small>${strings.withoutReader}</small>` : nothing}
              </li>
              <li>${strings.install[best.kind]}</li>
              <li>${strings.open}</li>
            </ol>`
      }
      ${system === 'linux' ? html`<small>${strings.sandbox}</small>` : nothing}
      <small role="status">${strings.waiting}</small>
      <details>
        <summary>${strings.other}</summary>
        <ul>
          ${files.map(
            ({ name, sha256 }) =>
              html`<li>
                <a href=${new URL(name, folder).href} download>${name}</a> <code>SHA-256 ${sha256}</code>
              </li>`,
          )}
        </ul>
      </details>
    </div>`;
  };
}

/**
 * The page and the download folder can belong to different organizations, so any response that is not a list of
 * files is ignored.
 */
async function readFiles(folder: string | undefined): Promise<readonly OfferedFile[]> {
  if (folder === undefined) return [];
  try {
    const response = await fetch(new URL('releases.json', folder), { signal: AbortSignal.timeout(10_000) });
    const { files } = (await response.json()) as { files?: unknown };
    return Array.isArray(files) ? files.filter(isFile) : [];
  } catch {
    return [];
  }
}

function isFile(value: unknown): value is OfferedFile {
  const { target, name, size, sha256 } = (value ?? {}) as Partial<Record<keyof OfferedFile, unknown>>;
  return (
    typeof target === 'string' &&
    typeof name === 'string' &&
    /^\w[\w.-]*$/.test(name) &&
    typeof size === 'number' &&
    typeof sha256 === 'string'
  );
}

/**
 * Returns the visitor's operating system, if the browser reveals it. For phones, returns `undefined`, because
 * there is no bridge for them.
 */
export function systemOf({ userAgent }: { readonly userAgent: string }): System | undefined {
  if (/Android|iPhone|iPad|Mobile/.test(userAgent)) return undefined;
  if (userAgent.includes('Windows')) return 'windows';
  if (userAgent.includes('Macintosh')) return 'macos';
  return userAgent.includes('Linux') ? 'linux' : undefined;
}

function bestOf(files: readonly OfferedFile[], system: System | undefined) {
  const own = files.filter(({ target }) => system !== undefined && target.startsWith(`${system}-`));
  for (const kind of KINDS) {
    // Skip the installer that serves all users of a computer, because it requires an administrator.
    const file = own.find(({ name }) => name.endsWith(kind) && !name.includes('-machine'));
    if (file !== undefined) return { file, kind };
  }
  return undefined;
}

const megabytes = (bytes: number, tag: string): string =>
  new Intl.NumberFormat(tag, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 }).format(
    bytes / 1e6,
  );
