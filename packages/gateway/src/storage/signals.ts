import pg from 'pg';

/**
 * Short messages between the processes that share a database. A message may be lost while the connection is
 * interrupted, so receivers also poll the database.
 */
export interface Signals {
  send(words: readonly string[]): Promise<void>;
  /** Starts to listen for messages from the other processes. */
  listen(onWord: (word: string) => void): Promise<void>;
  close(): Promise<void>;
}

const CHANNEL = 'mhb_signal';
const RECONNECT_MS = 1_000;

/**
 * Sends signals with PostgreSQL's LISTEN and NOTIFY. It uses a separate connection outside transactions, because a
 * transaction that writes and notifies makes all other such transactions wait for its commit.
 */
export async function connectSignals(url: string, onError: (error: Error) => void): Promise<Signals> {
  let onWord: ((word: string) => void) | null = null;
  let retry: NodeJS.Timeout | null = null;
  let isClosed = false;
  let client = await connect();

  async function connect(): Promise<pg.Client> {
    const connecting = new pg.Client({
      connectionString: url,
      application_name: 'mhb-gateway signals',
      keepAlive: true,
    });
    connecting.on('error', onError);
    connecting.on('notification', ({ processId, payload = '' }) => {
      if (processId !== (connecting as { readonly processID?: number }).processID) onWord?.(payload);
    });
    await connecting.connect();
    connecting.once('end', reconnectLater);
    if (onWord !== null) await connecting.query(`LISTEN ${CHANNEL}`);
    return connecting;
  }

  function reconnectLater(): void {
    if (isClosed) return;
    retry = setTimeout(() => {
      connect().then((connected) => {
        client = connected;
        if (isClosed) void connected.end();
      }, reconnectLater);
    }, RECONNECT_MS);
  }

  return {
    async send(words) {
      await client.query({
        name: 'signal',
        text: 'SELECT pg_notify($1, word) FROM json_array_elements_text($2) AS word',
        values: [CHANNEL, JSON.stringify(words)],
      });
    },
    async listen(listener) {
      onWord = listener;
      await client.query(`LISTEN ${CHANNEL}`);
    },
    async close() {
      isClosed = true;
      if (retry !== null) clearTimeout(retry);
      await client.end();
    },
  };
}
