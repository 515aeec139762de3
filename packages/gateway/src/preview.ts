import { namesOf, type Environment } from '@lz/config';
import { desiredGateway, type DesiredResource } from './desired-state.ts';
import { readFragments } from './fragments/read-fragments.ts';
import { PREVIEW_FACTS } from './preview-facts.ts';

const SUBSCRIPTION = '00000000-0000-0000-0000-000000000000';

/** The gateway as an environment file describes it, without Azure. */
export function previewGateway(environment: Environment): readonly DesiredResource[] {
  const names = namesOf(environment, SUBSCRIPTION);
  return desiredGateway(environment, names, PREVIEW_FACTS, readFragments(environment, names));
}
