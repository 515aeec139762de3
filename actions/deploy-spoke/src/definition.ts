import { defineAction, groupRemovalInputs, softDeleteInput } from '@lz/action';

/** Inputs and outputs of `deploy-spoke`. */
export const definition = defineAction({
  name: 'deploy-spoke',
  title: 'Deploy the spoke',
  description:
    'Open WebUI with its data, its models, its sign-in and its way in; the spoke joins the hub that deploy-hub made.',
  branding: { icon: 'message-circle', color: 'blue' },
  modes: ['plan', 'apply', 'plan-destroy', 'destroy'],
  inputs: {
    ...softDeleteInput,
    ...groupRemovalInputs,
    'entra-application': {
      type: 'choice',
      description:
        'What `destroy` does with the Entra application that a run has made: `keep` it with the roles that people hold, or `delete` it; one that the environment file names always stays.',
      default: 'keep',
      allowed: ['keep', 'delete'],
    },
  },
  outputs: {
    url: { description: 'Where Open WebUI answers.' },
    'resource-group': { description: "Name of the spoke's resource group." },
    'application-client-id': { description: 'Client id of the Entra application.' },
    'restore-point': {
      description: 'UTC time to which the database can be restored to take the last upgrade of Open WebUI back.',
    },
    'ingress-address': { description: 'Public IP address that the DNS record of the host name must point to.' },
  },
});
