import type { Rule } from '../view.ts';

const path = ['spoke', 'storage'];

/** Blob Storage has neither a protocol nor a quota: who writes one wants a share. */
export const storageRule: Rule = (view) => {
  if (view.text(...path, 'kind') !== 'blob') return;
  for (const option of ['protocol', 'quotaGiB']) {
    if (view.get(...path, option) === undefined) continue;
    view.wrongKey(
      [...path, option],
      `\`${option}\` is for a file share, but \`kind\` is blob`,
      `write \`kind: azure-files\`, or remove \`${option}\``,
    );
  }
};
