/// <reference types="vite/client" />
import '@mhb-kit/elements/define';
import manifest from '@mhb-kit/elements/custom-elements.json' with { type: 'json' };
import { html, nothing, render, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describeComponent, needsProvider, valueOf, type Control, type Manifest } from './manifest.js';
import { frameworks, pageScript, snippet, type Framework, type Setting } from './snippets.js';
import { files, states } from './states.js';
import { cardsOf, openStory, storiesIn, type OpenedStory, type StoryFile } from './story.js';
import { themeCss, themeOf, type Scheme, type Theme } from './theme.js';
import { words, type Language } from './words.js';

/** The playground: every component in the states of its stories, and the code that shows it on a page. */

const modules = import.meta.glob<StoryFile>('../*.stories.ts', { eager: true });
const stories = new Map(
  Object.keys(files).flatMap((name) => {
    const file = modules[`../${name}.stories.ts`];
    return file === undefined ? [] : [[name, file] as const];
  }),
);
const nameOfFramework: Readonly<Record<Framework, string>> = {
  html: 'HTML',
  react: 'React',
  vue: 'Vue',
  angular: 'Angular',
  svelte: 'Svelte',
};
const SCHEMES: readonly Scheme[] = ['light', 'dark'];
const WIDTHS = [320, 390, 768] as const;
const COLOUR = /^#[\da-f]{6}$/i;

const query = new URLSearchParams(location.search);
let language: Language = query.get('lang') === 'en' ? 'en' : 'zh-Hant';
let fileName = stories.has(query.get('component') ?? '') ? (query.get('component') ?? '') : 'login-box';
let stateName = query.get('state') ?? '';
let scheme: Scheme = 'light';
let width = 0;
let brand = '#8a3b12';
let typedBrand = brand;
let radius = 0.625;
let isThemed = false;
let framework: Framework = 'html';
let isCopied = false;
let heard: readonly { readonly name: string; readonly detail: string }[] = [];
let settings: readonly Setting[] = [];
let opened: OpenedStory | undefined;
let card: string | undefined;

const canvas = document.createElement('div');
canvas.className = 'canvas';
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];

const fileNow = (): StoryFile => {
  const found = stories.get(fileName);
  if (found === undefined) throw new Error('No stories');
  return found;
};

/** The component whose properties can be changed: the one that the stories name, or the first on the stage. */
function tagNow(): string {
  const named = fileNow().default.component;
  const shown = [...canvas.querySelectorAll('*')].map(({ localName }) => localName);
  if (named !== undefined && shown.includes(named)) return named;
  return shown.find((name) => name.startsWith('mhb-') && name !== 'mhb-provider') ?? named ?? 'mhb-provider';
}

const inWords = (name: string): string =>
  name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
const nameOfFile = (name: string, file: StoryFile): string =>
  language === 'en' ? file.default.title : (files[name] ?? name);
const nameOfState = (file: string, name: string): string =>
  language === 'en' ? inWords(name) : (states[file]?.[name] ?? inWords(name));

const listening = new Set<string>();
/** Components report by events that cross shadow roots. */
function listen(events: readonly string[]): void {
  for (const name of events) {
    if (listening.has(name)) continue;
    listening.add(name);
    canvas.addEventListener(name, (event) => {
      heard = [{ name, detail: detailOf(event) }, ...heard].slice(0, 20);
      draw();
    });
  }
}

