import { openArchive } from '@mhb-kit/core/archive';
import { bridgeProvider, type NhiReading } from '@mhb-kit/core/card';
import { createGatewayClient, type CodeRequest } from '@mhb-kit/core/gateway';
import { readPassbook, type Passbook } from '@mhb-kit/core/passbook';

/** The only functions of mhb-kit that this front end uses: a login and a passbook. */

const gateway = createGatewayClient({ baseUrl: document.body.dataset['gateway'] ?? '' });
const bridge = bridgeProvider();

async function readCard(nonce: string): Promise<NhiReading> {
  const session = await bridge.open({});
  try {
    return await session.readNhi({ nonce, waitMs: 30_000 });
  } finally {
    await session.close();
  }
}

export interface Login {
  /** The password of the archive: the ID number. Kept in memory as long as the page is open. */
  readonly nationalId: string;
  /** A code was sent to the mobile number, because the gateway does not know this reader. */
  readonly codeRequest: CodeRequest | null;
}

export async function logIn(password: string): Promise<Login> {
  const { nonce } = await gateway.challenge();
  const { basic, attestation } = await readCard(nonce);
  const { nationalId, cardNumber } = basic;
  const card = { nonce, nationalId, cardNumber, attestation };
  const answer = await gateway.login({ method: 'nhi-card', password, ...card });
  return { nationalId, codeRequest: answer.status === 'code-required' ? answer.codeRequest : null };
}

export const confirm = ({ handle }: CodeRequest, code: string): Promise<unknown> =>
  gateway.confirmLogin({ handle, code, rememberReader: false });

/** Requests everything, waits, downloads, opens and reads. */
export async function fetchPassbook(
  nationalId: string,
  onProgress: (fraction: number) => void,
): Promise<Passbook> {
  let request = await gateway.createRequest();
  for await (request of gateway.watchRequest(request.id)) onProgress(request.progress);
  const selection = request.sections
    .filter(({ status }) => status === 'available')
    .map(({ category }) => ({ category }));
  const zip = await gateway.downloadArchive(await gateway.createArchive(request.id, selection));
  const archive = await openArchive(zip, { password: nationalId });
  return (await readPassbook(await archive.files())).passbook;
}

export const leave = (): Promise<void> => gateway.logout();
