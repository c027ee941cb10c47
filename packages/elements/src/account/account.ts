import type { ActivityEntry, ContactChange, SessionSummary } from '@mhb-kit/core/gateway';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from '../base/decorators.js';
import * as rules from '../account-life/rules.js';
import { AttemptController, attemptNotes } from '../base/attempt-controller.js';
import { calendarFor, formatMoment, type CalendarName, type DateStyle } from '../base/dates.js';
import { MhbElement } from '../base/element.js';
import { field, passwordField, type Field } from '../base/field.js';
import { FormController } from '../base/form-controller.js';
import { notice, statement } from '../base/notice.js';
import { ServiceController } from '../base/service-controller.js';
import { SessionController } from '../base/session-controller.js';
import { AccountController } from './account-controller.js';
import { accountStrings, type AccountStrings } from './account.strings.js';
import { accountStyles } from './account.styles.js';
import { MhbAccountChangedEvent } from './events.js';

type ContactName = 'telephone' | 'mobile' | 'email' | 'alternateEmail';

const contactFields: readonly (Field & { readonly name: ContactName })[] = [
  { name: 'telephone', label: 'telephone', type: 'tel', autocomplete: 'tel', maxLength: 30 },
  { name: 'mobile', label: 'mobile', type: 'tel', autocomplete: 'tel', maxLength: 16 },
  { name: 'email', label: 'email', type: 'email', autocomplete: 'email', maxLength: 254 },
  { name: 'alternateEmail', label: 'alternateEmail', type: 'email', maxLength: 254 },
];

/**
 * @summary A person's own account: 帳號資料異動, 健保卡註冊密碼變更, where they are logged in, and who used their data when.
 *
 * Shows what is known in part only. Changes want the current password; a new e-mail address counts once the link that is
 * mailed there is followed.
 *
 * @tag mhb-account
 * @fires {MhbAccountChangedEvent} mhb-account-changed - The person has changed contact details or password.
 * @csspart frame - The box.
 * @csspart part - Each of its four parts.
 * @csspart field - Each field with its label.
 * @csspart submit - The button of each form.
 * @csspart notice - Each message.
 */
export class MhbAccount extends MhbElement<AccountStrings> {
  static override styles: CSSResultGroup = [MhbElement.styles, accountStyles];

  /** `roc` or `gregorian` years; by default ROC ones in Chinese, western ones in other languages. */
  @property() calendar: CalendarName | undefined;

  @state() private announcement = '';
  @state() private passwordShown = false;
  @state() private nothingChanged = false;
  @state() private done: 'contact' | 'password' | undefined;

