import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type JsonObject, expand } from '../../packages/arm/src/index.ts';
import {
  deploymentNameOf,
  parametersOf,
  scenarios,
  subscriptionId,
  templateSources,
  tenantId,
} from '../../packages/templates/test/scenarios.ts';

const root = join(import.meta.dirname, '..', '..');

function readJson(...path: readonly string[]): JsonObject {
  return JSON.parse(readFileSync(join(root, ...path), 'utf8')) as JsonObject;
}

/** Resources by id: the engine promises no order. */
function normalise(snapshot: JsonObject): JsonObject {
  const resources = snapshot['predictedResources'] as readonly JsonObject[];
  return {
    ...snapshot,
    predictedResources: Object.fromEntries(resources.map((item) => [JSON.stringify(item['id']), item])),
  };
}

describe.each(scenarios)('our templates in the scenario $name', (scenario) => {
  it.each(scenario.templates)('%s expands as the real engine expands it', (name) => {
    const parameters = JSON.parse(JSON.stringify(parametersOf(scenario)[name])) as Record<string, JsonObject>;
    const expansion = expand({
      template: readJson(templateSources[name].replace('.bicep', '.json')),
      parameters,
      tenantId,
      subscriptionId,
      location: scenario.environment.location,
      deploymentName: deploymentNameOf(scenario, name),
    });
    expect(normalise({ ...expansion })).toEqual(
      normalise(readJson('bicep', 'test', scenario.name, `${name}.snapshot.json`)),
    );
  });
});
