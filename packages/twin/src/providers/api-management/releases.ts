import { nameOf, ownerOf, sameId } from '../common/ids.ts';
import { textAt } from '../common/json.ts';
import { rule } from '../common/rules.ts';
import { apiRootOf, defineChild, serviceOf, validationError } from './child.ts';
import { makeCurrent, revisionId } from './revisions.ts';

/** A release makes a revision the current one. */
export const apiReleases = defineChild({
  below: 'apis/releases',
  rules: [
    rule('apim-release-revision-exists', 'facts/apim.md section 1.3', ({ parentId, properties }, world) => {
      const written = textAt(properties, 'apiId') ?? '';
      const target = world.store.get(
        revisionId(world, written.startsWith('/subscriptions/') ? written : `${serviceOf(parentId)}${written}`),
      );
      return target !== undefined && sameId(apiRootOf(target.id), apiRootOf(parentId))
        ? undefined
        : validationError('apiId', `API revision '${nameOf(written)}' could not be found.`);
    }),
  ],
  afterComplete(release, world) {
    const written = textAt(release.properties, 'apiId') ?? '';
    const root = apiRootOf(release.id) ?? ownerOf(release.id);
    makeCurrent(
      world,
      root,
      revisionId(world, written.startsWith('/subscriptions/') ? written : `${serviceOf(root)}${written}`),
    );
  },
});
