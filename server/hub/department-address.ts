import { BlockList, isIPv6 } from 'node:net';

/** Addresses that answer to any program on a machine (cloud metadata, link-local neighbours) and to no department. */
const forbidden = new BlockList();
forbidden.addSubnet('169.254.0.0', 16, 'ipv4');
forbidden.addSubnet('fe80::', 10, 'ipv6');
forbidden.addAddress('fd00:ec2::254', 'ipv6');
const forbiddenName = /^metadata(\.google\.internal)?\.?$/;

/** What is wrong, in words, with an address that the hub would call; undefined when it may. */
export function addressFault(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) return 'アドレスは http:// または https:// で始めてください。';
  if (url.username || url.password) return 'アドレスに利用者名やパスワードを入れないでください。';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isForbidden = forbiddenName.test(host) || forbidden.check(host, isIPv6(host) ? 'ipv6' : 'ipv4');
  return isForbidden ? 'この機器の内側だけのアドレス（169.254.… など）は使えません。' : undefined;
}
