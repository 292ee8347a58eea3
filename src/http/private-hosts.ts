import { lookup as resolve } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { ConfigError } from "../errors.ts";

// Addresses that are not on the public internet: a wiki page must not make a run on somebody's server ask that server's neighbours.
// Source: IANA's special-purpose address registries for IPv4 and IPv6.

const special = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  special.addSubnet(network, bits, "ipv4");
for (const [network, bits] of [
  ["::", 128],
  ["::1", 128],
  ["64:ff9b::", 96],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  special.addSubnet(network, bits, "ipv6");

export function isPrivateAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  const version = isIP(plain);
  return version !== 0 && special.check(plain, version === 4 ? "ipv4" : "ipv6");
}

/** @throws ConfigError where a URL names a private address outright; names are checked when they are resolved */
export function refusePrivateHost(url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isPrivateAddress(host) || host === "localhost" || host.endsWith(".localhost")) throw privateHost(host);
}

/** Resolves like Node, but to public addresses only. What is checked is what is connected to: a second answer cannot differ. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    const found = addresses?.find((entry) => isPrivateAddress(entry.address));
    const failure = error ?? (found ? Object.assign(privateHost(hostname), { code: "EPRIVATE" }) : null);
    const [first] = addresses ?? [];
    if (failure || !first) callback(failure, "", 0);
    else if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

function privateHost(host: string): ConfigError {
  return new ConfigError(
    `${host} is a private address: expected a public host. Where it is meant, set "allowPrivateHost: true" at the source in the configuration (init takes --allow-private-host)`,
  );
}
