import { defineAction, groupRemovalInputs, softDeleteInput } from '@lz/action';

/** Inputs and outputs of `deploy-hub`. */
export const definition = defineAction({
  name: 'deploy-hub',
  title: 'Deploy the hub',
  description:
    "Network, logs, private DNS and API Management: what all spokes share. Where the environment refers to another's hub, only sees that it is there.",
  branding: { icon: 'share-2', color: 'blue' },
  modes: ['plan', 'apply', 'plan-destroy', 'destroy'],
  worksOnHubAlone: true,
  inputs: {
    wait: {
      type: 'choice',
      description:
        'When to return: `foundation` as soon as the hub can take a spoke, while API Management (28 to 60 minutes, minutes in the V2 tiers) is still being made; `gateway` when that is ready too.',
      default: 'foundation',
      allowed: ['foundation', 'gateway'],
    },
    ...softDeleteInput,
    ...groupRemovalInputs,
  },
  outputs: {
    'resource-group': { description: "Name of the hub's resource group." },
    'vnet-id': { description: "Id of the hub's virtual network." },
    'gateway-id': { description: 'Id of the API Management service.' },
    'gateway-url': { description: 'Address of the gateway inside the network.' },
    'gateway-state': {
      description: "State of the gateway's deployment when the action returned: `Running`, `Succeeded`.",
    },
  },
});
