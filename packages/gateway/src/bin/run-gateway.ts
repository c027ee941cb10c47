import { pino } from 'pino';
import { MhbError } from '@mhb-kit/core/error';
import { createGateway, type GatewayOptions } from '../composition/gateway.js';
import type { Configuration } from '../config/configuration.js';
import { optionsOf } from '../config/gateway-options.js';
import { productionRisks } from '../config/production.js';
import { serveMetrics } from '../monitoring/metrics-server.js';

/**
 * Runs a gateway until the process is told to stop.
 * @param onStopFailed receives the reason why the gateway could not stop properly
 * @throws {MhbError} `configuration-invalid`, and the errors of a gateway that cannot start
 */
export async function runGateway(
  settings: Configuration,
  part: NonNullable<GatewayOptions['part']>,
  onStopFailed: (error: unknown) => void,
): Promise<void> {
  const risks = productionRisks(settings);
  if (risks.length > 0) throw new MhbError('configuration-invalid', risks.join('; '));
  const logger = pino({ level: settings.logLevel });
  const gateway = createGateway({ ...(await optionsOf(settings)), part, logger });
  await gateway.start();
  const metrics = settings.metricsPort === undefined ? null : serveMetrics(gateway, settings.metricsPort);
  const stop = (): void => {
    metrics?.close();
    gateway.stop().then(() => logger.info('stopped'), onStopFailed);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  // Logged only once the process handles stop signals, because a supervisor that reads this line might stop it
  // immediately.
  logger.info({ part, url: gateway.url }, 'ready');
}
