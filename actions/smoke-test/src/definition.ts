import { defineAction } from '@lz/action';

/** Inputs and outputs of `smoke-test`. */
export const definition = defineAction({
  name: 'smoke-test',
  title: 'Smoke test',
  description:
    'Tries what was deployed: the control plane through ARM, the public face over TLS, and the gateway from inside the network with a streamed chat answer.',
  branding: { icon: 'check-circle', color: 'blue' },
  modes: ['apply'],
  inputs: {},
  outputs: {
    passed: { description: 'Number of checks that passed.' },
    failed: { description: 'Number of checks that failed.' },
    'first-token-ms': { description: 'Milliseconds from the chat request to the first piece of its answer.' },
  },
});
