/**
 * The `fetch` of Node cannot connect under Wine 8 (`connect UNKNOWN`), although `http` can. Loaded with `NODE_OPTIONS` by
 * `check-windows.sh`; no installed program contains it.
 */
const { get } = process.getBuiltinModule('node:http');

globalThis.fetch = (url, options = {}) =>
  new Promise((resolve, reject) => {
    const asked = get(url, { headers: options.headers, signal: options.signal }, (answer) => {
      /** @type {Buffer[]} */
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        resolve(new Response(Buffer.concat(parts), { status: answer.statusCode }));
      });
    });
    asked.on('error', reject);
  });
