import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is one of the public internet. Everything else may be the server's own machine or network,
 * or lead there: loopback, private, link-local (with the clouds' metadata), carrier-grade NAT, multicast, reserved,
 * and IPv6 that carries an IPv4 address within (RFC 6890; https://owasp.org/www-community/attacks/Server_Side_Request_Forgery).
 */
export const isPublicAddress = (address: string): boolean => {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast';
};
