import { expect, test } from 'vitest';
import { imageProblem } from '../../src/providers/app/images.ts';

const WEBUI = 'ghcr.io/open-webui/open-webui';

test.each([
  [`${WEBUI}:v0.11.4`, undefined],
  [`${WEBUI}:v0.11.4@sha256:${'a'.repeat(64)}`, undefined],
  [`${WEBUI}:no-such-tag`, 'map[Tag:no-such-tag]'],
  [`${WEBUI}:v0.11.4@sha256:${'0'.repeat(64)}`, 'MANIFEST_UNKNOWN: manifest unknown; map[Digest:sha256:0000'],
  [`${WEBUI}@sha256:abc`, 'could not parse reference'],
])('the image %s', (image, problem) => {
  const found = imageProblem(image);
  if (problem === undefined) expect(found).toBeUndefined();
  else expect(found).toContain(problem);
});
