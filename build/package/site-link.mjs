import { parseArgs } from 'node:util';
import { publicKeyOf, releaseKey, signSite } from './signing.mjs';

/**
 * `npm run package:link -- --origin URL [--key FILE] [--port NUMBER]`: prints a link with which a person adds a site to
 * their card bridge. It works only for bridges that were packaged with the same key.
 */

const { values } = parseArgs({
  options: {
    origin: { type: 'string' },
    key: { type: 'string' },
    // The first of `DEFAULT_BRIDGE_PORTS`.
    port: { type: 'string', default: '17788' },
  },
});
const site = URL.parse(values.origin ?? '');
if (site === null || site.origin !== values.origin || !/^https?:$/.test(site.protocol)) {
  console.error('Give the address of the site, without a path: --origin https://passbook.example.tw');
  process.exit(2);
}
const key = releaseKey(values.key);
const link = new URL(`http://127.0.0.1:${values.port}/ui`);
link.searchParams.set('site', await signSite(site.origin, key));
console.error(`Signed with the key ${(await publicKeyOf(key)).kid}; for bridges that were packaged with it.`);
console.log(link.href);
