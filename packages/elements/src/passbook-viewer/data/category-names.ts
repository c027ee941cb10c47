import type { GatewayClient } from '@mhb-kit/core/gateway';
import type { Label, Passbook } from '@mhb-kit/core/passbook';
import type { Category } from '@mhb-kit/core/request';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface CategoryNamesParts {
  readonly client: () => GatewayClient | undefined;
  readonly passbook: () => Passbook | undefined;
}

/**
 * Provides the names of sections that are not part of the NHI's format but belong to the operator's categories.
 * The gateway's catalogue is loaded only if a passbook contains such a section.
 */
export class CategoryNames implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #parts: CategoryNamesParts;
  #catalogue: readonly Category[] = [];
  #asked: GatewayClient | undefined;

  constructor(host: ReactiveControllerHost, parts: CategoryNamesParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  of(section: string): Label | undefined {
    return this.#catalogue.find(({ sections }) => sections.includes(section))?.label;
  }

  hostUpdated(): void {
    const client = this.#parts.client();
    const unknown = Object.keys(this.#parts.passbook()?.unknownSections ?? {});
    if (client === undefined || client === this.#asked || unknown.length === 0) return;
    this.#asked = client;
    void this.#load(client);
  }

  async #load(client: GatewayClient): Promise<void> {
    try {
      this.#catalogue = await client.catalogue();
      this.#host.requestUpdate();
    } catch {
      // The catalogue could not be loaded, so the section's key is shown.
    }
  }
}
