import { isValid, parse, parseCIDR } from 'ipaddr.js';

/** Why nothing is sent to an address. */
export type AddressProblem = 'not_an_address' | 'not_https' | 'has_password' | 'private';

/** Of IPv6 only these are given out; an address that wraps one of IPv4 is none of them. */
const globalAddresses = parseCIDR('2000::/3');

/** Whether a webhook may be sent to this IP address. */
export function isOpen(ip: string, allowsLoopback: boolean): boolean {
  const address = parse(ip);
  if (address.range() === 'loopback') return allowsLoopback;
  return address.range() === 'unicast' && (address.kind() === 'ipv4' || address.match(globalAddresses));
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
  if (isValid(host) && !isOpen(host, allowsLoopback)) return 'private';
  return protocol === 'https:' ? null : 'not_https';
}

const isLoopback = (ip: string): boolean => isValid(ip) && parse(ip).range() === 'loopback';
