'use client';

import { useEffect, useRef, useState } from 'react';
import type { MhbPassbookOpenEvent } from '@mhb-kit/elements';
import '@mhb-kit/elements/define/login-box';
import '@mhb-kit/elements/define/passbook-viewer';
import '@mhb-kit/elements/define/provider';
import type {} from '@mhb-kit/elements/jsx';

/** Rendered on the server as plain tags; the browser upgrades them. */
export function Passbook() {
  const [records, setRecords] = useState<number>();
  const viewer = useRef<HTMLElementTagNameMap['mhb-passbook-viewer']>(null);

  // React adds no `onmhb-…` listener to an element rendered on the server; a listener added separately always
  // works.
  useEffect(() => {
    const element = viewer.current;
    const handleOpen = ({ passbook }: MhbPassbookOpenEvent) => setRecords(passbook.sections.r1.length);
    element?.addEventListener('mhb-passbook-open', handleOpen);
    return () => element?.removeEventListener('mhb-passbook-open', handleOpen);
  }, []);

  return (
    <mhb-provider gateway="https://gateway.example.tw">
      <mhb-login-box />
      <mhb-passbook-viewer ref={viewer} />
      {records !== undefined && <output>{records} visits</output>}
    </mhb-provider>
  );
}
