import type { CardProvider } from '@mhb-kit/core/card';
import type { AccountClient, GatewayClient } from '@mhb-kit/core/gateway';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Translations } from './translations.js';

/** What `<mhb-provider>` gives to the components inside it. */
export interface Provided {
  readonly client: GatewayClient | undefined;
  readonly accounts: AccountClient | undefined;
  readonly cards: readonly CardProvider[];
  readonly translations: Translations;
  /** On a shared computer. */
  readonly kiosk: boolean;
}

type Listener = (provided: Provided) => void;

const REQUEST = 'mhb-provided-request';

/** Asks the nearest provider, out through shadow roots, for what it gives, now and whenever that changes. */
class ProvidedRequestEvent extends Event {
  readonly listener: Listener;
  /** Set by the provider that answers. */
  stop: (() => void) | undefined;

  constructor(listener: Listener) {
    super(REQUEST, { bubbles: true, composed: true });
    this.listener = listener;
  }
}

/** Keeps an element supplied by the provider around it, wherever it is moved. */
export class ProvidedController implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  #stop: (() => void) | undefined;
  value: Provided | undefined;

  constructor(host: ReactiveControllerHost & EventTarget) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const request = new ProvidedRequestEvent((provided) => {
      this.value = provided;
      this.#host.requestUpdate();
    });
    this.#host.dispatchEvent(request);
    this.#stop = request.stop;
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.value = undefined;
  }
}

/** The provider's side: answers what is asked inside it, and tells of every change. */
export class ProvidedSource {
  readonly #listeners = new Set<Listener>();
  #value: Provided;

  constructor(host: EventTarget, value: Provided) {
    this.#value = value;
    host.addEventListener(REQUEST, (event) => {
      // Another copy of us on the page speaks the same protocol, whatever its classes.
      const request = event as ProvidedRequestEvent;
      request.stopPropagation();
      this.#listeners.add(request.listener);
      request.stop = () => this.#listeners.delete(request.listener);
      request.listener(this.#value);
    });
  }

  set(value: Provided): void {
    this.#value = value;
    for (const listener of this.#listeners) listener(value);
  }
}
