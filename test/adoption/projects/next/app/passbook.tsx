'use client';

import { useState } from 'react';
import '@mhb-kit/elements/define/login-box';
import '@mhb-kit/elements/define/passbook-viewer';
import '@mhb-kit/elements/define/provider';
import type {} from '@mhb-kit/elements/jsx';

/** Rendered on the server as plain tags; the browser brings them to life. */
export function Passbook() {
  const [records, setRecords] = useState<number>();
  return (
    <mhb-provider gateway="https://gateway.example.tw">
      <mhb-login-box />
      <mhb-passbook-viewer onmhb-passbook-open={(event) => setRecords(event.passbook.sections.r1.length)} />
      {records !== undefined && <output>{records} visits</output>}
    </mhb-provider>
  );
}
