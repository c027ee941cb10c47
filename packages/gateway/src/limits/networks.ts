import { BlockList, isIP } from 'node:net';
import { MhbError } from '@mhb-kit/core/error';

/**
 * A network that the operator names because many people share it, such as a hospital's guest network, an office,
 * or a carrier.
 */
export interface NamedNetwork {
  /** The name for the operator's own reference. */
  readonly name: string;
  /** Networks such as `203.0.113.0/24` and `2001:db8:7::/48`, or single addresses. */
  readonly addresses: readonly string[];
  /** Defaults to the limit that applies to other networks. */
  readonly callsPerMinute?: number;
  readonly loginsPerMinute?: number;
  readonly failuresPerHour?: number;
}

/** The network to which a call is assigned. */
export interface Network {
  /** The key under which calls are counted, which is the same for all addresses that count as one. */
  readonly key: string;
  /** The operator's network that contains the address; `null` if there is none. */
  readonly named: NamedNetwork | null;
}

/** @throws {MhbError} `configuration-invalid`; the message names the invalid address */
export function createNetworks(named: readonly NamedNetwork[]): (address: string) => Network {
  const lists = named.map((network) => ({ network, list: listOf(network) }));
  return (address) => {
    const plain = mappedIpv4(address) ?? address;
    const family = plain.includes(':') ? 'ipv6' : 'ipv4';
    const found = lists.find(({ list }) => isIP(plain) !== 0 && list.check(plain, family));
    return found === undefined
      ? { key: networkOf(address), named: null }
      : { key: `named ${found.network.name}`, named: found.network };
  };
}

function listOf({ name, addresses }: NamedNetwork): BlockList {
  const list = new BlockList();
  for (const written of addresses) {
    const [address = '', prefix, ...rest] = written.split('/');
    const family = address.includes(':') ? 'ipv6' : 'ipv4';
    const bits = family === 'ipv6' ? 128 : 32;
    const length = prefix === undefined ? bits : /^\d{1,3}$/.test(prefix) ? Number(prefix) : NaN;
    if (isIP(address) === 0 || rest.length > 0 || !(length >= 1 && length <= bits))
      throw new MhbError('configuration-invalid', `limits.networks: ${written} of ${name} is not a network`);
    list.addSubnet(address, length, family);
  }
  return list;
}

const mappedIpv4 = (address: string): string | undefined => /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1];

/**
 * Returns the network of an address. An IPv6 /64 network is treated as one, because it belongs to one customer.
 */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = mappedIpv4(address);
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const filled = [
    ...groups,
    ...Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0'),
    ...after,
  ];
  return `${filled
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
