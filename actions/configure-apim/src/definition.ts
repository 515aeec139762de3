import { defineAction, removalInputs } from '@lz/action';

/** Inputs and outputs of `configure-apim`. */
export const definition = defineAction({
  name: 'configure-apim',
  title: 'Configure the gateway',
  description:
    'Waits for API Management, then makes it what the environment file says: DNS, logger, diagnostics, backend, API and its policy.',
  branding: { icon: 'shield', color: 'blue' },
  modes: ['plan', 'apply', 'plan-destroy', 'destroy'],
  worksOnHubAlone: true,
  inputs: { ...removalInputs },
  outputs: {
    'gateway-url': { description: 'Base URL of the API on the gateway, inside the networks.' },
    'api-id': { description: 'Resource id of the API.' },
  },
});
