import { useState } from 'react';
import '@mhb-kit/elements/define/login-box';
import '@mhb-kit/elements/define/passbook-viewer';
import '@mhb-kit/elements/define/provider';
import type {} from '@mhb-kit/elements/jsx';

export function App() {
  const [records, setRecords] = useState<number>();
  return (
    <mhb-provider gateway="https://gateway.example.tw">
      <mhb-login-box onmhb-login={(event) => console.info(event.session.id)} />
      <mhb-passbook-viewer onmhb-passbook-open={(event) => setRecords(event.passbook.sections.r1.length)} />
      {records !== undefined && <output>{records} visits</output>}
    </mhb-provider>
  );
}
