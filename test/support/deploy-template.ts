import type { Twin } from '@lz/twin';
import { armAnswers } from './arm-answers.ts';

/** As much of an ARM template as is read here. */
export interface Template {
  readonly parameters?: Readonly<Record<string, { readonly metadata?: Readonly<Record<string, unknown>> }>>;
}

const VERSION = '2025-04-01';
/** Looks at a deployment until the test gives up: each lets virtual time pass. */
const MOST_LOOKS = 500;

/** Deploys a template at subscription scope by hand, and waits for its end. Throws with ARM's words where it fails. */
export async function deployTemplate(
  twin: Twin,
  name: string,
  template: Template,
  parameters: Readonly<Record<string, { readonly value: unknown }>>,
): Promise<void> {
  const path = `/subscriptions/${twin.ready.subscriptionId}/providers/Microsoft.Resources/deployments/${name}?api-version=${VERSION}`;
  const body = { location: 'swedencentral', properties: { mode: 'Incremental', template, parameters } };
  const [started] = await armAnswers(twin, [['PUT', path, body]]);
  if (started === undefined || !/ 20[01]$/.test(started.name))
    throw new Error(`${name}: ${started?.text ?? 'no answer'}`);
  for (let looks = 0; looks < MOST_LOOKS; looks += 20) {
    const answers = await armAnswers(
      twin,
      Array.from({ length: 20 }, () => ['GET', path] as const),
    );
    const { properties } = JSON.parse(answers.at(-1)?.text ?? '{}') as {
      readonly properties: { readonly provisioningState: string; readonly error?: unknown };
    };
    if (properties.provisioningState === 'Succeeded') return;
    if (properties.provisioningState !== 'Running' && properties.provisioningState !== 'Accepted')
      throw new Error(`${name}: ${properties.provisioningState} ${JSON.stringify(properties.error)}`);
  }
  throw new Error(`${name} does not end`);
}
