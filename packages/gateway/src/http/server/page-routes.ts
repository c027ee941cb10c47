import type { FastifyReply, FastifyRequest } from 'fastify';
import { toMhbError } from '@mhb-kit/core/error';
import { describeError, type MhbErrorCode } from '@mhb-kit/core/error-messages';
import type { SelfService } from '../../self-service/self-service.js';
import { answerAddress, readAuthorization } from '../../connect/authorization.js';
import { entrancePage } from '../../pages/entrance-page.js';
import { html, page, pagePolicy, type Markup } from '../../pages/page.js';
import type { Asset, PageAssets } from '../../pages/page-assets.js';
import { words, type Language } from '../../pages/words.js';
import type { App } from '../app.js';
import type { Embedders } from '../../embedders/embedders.js';
import { languageOf } from '../problems.js';

export interface PageRoutesParts {
  readonly assets: PageAssets;
  readonly embedders: Embedders;
  /** `null` if people cannot register themselves. */
  readonly registration: Pick<SelfService, 'mailAdviceDomains'> | null;
  /** `null` if the operator has not enabled passkeys. */
  readonly passkeys: object | null;
  readonly publicUrl: () => string;
}

const provider = (inside: Markup): Markup => html`<mhb-provider gateway="/">${inside}</mhb-provider>`;

/**
 * The errors, apart from a used code, that can occur when a phone adds a passkey. An error that is not in this
 * list is shown like the last one in the list.
 */
const refusals = [
  'passkey-exists',
  'passkey-not-given',
  'passkey-refused',
  'gateway-unreachable',
] as const satisfies readonly MhbErrorCode[];

/**
 * @param query The query string that the login box adds to its links, so that the linked pages can lead back to
 * the login; `null` if the box should have no links
 */
const loginBox = (query: string | null): Markup =>
  query === null
    ? html`<mhb-login-box></mhb-login-box>`
    : html`<mhb-login-box
        register-href="/registration${query}"
        forgot-href="/password-reset${query}"
        recovery-href="/account-recovery${query}"
      ></mhb-login-box>`;

const queryOf = ({ url }: FastifyRequest): string => url.split('?').slice(1).join('?');

/**
 * Adds the gateway's own pages. They contain the components in direct mode, so that no other website sees a
 * secret.
 */
