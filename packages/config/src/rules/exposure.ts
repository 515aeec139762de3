import { microsoftDomains } from '../data/reserved-words.ts';
import type { Rule } from '../view.ts';

/** The host name must be one that the company can own. */
export const exposureRule: Rule = (view) => {
  const path = ['spoke', 'exposure', 'hostname'];
  const hostname = view.text(...path);
  if (hostname === undefined) return;
  const domain = microsoftDomains.find((candidate) => hostname === candidate || hostname.endsWith(`.${candidate}`));
  if (domain !== undefined) {
    view.wrong(path, `\`hostname\` lies in ${domain}, which belongs to Microsoft`, 'use a name in a domain of yours');
  }
  if (hostname.endsWith('.localhost')) {
    view.wrong(
      path,
      '`hostname` lies in localhost, which every machine keeps to itself',
      'use a name in a domain of yours',
    );
  }
};

/** A Key Vault certificate needs its address, a self-signed one has none. */
export const certificateRule: Rule = (view) => {
  const path = ['spoke', 'exposure', 'certificate'];
  const kind = view.text(...path, 'kind');
  const secretId = view.text(...path, 'secretId');
  if (kind === 'self-signed' && secretId !== undefined) {
    view.wrongKey([...path, 'secretId'], 'a self-signed certificate has no `secretId`', 'remove `secretId`');
  }
};
