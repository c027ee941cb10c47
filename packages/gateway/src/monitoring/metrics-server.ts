import { createServer, type Server } from 'node:http';

/** A gateway that supplies its metrics in the Prometheus text format. */
export interface Measured {
  metrics(): Promise<string>;
}

/** Serves `GET /metrics`, but only on the loopback address, because the metrics are for the operator. */
export function serveMetrics(gateway: Measured, port: number): Server {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    gateway.metrics().then(
      (text) => response.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4' }).end(text),
      () => response.writeHead(503).end(),
    );
  });
  return server.listen(port, '127.0.0.1');
}
