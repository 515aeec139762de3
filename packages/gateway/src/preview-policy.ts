import { namesOf, type Environment } from '@lz/config';
import { desiredPolicy } from './desired/api.ts';
import { PREVIEW_FACTS } from './preview-facts.ts';

/** The policy of the API as an environment file describes it, without Azure and without the file's own fragments. */
export function previewPolicy(environment: Environment): string {
  const { properties } = desiredPolicy(environment, namesOf(environment, ''), PREVIEW_FACTS, []);
  return String(properties['value']);
}
