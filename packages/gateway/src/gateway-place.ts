import type { AzureClient } from '@lz/azure';
import type { Names } from '@lz/config';
import { API_MANAGEMENT_VERSION } from './api-version.ts';

const NETWORK_VERSION = '2025-05-01';

/** What tells where a gateway is reached. */
interface Service {
  readonly properties: {
    readonly virtualNetworkType?: string;
    readonly publicNetworkAccess?: string;
    readonly privateIPAddresses?: readonly string[] | null;
  };
}

interface NetworkInterface {
  readonly properties: {
    readonly ipConfigurations: readonly { readonly properties: { readonly privateIPAddress?: string } }[];
  };
}

/** Where the networks reach the gateway, and whether everybody else does, too. */
export interface GatewayPlace {
  /** Undefined while there is none. */
  readonly privateAddress: string | undefined;
  /** A gateway outside the network whose public access has not been closed (yet). */
  readonly open: boolean;
}

/**
 * The gateway's own address where it stands inside the network, else that of its private endpoint. The interface is asked,
 * because an endpoint itself tells its addresses only as long as no policy of the company has given it a DNS zone group.
 */
export async function gatewayPlace(
  azure: Pick<AzureClient, 'get' | 'find'>,
  { hub }: Pick<Names, 'hub'>,
): Promise<GatewayPlace> {
  const { properties } = await azure.get<Service>(hub.apimId, API_MANAGEMENT_VERSION);
  if (properties.virtualNetworkType === 'Internal') {
    return { privateAddress: properties.privateIPAddresses?.[0], open: false };
  }
  const card = await azure.find<NetworkInterface>(hub.gatewayInterfaceId, NETWORK_VERSION);
  return {
    privateAddress: card?.properties.ipConfigurations[0]?.properties.privateIPAddress,
    open: properties.publicNetworkAccess !== 'Disabled',
  };
}

/** What to do about an open gateway. A deployment that was whole is not sent again, so it cannot undo what a person did. */
export function closeRemedy(apimId: string): string {
  return `If its deployment did not come to its end, run deploy-hub. If somebody opened it: az resource update --ids ${apimId} --set properties.publicNetworkAccess=Disabled`;
}
