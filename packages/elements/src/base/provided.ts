import type { CardProvider } from '@mhb-kit/core/card';
import type { AccountClient, GatewayClient } from '@mhb-kit/core/gateway';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Translations } from './translations.js';

/** The values that `<mhb-provider>` provides to the components inside it. */
export interface Provided {
  readonly client: GatewayClient | undefined;
  readonly accounts: AccountClient | undefined;
  readonly cards: readonly CardProvider[];
  readonly translations: Translations;
  /** Whether the page runs on a shared computer. */
  readonly kiosk: boolean;
}

/**
 * The context of a provider, in the context protocol for web components
 * (https://github.com/webcomponents-cg/community-protocols/blob/main/proposals/context.md). Your own elements can
 * use it through any implementation of this protocol, for example
 * `@consume({ context: providedContext, subscribe: true })` from `@lit/context`.
 */
export const providedContext = 'mhb-provided' as 'mhb-provided' & { readonly __context__: Provided };

type Listener = (provided: Provided, stop?: () => void) => void;

/**
 * Requests the context from the nearest provider, across shadow roots. The provider sends it now and whenever it
 * changes.
 */
class ContextRequestEvent extends Event {
  readonly context = providedContext;
  readonly subscribe = true;
  readonly contextTarget: EventTarget;
  readonly callback: Listener;

  constructor(contextTarget: EventTarget, callback: Listener) {
    super('context-request', { bubbles: true, composed: true });
    this.contextTarget = contextTarget;
    this.callback = callback;
  }
}

/** Connects an element to the provider that contains it. If the element is moved, it is connected again. */
export class ProvidedController implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  #stop: (() => void) | undefined;
  value: Provided | undefined;

  constructor(host: ReactiveControllerHost & EventTarget) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const request = new ContextRequestEvent(this.#host, (provided, stop) => {
      this.#stop = stop;
      this.value = provided;
      this.#host.requestUpdate();
    });
    this.#host.dispatchEvent(request);
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.value = undefined;
  }
}

/**
 * Supplies the values of a provider: responds to requests from elements inside the provider, and reports every
 * change.
 */
export class ProvidedSource {
  readonly #stops = new Map<Listener, () => void>();
  #value: Provided;

  constructor(host: EventTarget, value: Provided) {
    this.#value = value;
    host.addEventListener('context-request', (event) => {
      // Any element that supports the protocol can send this event, even an element from a different copy of this
      // package or from another package.
      const { context, callback, subscribe } = event as Event & Partial<ContextRequestEvent>;
      if (context !== providedContext || callback === undefined) return;
      event.stopImmediatePropagation();
      if (subscribe !== true) {
        callback(this.#value);
        return;
      }
      const stop = (): void => void this.#stops.delete(callback);
      this.#stops.set(callback, stop);
      callback(this.#value, stop);
    });
  }

  set(value: Provided): void {
    this.#value = value;
    for (const [callback, stop] of this.#stops) callback(value, stop);
  }
}
