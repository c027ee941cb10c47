import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MhbError } from '@mhb-kit/core/error';
import { createTestPki } from '@mhb-kit/testkit/authority';

/**
 * A Citizen Digital Certificate for the tray of the demonstration: a real certificate and real signatures, of an
 * authority that only this demonstration trusts.
 */

/** The PIN that the demonstration prints. */
export const DEMONSTRATION_PIN = '135790';

const RS256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/**
 * The same card at every start, because accounts remember the certificate that they have seen.
 * @param {string} folder
 * @param {import('@mhb-kit/testkit').InventedPerson} person
 */
export async function certificateCard(folder, { name, nationalId }) {
  const file = join(folder, 'certificate-card.json');
  const kept = await readFile(file, 'utf8').then(JSON.parse, () => null);
  const { certificate, privateKey, root, authority } =
    kept ?? (await makeCard(file, { name, lastFour: nationalId.slice(-4) }));
  const der = (/** @type {string} */ base64) => Uint8Array.from(Buffer.from(base64, 'base64'));
  const key = await crypto.subtle.importKey('pkcs8', der(privateKey), RS256, false, ['sign']);
  return {
    /**
     * The part of the card that the bridge sees. @param {() => boolean} isInserted
     * @returns {import('@mhb-kit/card-bridge').CertificateCards}
     */
    cards: (isInserted) => ({
      inspect: async () =>
        isInserted()
          ? [{ reader: 'Simulated reader', certificate: der(certificate), pin: /** @type {const} */ ('ok') }]
          : [],
      async sign({ pin, data }) {
        if (!isInserted()) throw new MhbError('card-removed', 'The certificate is not in the reader');
        if (pin !== DEMONSTRATION_PIN)
          throw new MhbError('pin-incorrect', 'Wrong PIN', { details: { pin: 'low' } });
        const signature = await crypto.subtle.sign(RS256, key, Uint8Array.from(data));
        return { algorithm: 'RS256', signature: new Uint8Array(signature) };
      },
    }),
    /** The authorities that the gateway trusts. @type {import('@mhb-kit/gateway').CertificateOptions} */
    options: {
      authorities: { roots: [der(root)], intermediates: [der(authority)] },
      // This authority revokes nothing.
      isRevoked: async () => 'good',
    },
  };
}

/** @param {string} file @param {{ name: string, lastFour: string }} person */
async function makeCard(file, person) {
  const { roots, generations } = await createTestPki();
  const [authority] = generations;
  const { certificate, privateKey } = await authority.issue(person);
  const base64 = (/** @type {Uint8Array | ArrayBuffer | undefined} */ bytes) =>
    Buffer.from(/** @type {Uint8Array} */ (bytes)).toString('base64');
  const made = {
    certificate: base64(certificate),
    privateKey: base64(new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey))),
    root: base64(roots[0]),
    authority: base64(authority.certificate),
  };
  await writeFile(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}
