import { Passbook } from './passbook';

export default function Page() {
  return (
    <main>
      <h1>健康存摺</h1>
      <Passbook />
    </main>
  );
}
