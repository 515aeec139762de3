import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { textAt } from '../../providers/common/json.ts';

/** A request to a deployment, read and authorised. */
export interface ModelCall {
  readonly body: Readonly<Record<string, unknown>>;
  readonly deployment: string;
  /** The model's own name, which answers carry. */
  readonly model: string;
  /** Seconds since the epoch, virtual. */
  readonly created: number;
}

/** The deployment of that name that is ready; names ignore case. */
export function deploymentOf(world: World, account: Resource, name: string): Resource | undefined {
  return world.store
    .below(account.id)
    .find(
      (item) =>
        item.type.toLowerCase() === 'microsoft.cognitiveservices/accounts/deployments' &&
        item.name.toLowerCase() === name.toLowerCase() &&
        textAt(item.properties, 'provisioningState') === 'Succeeded',
    );
}

/** `gpt-5-mini-2025-08-07`: the model with its version, as answers name it. */
export function modelNameOf(deployment: Resource): string {
  const name = textAt(deployment.properties, 'model.name') ?? deployment.name;
  const version = textAt(deployment.properties, 'model.version');
  return version === undefined || version === '' ? name : `${name}-${version}`;
}

/** The data action that a call needs: partner models have a family of their own (facts/apim.md section 4). */
export function dataActionOf(kind: 'chat' | 'responses' | 'embeddings', deployment: Resource | undefined): string {
  const provider = 'Microsoft.CognitiveServices/accounts';
  if (deployment !== undefined && textAt(deployment.properties, 'model.format') !== 'OpenAI') {
    return `${provider}/MaaS/${kind === 'embeddings' ? 'embeddings' : 'chat/completions'}/action`;
  }
  if (kind === 'responses') return `${provider}/OpenAI/responses/write`;
  return `${provider}/OpenAI/deployments/${kind === 'chat' ? 'chat/completions' : 'embeddings'}/action`;
}