  readonly #account = new AccountController(this);
  readonly #service = new ServiceController(this, () => this.gatewayClient);
  readonly #session = new SessionController(
    this,
    () => this.gatewayClient,
    (session) => {
      this.#account.forget();
      this.#contactAttempt.forget();
      this.#passwordAttempt.forget();
      this.done = undefined;
      const client = this.gatewayClient;
      if (session !== null && client !== undefined) void this.#account.load(client, session);
    },
  );
  readonly #contactAttempt = new AttemptController(this);
  readonly #passwordAttempt = new AttemptController(this);
  readonly #contact = new FormController<ContactName | 'contactPassword', rules.Problem>(this, {
    telephone: rules.telephone,
    mobile: rules.mobileIfGiven,
    email: rules.emailIfGiven,
    alternateEmail: rules.emailIfGiven,
    contactPassword: rules.required,
  });
  readonly #password = new FormController<
    'currentPassword' | 'newPassword' | 'repeatedPassword',
    rules.Problem
  >(this, {
    currentPassword: rules.required,
    newPassword: rules.newPassword(() => this.#service.info?.passwordPolicy ?? 'nhi-legacy'),
    repeatedPassword: rules.repeated('newPassword'),
  });

  constructor() {
    super('account', accountStrings);
  }

  protected override render(): TemplateResult {
    const { tag, strings } = this.locale;
    return html`<section part="frame" class="frame" lang=${tag} aria-label=${strings.heading}>
      <h2>${strings.heading}</h2>
      ${this.#renderBody()}
      <p role="status" class="visually-hidden">${this.announcement}</p>
    </section>`;
  }

  #renderBody(): TemplateResult {
    const { strings } = this.locale;
    if (this.gatewayClient === undefined)
      return statement('warning', strings.noClient, strings.noClientRemedy);
    const { session } = this.#session;
    if (session === null) return notice('info', strings.logInFirst);
    const { details, sessions, activity, error, isLoading } = this.#account;
    const isEmpty = details === undefined && sessions === undefined;
    const retry = html`<button type="button" id="retry" @click=${this.#handleRetry}>
      ${strings.retry}
    </button>`;
    const alert = html`<div role="alert">${this.errorNotice(error, isEmpty ? retry : nothing)}</div>`;
    if (isEmpty && isLoading)
      return html`<p class="actions"><span class="spinner"></span>${strings.loading}</p>
        ${alert}`;
    if (isEmpty && error === undefined)
      return statement('info', strings.notAllowedHere, strings.notAllowedHereRemedy);
    return html`${alert} ${details === undefined ? nothing : this.#renderContact()}
    ${details === undefined ? nothing : this.#renderPassword()}
    ${sessions === undefined ? nothing : this.#renderSessions(sessions)}
    ${activity === undefined ? nothing : this.#renderActivity(activity)}`;
  }

  #renderContact(): TemplateResult {
    const { strings } = this.locale;
    const { details } = this.#account;
    const pending = { email: details?.pendingEmail, alternateEmail: details?.pendingAlternateEmail };
    return html`<form
      part="part"
      class="part"
      id="contact"
      novalidate
      @submit=${this.#handleContact}
      @change=${this.#contact.handleChange}
      @input=${this.#contact.handleInput}
    >
      <h3>${strings.contact}</h3>
      <p class="quiet">${strings.contactHint}</p>
      <div class="fields">
        ${contactFields.map((each) => {
          const { name } = each;
          const waiting = (name === 'email' || name === 'alternateEmail' ? pending[name] : null) ?? undefined;
          return field(
            {
              ...each,
              label: strings[name],
              hint: strings.now(details?.[name] ?? strings.none),
              advice: waiting === undefined ? undefined : strings.pending(waiting),
              error: this.#problem(this.#contact.problem(name)),
              ...(this.isKiosk ? { autocomplete: 'off' } : {}),
            },
            strings,
          );
        })}
        ${this.#renderSecret('contactPassword', strings.currentPassword, this.#contact.problem('contactPassword'))}
      </div>
      ${this.#renderSubmit(this.#contactAttempt, strings.save)}
      ${this.nothingChanged ? notice('info', strings.nothingChanged) : nothing}
      <div role="status">${this.done === 'contact' ? notice('success', strings.saved) : nothing}</div>
    </form>`;
  }

  #renderPassword(): TemplateResult {
    const { strings } = this.locale;
    const problem = this.#password.problem.bind(this.#password);
    return html`<form
      part="part"
      class="part"
      id="change-password"
      novalidate
      @submit=${this.#handlePassword}
      @change=${this.#password.handleChange}
      @input=${this.#password.handleInput}
    >
      <h3>${strings.password}</h3>
      <div class="fields">
        ${this.#renderSecret('currentPassword', strings.currentPassword, problem('currentPassword'))}
        ${this.#renderSecret(
          'newPassword',
          strings.newPassword,
          problem('newPassword'),
          strings.passwordRule[this.#service.info?.passwordPolicy ?? 'nhi-legacy'],
        )}
        ${this.#renderSecret('repeatedPassword', strings.repeatPassword, problem('repeatedPassword'))}
      </div>
      ${this.#renderSubmit(this.#passwordAttempt, strings.changePassword)}
      <div role="status">
        ${this.done === 'password' ? notice('success', strings.passwordChanged) : nothing}
      </div>
    </form>`;
  }

  #renderSecret(
    name: string,
    label: string,
    problem: rules.Problem | undefined,
    hint?: string,
  ): TemplateResult {
    const isNew = name === 'newPassword' || name === 'repeatedPassword';
    return passwordField(
      {
        name,
        label,
        ...(hint === undefined ? {} : { hint }),
        autocomplete: this.isKiosk ? 'off' : isNew ? 'new-password' : 'current-password',
        maxLength: 64,
        required: true,
        error: this.#problem(problem),
      },
      this.passwordShown,
      (shown) => {
        this.passwordShown = shown;
      },
      this.locale.strings,
    );
  }

  #renderSubmit(attempt: AttemptController, label: string): TemplateResult {
    const { tag, strings } = this.locale;
    const { error, isRunning, isBlocked } = attempt;
    return html`<div class="actions">
        <button part="submit" type="submit" class="primary" aria-disabled=${isBlocked}>
          ${isRunning ? html`<span class="spinner"></span>${strings.working}` : label}
        </button>
      </div>
      <div role="alert">${this.errorNotice(error, attemptNotes(attempt, strings, tag))}</div>`;
  }

  #renderSessions(sessions: readonly SessionSummary[]): TemplateResult {
    const { strings } = this.locale;
    return html`<div part="part" class="part">
      <h3 tabindex="-1" id="sessions">${strings.sessions}</h3>
      <ul class="sessions" aria-labelledby="sessions">
        ${sessions.map(({ id, current, assurance, embedder, openedAt, lastUsedAt }) => {
          const where = embedder ?? strings.ownPages;
          return html`<li>
            <div>
              <strong>${where}</strong> <span class="badge">${strings.assurance[assurance]}</span>
              <small class="quiet">${strings.since(this.#moment(openedAt), this.#moment(lastUsedAt))}</small>
            </div>
            ${
              current
                ? html`<span class="badge success">${strings.thisOne}</span>`
                : html`<button
                    type="button"
                    aria-label=${strings.endOf(where)}
                    @click=${() => this.#handleEnd(id)}
                  >
                    ${strings.end}
                  </button>`
            }
          </li>`;
        })}
      </ul>
      <div class="actions">
        <button type="button" id="end-all" @click=${this.#handleEndAll}>${strings.endAll}</button>
      </div>
    </div>`;
  }

  #renderActivity(entries: readonly ActivityEntry[]): TemplateResult {
    const { strings } = this.locale;
    const row = ({ action, actor, embedder, lastAt, times }: ActivityEntry): TemplateResult =>
      html`<tr role="row">
        <td role="cell"><time datetime=${lastAt}>${this.#moment(lastAt)}</time></td>
        <td role="cell">
          ${strings.actions[action]}${times > 1 ? html` <small class="quiet">${strings.times(times)}</small>` : nothing}
        </td>
        <td role="cell">${actor === 'service' ? strings.byService : (embedder ?? strings.ownPages)}</td>
      </tr>`;
    return html`<div part="part" class="part">
      <h3 id="activity">${strings.activity}</h3>
      <p class="quiet">${strings.activityHint}</p>
      ${
        entries.length === 0
          ? html`<p>${strings.noActivity}</p>`
          : html`<div class="records">
              <table role="table" aria-labelledby="activity">
                <thead>
                  <tr role="row">
                    <th role="columnheader" scope="col">${strings.when}</th>
                    <th role="columnheader" scope="col">${strings.what}</th>
                    <th role="columnheader" scope="col">${strings.through}</th>
                  </tr>
                </thead>
                <tbody>
                  ${entries.map(row)}
                </tbody>
              </table>
            </div>`
      }
      ${
        this.#account.hasMore
          ? html`<div class="actions">
              <button
                type="button"
                id="more"
                aria-disabled=${this.#account.isLoading}
                @click=${this.#handleMore}
              >
                ${strings.more}
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }

  get #dates(): DateStyle {
    return calendarFor(this.calendar, this.locale.tag);
  }

  #moment(instant: string): string {
    return formatMoment(new Date(instant), this.#dates);
  }

  #problem(problem: rules.Problem | undefined): string | undefined {
    return problem === undefined ? undefined : this.locale.strings.problems[problem];
  }

  async #handleContact(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const client = this.gatewayClient;
    const form = event.currentTarget as HTMLFormElement;
    const values = this.#contact.check(form);
    this.done = undefined;
    if (client === undefined || values === undefined) return;
    const { contactPassword: currentPassword, ...contact } = values;
    const change = Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== ''));
    this.nothingChanged = Object.keys(change).length === 0;
    if (this.nothingChanged) return;
    const saved = await this.#contactAttempt.run(async (signal) => {
      const all: ContactChange = { currentPassword, ...change };
      this.#account.details = await client.changeContact(all, { signal });
    });
    if (saved) this.#succeed(form, 'contact');
  }

  async #handlePassword(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const client = this.gatewayClient;
    const form = event.currentTarget as HTMLFormElement;
    const values = this.#password.check(form);
    this.done = undefined;
    if (client === undefined || values === undefined) return;
    const { currentPassword, newPassword } = values;
    const changed = await this.#passwordAttempt.run((signal) =>
      client.changePassword({ currentPassword, newPassword }, { signal }),
    );
    if (!changed) return;
    this.#account.sessions = this.#account.sessions?.filter(({ current }) => current);
    this.#succeed(form, 'password');
  }

  #succeed(form: HTMLFormElement, change: 'contact' | 'password'): void {
    form.reset();
    this.done = change;
    this.dispatchEvent(new MhbAccountChangedEvent(change));
  }

  async #handleEnd(id: string): Promise<void> {
    const client = this.gatewayClient;
    if (client === undefined || !(await this.#account.end(client, id))) return;
    this.announcement = this.locale.strings.ended;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#sessions')?.focus();
  }

  async #handleEndAll(): Promise<void> {
    const client = this.gatewayClient;
    if (client !== undefined) await this.#account.endAll(client);
  }

  async #handleMore(): Promise<void> {
    const client = this.gatewayClient;
    if (client !== undefined) await this.#account.loadMore(client);
  }

  async #handleRetry(): Promise<void> {
    const client = this.gatewayClient;
    const { session } = this.#session;
    if (client !== undefined && session !== null) await this.#account.load(client, session);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mhb-account': MhbAccount;
  }
}