export function addPageRoutes(app: App, parts: PageRoutesParts): void {
  const { assets, embedders, registration, passkeys, publicUrl } = parts;

  function send(
    reply: FastifyReply,
    language: Language | 'zh-Hant, en',
    status: number,
    text: string,
  ): FastifyReply {
    // The page is isolated from the page that opened it, but not from the card bridge's window, which this page
    // opens.
    const opener = 'same-origin-allow-popups';
    return reply
      .code(status)
      .header('Content-Security-Policy', pagePolicy)
      .header('Cross-Origin-Opener-Policy', opener)
      .header('Content-Language', language)
      .type('text/html; charset=utf-8')
      .send(text);
  }

  const sendNotice = (
    reply: FastifyReply,
    language: Language,
    status: number,
    text: string,
  ): FastifyReply => {
    const { service } = words[language];
    const body = html`<h1>${service}</h1>
      <p>${text}</p>`;
    return send(reply, language, status, page({ language, title: service, body }));
  };

  function addPage(
    path: string,
    compose: (
      language: Language,
      request: FastifyRequest,
    ) => { title: string; body: Markup; script?: string },
    needsComponents = true,
  ): void {
    app.get(path, { schema: { hide: true } }, (request, reply) => {
      const language = languageOf(request);
      if (needsComponents && !assets.installed)
        return sendNotice(reply, language, 503, words[language].notInstalled);
      try {
        return send(reply, language, 200, page({ language, ...compose(language, request) }));
      } catch (error) {
        const { code } = toMhbError(error);
        if (code !== 'connect-failed') throw error;
        return sendNotice(reply, language, 400, sentence(code, language));
      }
    });
  }

  app.get('/', { schema: { hide: true } }, (_request, reply) => {
    const offered = { accounts: registration !== null, components: assets.installed };
    return send(reply, 'zh-Hant, en', 200, entrancePage(offered));
  });

  addPage('/connect/authorize', (language, request) => {
    const { asks, neverSees, consent, allow, deny, scopes: names } = words[language];
    const query = queryOf(request);
    const authorization = readAuthorization(query, embedders);
    const { embedder, scopes, redirectUri } = authorization;
    const title = asks(embedder.name, new URL(redirectUri).origin);
    const refused = answerAddress(authorization, publicUrl(), { error: 'access_denied' });
    return {
      title,
      script: 'connect.js',
      body: html` <h1>${title}</h1>
        ${provider(
          html` <section id="login">
            <p>${neverSees}</p>
            ${loginBox(registration === null ? null : `?${query}`)}
          </section>`,
        )}
        <section id="consent" hidden>
          <h2 id="consent-heading" tabindex="-1">${consent(embedder.name)}</h2>
          <ul>
            ${scopes.map((scope) => html`<li>${names[scope]}</li>`)}
          </ul>
          <p id="failure" role="alert" hidden>${sentence('connect-failed', language)}</p>
        </section>
        <p class="actions">
          <button id="allow" type="button" aria-disabled="true" hidden>${allow}</button>
          <a id="deny" href="${refused}">${deny}</a>
        </p>`,
    };
  });

  addPage('/environment-check', (language) => ({
    title: words[language].environmentCheck,
    body: provider(html`<mhb-environment-check></mhb-environment-check>`),
  }));

  if (registration !== null) {
    const domains = registration.mailAdviceDomains.join(' ');
    const back = (language: Language): Markup => html`<p><a href="/account">${words[language].back}</a></p>`;
    /**
     * Returns the login page to return to: that of the website from which the person came, or else the gateway's
     * own.
     */
    function wayBack(request: FastifyRequest): { readonly clientId: string; readonly login: string } {
      try {
        const { embedder } = readAuthorization(queryOf(request), embedders);
        return { clientId: embedder.id, login: `/connect/authorize?${queryOf(request)}` };
      } catch {
        return { clientId: '', login: '/account' };
      }
    }
    addPage('/registration', (language, request) => {
      const { clientId, login } = wayBack(request);
      return {
        title: words[language].registration,
        body: provider(
          html`<mhb-registration
            login-href="${login}"
            client-id="${clientId}"
            mail-advice-domains="${domains}"
          ></mhb-registration>`,
        ),
      };
    });
    addPage('/activation', (language, request) => {
      // A person might open the link in the e-mail days later and on another computer, so the page sends them to
      // the website, which starts the login.
      const sender = embedders.find(new URLSearchParams(queryOf(request)).get('client_id') ?? '');
      const [address] = sender?.redirectUris ?? [];
      const activation = (login: string): Markup =>
        provider(html`<mhb-activation login-href="${login}"></mhb-activation>`);
      return {
        title: words[language].activation,
        body:
          sender === undefined || address === undefined
            ? activation('/account')
            : html`<p>${words[language].returnsTo(sender.name, new URL(address).origin)}</p>
                ${activation(address)}`,
      };
    });
    addPage('/password-reset', (language, request) => ({
      title: words[language].passwordReset,
      body: provider(html`<mhb-password-reset login-href="${wayBack(request).login}"></mhb-password-reset>`),
    }));
    addPage('/account-recovery', (language, request) => ({
      title: words[language].accountRecovery,
      body: provider(
        html`<mhb-account-recovery login-href="${wayBack(request).login}"></mhb-account-recovery>`,
      ),
    }));
    addPage('/account', (language) => ({
      title: words[language].account,
      body: provider(html`${loginBox('')}<mhb-account></mhb-account>`),
    }));
    addPage(
      '/email-confirmation',
      (language) => {
        const { emailConfirmation, confirmEmail, emailConfirmed, emailNotConfirmed } = words[language];
        return {
          title: emailConfirmation,
          script: 'email-confirmation.js',
          body: html` <h1>${emailConfirmation}</h1>
            <p id="ask" class="actions"><button id="confirm" type="button">${confirmEmail}</button></p>
            <p id="done" role="status" hidden>${emailConfirmed}</p>
            <p id="failure" role="alert" hidden>${emailNotConfirmed}</p>
            ${back(language)}`,
        };
      },
      false,
    );
  }

  if (passkeys !== null) {
    addPage('/passkey', (language) => {
      const own = words[language];
      return {
        title: own.passkey,
        script: 'passkey.js',
        body: html`<h1 id="heading" tabindex="-1">${own.passkey}</h1>
          ${provider(html``)}
          <section id="ask" hidden>
            <p>${own.passkeyFor}<strong id="person"></strong></p>
            <p>${own.passkeyBegunAt}<strong id="place">${own.service}</strong></p>
            <p>${own.passkeyHint}</p>
            <p class="actions"><button id="make" type="button">${own.makePasskey}</button></p>
          </section>
          <section id="code" hidden>
            <p id="code-heading" tabindex="-1">${own.passkeyCode}</p>
            <p><output id="digits"></output></p>
            <p>${own.passkeyCodeHint}</p>
          </section>
          <p id="done" role="status" hidden>${own.passkeyDone}</p>
          <p id="unsupported" role="alert" hidden>${own.noPasskeysHere}</p>
          <p data-refusal="ticket-invalid" role="alert" hidden>${own.passkeyExpired}</p>
          ${refusals.map(
            (code) => html`<p data-refusal="${code}" role="alert" hidden>${sentence(code, language)}</p>`,
          )}`,
      };
    });
  }

  function addAssets(path: string, find: (name: string) => Asset | undefined): void {
    app.get(path, { schema: { hide: true } }, (request, reply) => {
      const found = find((request.params as { readonly name: string }).name);
      if (found === undefined) return reply.callNotFound();
      const { bytes, mediaType, tag, immutable } = found;
      void reply
        .header('ETag', tag)
        .header('Cache-Control', immutable ? 'public, max-age=31536000, immutable' : 'public, no-cache');
      if (request.headers['if-none-match'] === tag) return reply.code(304).send();
      return reply.type(mediaType).send(bytes);
    });
  }
  addAssets('/assets/elements/:name', (name) => assets.element(name));
  addAssets('/assets/gateway/:name', (name) => assets.own(name));
}

function sentence(code: MhbErrorCode, language: Language): string {
  const { message, remedy } = describeError(code, language);
  return `${message}${language === 'en' ? ' ' : ''}${remedy}`;
}
