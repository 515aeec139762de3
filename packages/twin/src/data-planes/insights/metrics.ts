import { perWorld } from '../../entra/per-world.ts';
import type { World } from '../../kernel/world.ts';

/** One custom metric as it arrived in Application Insights. */
export interface RecordedMetric {
  /** Resource id of the component. */
  readonly component: string;
  /** Virtual time. */
  readonly at: number;
  readonly namespace: string;
  readonly name: string;
  readonly value: number;
  readonly dimensions: Readonly<Record<string, string>>;
}

const recorded = perWorld((): RecordedMetric[] => []);

/** Keeps a metric. */
export function recordMetric(world: World, metric: RecordedMetric): void {
  recorded(world).push(metric);
}

/** Every custom metric so far, in order of arrival. */
export function metricsOf(world: World): readonly RecordedMetric[] {
  return recorded(world);
}
