import { expiryInstant, type DataRequest } from '@mhb-kit/core/request';

const MINUTE_MS = 60_000;

/**
 * Returns the time until a request is deleted in its two largest units, such as `3 天 4 小時`. Returns an empty
 * string when the time is over.
 */
export function countdown(
  request: Pick<DataRequest, 'requestedOn'>,
  now: Date,
  units: { readonly day: string; readonly hour: string; readonly minute: string },
): string {
  const minutes = Math.ceil((expiryInstant(request.requestedOn).getTime() - now.getTime()) / MINUTE_MS);
  if (minutes <= 0) return '';
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(minutes / 1_440), units.day],
    [Math.floor((minutes % 1_440) / 60), units.hour],
    [minutes % 60, units.minute],
  ];
  const first = parts.findIndex(([value]) => value > 0);
  return parts
    .slice(first, first + 2)
    .filter(([value]) => value > 0)
    .map(([value, unit]) => `${value} ${unit}`)
    .join(' ');
}
