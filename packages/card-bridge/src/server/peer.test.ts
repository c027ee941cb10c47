import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { belongsToSomebodyElse, ownerOf } from './peer.js';

/**
 * Table in the format of Linux (proc(5)). It lists the bridge's end of a connection, the browser's end, and a
 * socket of the other address family.
 */
const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:457C 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4011 1 0 100 0 0 10 0
   1: 0100007F:457C 0100007F:D43A 01 00000000:00000000 00:00000000 00000000  1000        0 4012 1 0 20 4 30 10 -1
   2: 0100007F:D43A 0100007F:457C 01 00000000:00000000 02:000A5A5A 00000000  1001        0 4013 2 0 20 4 30 10 -1
   0: 0000000000000000FFFF00000100007F:D43C 0000000000000000FFFF00000100007F:457C 01 00000000:00000000 00:00000000 00000000  1002        0 4014 1 0`;

it('finds the owner of the other end', () => {
  expect(ownerOf(TABLE, 0xd43a, 0x457c)).toBe(1001);
  expect(ownerOf(TABLE, 0x457c, 0xd43a)).toBe(1000);
  expect(ownerOf(TABLE, 0xd43c, 0x457c)).toBe(1002);
  expect(ownerOf(TABLE, 0xd43b, 0x457c)).toBeNull();
  expect(ownerOf('', 1, 2)).toBeNull();
});

const NOBODY = 65_534;

it.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
  'T22 distinguishes another person’s program from a program of the same person',
  async () => {
    const judged: boolean[] = [];
    const server = createServer((socket: Socket) => {
      void belongsToSomebodyElse(socket).then((other) => {
        judged.push(other);
        socket.end();
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const connect = `exec 3<>/dev/tcp/127.0.0.1/${port}; cat <&3`;
    for (const uid of [0, NOBODY])
      await once(spawn('bash', ['-c', connect], { uid, stdio: 'ignore' }), 'exit');
    server.close();
    expect(judged).toEqual([false, true]);
  },
);
