import { html, page, type Markup } from './page.js';
import { words, type Language } from './words.js';

/** The features that this gateway offers to people. */
interface Offered {
  /** Whether people can register and manage their account themselves. */
  readonly accounts: boolean;
  /** Whether the components are installed. Without them, the other pages cannot be shown. */
  readonly components: boolean;
}

/**
 * Renders the page for people who type the gateway's own address. The page explains what the gateway is and where
 * to go. It is in both languages, because nothing is known about the person. It contains no components, scripts,
 * or details of the installation.
 */
export function entrancePage(offered: Offered): string {
  return page({
    language: 'zh-Hant',
    title: `${words['zh-Hant'].service} ${words.en.service}`,
    components: false,
    body: html`${section('zh-Hant', offered)}${section('en', offered)}`,
  });
}

function section(language: Language, { accounts, components }: Offered): Markup {
  const own = words[language];
  const accountLinks = [
    ['/account', own.logInToAccount],
    ['/registration', own.registration],
    ['/password-reset', own.passwordReset],
    ['/account-recovery', own.accountRecovery],
  ] as const;
  const links = [...(accounts ? accountLinks : []), ['/environment-check', own.environmentCheck] as const];
  const heading = language === 'zh-Hant' ? html`<h1>${own.service}</h1>` : html`<h2>${own.service}</h2>`;
  return html`<section lang="${language}">
    ${heading}
    <p>${own.about}</p>
    ${accounts ? [] : html`<p>${own.logInElsewhere}</p>`}
    ${
      components
        ? html`<ul>
            ${links.map(([address, name]) => html`<li><a href="${address}">${name}</a></li>`)}
          </ul>`
        : html`<p>${own.notInstalled}</p>`
    }
    <p>${own.forOperators}<a href="/v1/docs">${own.apiDescription}</a></p>
  </section>`;
}
