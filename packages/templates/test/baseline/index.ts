import { scenarios } from '../scenarios.ts';
import { evaluate, gaps, type Environments } from './evaluate.ts';
import { expandedResources } from './expanded.ts';
import { baselinePage } from './page.ts';
import { baselineRules, typesWithoutRules } from './rules/index.ts';
import { readSuppressions } from './suppressions.ts';

/** The whole baseline as it stands: its page, and what is missing for it to be whole. */
export async function securityBaseline() {
  const pairs = await Promise.all(
    scenarios.map(async (scenario) => [scenario.name, await expandedResources(scenario)] as const),
  );
  const environments: Environments = Object.fromEntries(pairs);
  const suppressions = readSuppressions();
  const rows = evaluate(baselineRules, environments, suppressions);
  return {
    environments,
    rows,
    gaps: gaps(rows, environments, suppressions, typesWithoutRules),
    page: baselinePage(rows, Object.keys(environments), typesWithoutRules),
  };
}
