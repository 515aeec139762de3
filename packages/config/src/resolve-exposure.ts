import type { Certificate, Exposure, PublicZone } from './environment.ts';
import type { FileExposure } from './file-shape.ts';

/** Turns `spoke.exposure`, which every rule let pass, into what its kind has. */
export function resolveExposure(written: FileExposure): Exposure {
  const { kind, hostname } = written;
  const certificate = certificateOf(written);
  switch (kind) {
    case 'app-gateway':
      if (hostname === undefined || certificate === undefined || certificate.kind === 'managed') throw slipped(written);
      return { kind, hostname, certificate, ...dnsOf(written) };
    case 'container-app': {
      const { allowedAddresses } = written;
      if (hostname === undefined) return { kind, allowedAddresses: allowedAddresses.map(asRange) };
      if (certificate === undefined || certificate.kind === 'self-signed') throw slipped(written);
      return { kind, hostname, certificate, ...dnsOf(written), allowedAddresses: allowedAddresses.map(asRange) };
    }
    case 'private':
      if (hostname === undefined) return { kind };
      if (certificate?.kind !== 'key-vault') throw slipped(written);
      return { kind, hostname, certificate };
  }
}

/** What is written, or the default of the kind. */
function certificateOf({ kind, certificate }: FileExposure): Certificate | undefined {
  if (typeof certificate === 'string') return { kind: certificate };
  if (certificate !== undefined) return { ...certificate };
  return {
    'app-gateway': { kind: 'self-signed' } as const,
    'container-app': { kind: 'managed' } as const,
    private: undefined,
  }[kind];
}

function dnsOf({ dns }: FileExposure): { readonly dns?: PublicZone } {
  if (dns === undefined) return {};
  const { subscriptionId, ...place } = dns;
  return {
    dns: { ...place, ...(subscriptionId === undefined ? {} : { subscriptionId: subscriptionId.toLowerCase() }) },
  };
}

/** An address alone is a range of one. */
function asRange(address: string): string {
  return address.includes('/') ? address : `${address}/32`;
}

function slipped({ kind }: FileExposure): Error {
  return new Error(`The rules let an exposure ${kind} pass that lacks its host name or certificate.`);
}
