import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { MhbPassbookOpenEvent } from '@mhb-kit/elements';
import '@mhb-kit/elements/define/login-box';
import '@mhb-kit/elements/define/passbook-viewer';
import '@mhb-kit/elements/define/provider';
import { useWorkers } from '@mhb-kit/elements/passbook-viewer';

// Angular's builder does not find the workers of a library. `angular.json` copies them to `/mhb/`.
useWorkers({
  archive: () => new Worker('/mhb/archive-worker.js', { type: 'module' }),
  passbook: () => new Worker('/mhb/passbook-worker.js', { type: 'module' }),
});

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <mhb-provider gateway="https://gateway.example.tw">
      <mhb-login-box></mhb-login-box>
      <mhb-passbook-viewer (mhb-passbook-open)="count($event)"></mhb-passbook-viewer>
      @if (records() !== undefined) {
        <output>{{ records() }} visits</output>
      }
    </mhb-provider>
  `,
})
export class App {
  readonly records = signal<number | undefined>(undefined);

  count({ passbook }: MhbPassbookOpenEvent): void {
    this.records.set(passbook.sections.r1.length);
  }
}