/** The event's own values, briefly. */
function detailOf(event: Event): string {
  const own = Object.entries(event).filter(([name]) => name !== 'isTrusted');
  const short = (_name: string, value: unknown): unknown =>
    value instanceof Blob ? `Blob(${value.size})` : typeof value === 'function' ? undefined : value;
  const text = JSON.stringify(Object.fromEntries(own), short);
  return text === '{}' ? '' : text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

async function show(): Promise<void> {
  opened?.close();
  heard = [];
  settings = [];
  const names = storiesIn(fileNow());
  if (!names.includes(stateName)) stateName = names[0] ?? '';
  const address = new URLSearchParams({ lang: language, component: fileName, state: stateName });
  history.replaceState(null, '', `?${address.toString()}`);
  // A new element, because Lit would keep what the last story has left in it.
  const stage = document.createElement('div');
  stage.dataset['story'] = `${fileName}-${stateName}`;
  canvas.replaceChildren(stage);
  opened = await openStory(fileNow(), stateName, `${fileName}-${stateName}-${Date.now()}`, stage);
  card = opened.card;
  listen(describeComponent(manifest as Manifest, tagNow()).events);
  draw();
}

/** Sets a property on the component, or back to what the story has set. */
function change(control: Control, typed: string | boolean): void {
  const value = valueOf(control, typed);
  const others = settings.filter(({ property }) => property !== control.property);
  settings =
    value === undefined
      ? others
      : [...others, { property: control.property, attribute: control.attribute, value }];
  for (const element of canvas.querySelectorAll(tagNow())) {
    if (value === undefined || value === true) element.toggleAttribute(control.attribute, value === true);
    else element.setAttribute(control.attribute, String(value));
  }
  draw();
}

function controlFor(control: Control): TemplateResult {
  const now = settings.find(({ property }) => property === control.property)?.value;
  const id = `set-${control.attribute}`;
  if (control.kind === 'boolean')
    return html`<label class="row" for=${id}
      ><code>${control.attribute}</code>
      <input
        id=${id}
        type="checkbox"
        .checked=${live(now === true)}
        @change=${(event: Event) => change(control, (event.target as HTMLInputElement).checked)}
    /></label>`;
  if (control.kind === 'choice')
    return html`<label class="row" for=${id}
      ><code>${control.attribute}</code>
      <select
        id=${id}
        @change=${(event: Event) => change(control, (event.target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${now === undefined}>${words[language].unset}</option>
        ${control.choices.map((choice) => html`<option ?selected=${now === choice}>${choice}</option>`)}
      </select></label
    >`;
  return html`<label class="row" for=${id}
    ><code>${control.attribute}</code>
    <input
      id=${id}
      type=${control.kind === 'number' ? 'number' : 'text'}
      autocomplete="off"
      .value=${live(now === undefined ? '' : String(now))}
      @input=${(event: Event) => change(control, (event.target as HTMLInputElement).value)}
  /></label>`;
}

function choice(
  label: string,
  id: string,
  options: readonly (readonly [string, string])[],
  now: string,
  take: (value: string) => void,
): TemplateResult {
  return html`<label for=${id}
    >${label}
    <select id=${id} @change=${(event: Event) => take((event.target as HTMLSelectElement).value)}>
      ${options.map(([value, name]) => html`<option value=${value} ?selected=${value === now}>${name}</option>`)}
    </select></label
  >`;
}

function themePanel(theme: Theme): TemplateResult {
  const text = words[language];
  const isWrong = !COLOUR.test(typedBrand);
  return html`<section aria-labelledby="theme-title">
    <h2 id="theme-title">${text.theme}</h2>
    <div class="fields">
      <label for="brand"
        >${text.brand}
        <span class="pair"
          ><input
            id="picker"
            type="color"
            aria-label=${text.brand}
            .value=${live(brand)}
            @input=${(event: Event) => setBrand((event.target as HTMLInputElement).value)} /><input
            id="brand"
            autocomplete="off"
            spellcheck="false"
            aria-invalid=${isWrong}
            aria-describedby="brand-wrong"
            .value=${live(typedBrand)}
            @input=${(event: Event) => setBrand((event.target as HTMLInputElement).value)}
        /></span>
        <span id="brand-wrong" class="wrong">${isWrong ? text.wrongColour : ''}</span></label
      >
      <label for="radius"
        >${text.radius}
        <input
          id="radius"
          type="number"
          min="0"
          max="2"
          step="0.125"
          .value=${live(String(radius))}
          @input=${(event: Event) => {
            const typed = Number((event.target as HTMLInputElement).value);
            radius = Number.isFinite(typed) ? Math.min(2, Math.max(0, typed)) : radius;
            isThemed = true;
            draw();
          }}
      /></label>
      <label class="row" for="use-theme"
        ><input
          id="use-theme"
          type="checkbox"
          .checked=${live(isThemed)}
          @change=${(event: Event) => {
            isThemed = (event.target as HTMLInputElement).checked;
            draw();
          }}
        />${text.useTheme}</label
      >
    </div>
    ${SCHEMES.map((each) =>
      theme[each].accent === brand.toLowerCase()
        ? nothing
        : html`<p>${text.changed(text[each], theme[each].accent)}</p>`,
    )}
    <div class="scroll" tabindex="0" role="region" aria-label=${text.proof}>
      <table>
        <caption>
          ${text.proof}
        </caption>
        <thead>
          <tr>
            <th scope="col">${text.pair}</th>
            <th scope="col">${text.required}</th>
            ${SCHEMES.map((each) => html`<th scope="col">${text[each]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${theme.light.pairs.map(
            ({ name, required, ratio }, index) =>
              html`<tr>
                <th scope="row">${text.pairs[name]}</th>
                <td>${required}</td>
                <td>${ratio.toFixed(2)}</td>
                <td>${(theme.dark.pairs[index]?.ratio ?? 0).toFixed(2)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function setBrand(typed: string): void {
  typedBrand = typed;
  if (COLOUR.test(typed)) {
    brand = typed;
    isThemed = true;
  }
  draw();
}

function codePanel(css: string, events: readonly string[]): TemplateResult {
  const text = words[language];
  const tag = tagNow();
  const shown = { tag, settings, events, provider: needsProvider(tag) };
  const code = snippet(framework, shown, css);
  const script = framework === 'html' ? pageScript(shown) : '';
  const hasSheet = css !== '' && framework !== 'vue' && framework !== 'angular';
  return html`<section class="code" aria-labelledby="code-title">
    <h2 id="code-title">${text.code}</h2>
    <div class="tabs" role="group" aria-label=${text.code}>
      ${frameworks.map(
        (each) =>
          html`<button
            type="button"
            aria-pressed=${each === framework}
            @click=${() => {
              framework = each;
              isCopied = false;
              draw();
            }}
          >
            ${nameOfFramework[each]}
          </button>`,
      )}
      <button
        type="button"
        id="copy"
        @click=${() =>
          void navigator.clipboard.writeText(code).then(() => {
            isCopied = true;
            draw();
          })}
      >
        ${isCopied ? text.copied : text.copy}
      </button>
    </div>
    <pre id="code" tabindex="0" role="region" aria-label=${text.code}><code>${code}</code></pre>
    ${
      script === ''
        ? nothing
        : html`<p>${text.script}</p>
            <pre
              id="page-script"
              tabindex="0"
              role="region"
              aria-label=${text.script}
            ><code>${script}</code></pre>`
    }
    ${
      hasSheet
        ? html`<p>${text.sheet} <code>theme.css</code></p>
            <pre id="sheet" tabindex="0" role="region" aria-label=${text.sheet}><code>${css}</code></pre>`
        : nothing
    }
  </section>`;
}

function draw(): void {
  const text = words[language];
  const file = fileNow();
  const { controls, events } = describeComponent(manifest as Manifest, tagNow());
  const css = isThemed ? themeCss({ brand, radius }) : '';
  sheet.replaceSync(css);
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-Hant-TW';
  document.documentElement.dataset['theme'] = scheme;
  document.title = `${text.title} · mhb-kit`;
  canvas.style.maxWidth = width === 0 ? '' : `${width}px`;
  const cards = cardsOf(file);
  render(
    html`<header>
        <h1>${text.title}</h1>
        <button
          type="button"
          id="language"
          lang=${language === 'en' ? 'zh-Hant' : 'en'}
          @click=${() => {
            language = language === 'en' ? 'zh-Hant' : 'en';
            void show();
          }}
        >
          ${text.otherLanguage}
        </button>
        <p>${text.intro}</p>
      </header>
      <main>
        <div class="fields choices">
          ${choice(
            text.component,
            'component',
            [...stories].map(([name, each]) => [name, nameOfFile(name, each)] as const),
            fileName,
            (value) => {
              fileName = value;
              void show();
            },
          )}
          ${choice(
            text.state,
            'state',
            storiesIn(file).map((name) => [name, nameOfState(fileName, name)] as const),
            stateName,
            (value) => {
              stateName = value;
              void show();
            },
          )}
          ${choice(
            text.scheme,
            'scheme',
            SCHEMES.map((each) => [each, text[each]] as const),
            scheme,
            (value) => {
              scheme = value === 'dark' ? 'dark' : 'light';
              draw();
            },
          )}
          ${choice(
            text.width,
            'width',
            [['0', text.full] as const, ...WIDTHS.map((each) => [String(each), text.pixels(each)] as const)],
            String(width),
            (value) => {
              width = Number(value);
              draw();
            },
          )}
          ${
            cards.length === 0 || card === undefined
              ? nothing
              : choice(
                  text.card,
                  'card',
                  cards.map((each) => [each, text.cards[each]] as const),
                  card,
                  (value) => {
                    card = value;
                    opened?.insert(value);
                    draw();
                  },
                )
          }
        </div>
        <section class="stage-frame" aria-label=${text.stage}>${canvas}</section>
        <div class="panels">
          ${codePanel(css, events)}
          <section aria-labelledby="properties-title">
            <h2 id="properties-title">${text.properties}: <code>&lt;${tagNow()}&gt;</code></h2>
            ${controls.length === 0 ? html`<p>${text.noProperties}</p>` : controls.map(controlFor)}
          </section>
          <section aria-labelledby="events-title">
            <h2 id="events-title">${text.events}</h2>
            ${
              heard.length === 0
                ? html`<p>${text.noEvents}</p>`
                : html`<button
                      type="button"
                      @click=${() => {
                        heard = [];
                        draw();
                      }}
                    >
                      ${text.clear}
                    </button>
                    <ol id="heard">
                      ${heard.map(({ name, detail }) => html`<li><code>${name}</code> <small>${detail}</small></li>`)}
                    </ol>`
            }
          </section>
          ${themePanel(themeOf(brand))}
        </div>
      </main>`,
    document.body,
  );
}

await show();
