import { BlockList, isIP } from 'node:net';

/** Why nothing is sent to an address. */
export type AddressProblem = 'not_an_address' | 'not_https' | 'has_password' | 'private';

/** Networks that are nobody's on the internet: our own, and those for tests, notices and groups (RFC 6890). */
const closed = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(network, bits);

/** Of IPv6 only global addresses are open, without those that wrap an IPv4 address or are for documents. */
const open6 = new BlockList();
open6.addSubnet('2000::', 3, 'ipv6');
const closed6 = new BlockList();
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closed6.addSubnet(network, bits, 'ipv6');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** Whether a webhook may be sent to this IP address. */
export function isOpen(ip: string, allowsLoopback: boolean): boolean {
  if (allowsLoopback && isLoopback(ip)) return true;
  return isIP(ip) === 4 ? !closed.check(ip) : open6.check(ip, 'ipv6') && !closed6.check(ip, 'ipv6');
}

/** What is wrong with an address before it is looked up; names are looked up, and held against {@link isOpen}, at every attempt. */
export function addressProblem(address: string, allowsLoopback: boolean): AddressProblem | null {
  if (!URL.canParse(address)) return 'not_an_address';
  const { protocol, username, password, hostname } = new URL(address);
  if (!['http:', 'https:'].includes(protocol)) return 'not_an_address';
  if (username || password) return 'has_password';
  const host = hostname.replace(/^\[|\]$/g, '');
  const isOfThisMachine = /(^|\.)localhost\.?$/.test(host) || isLoopback(host);
  if (isOfThisMachine) return allowsLoopback ? null : 'private';
  if (isIP(host) && !isOpen(host, allowsLoopback)) return 'private';
  return protocol === 'https:' ? null : 'not_https';
}

const isLoopback = (ip: string): boolean => isIP(ip) !== 0 && loopback.check(ip, isIP(ip) === 4 ? 'ipv4' : 'ipv6');
