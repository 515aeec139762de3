import { PLACES, type Matrix, type Row } from './matrix.ts';

const KINDS: Readonly<Record<string, string>> = {
  'app-gateway': 'People come through Application Gateway, under a host name of their own, from everywhere.',
  'container-app':
    'People come to the ingress of the app itself, under the name that the platform gives, from everywhere.',
  private: 'People come from the networks alone, under a host name of their own that only hub and spoke resolve.',
};

/** `docs/reachability.md`. */
export function reachabilityPage(all: readonly Matrix[]): string {
  return [
    '# Who can reach what',
    '',
    'Written by `npm run reachability`: every exposure is deployed onto the twin by the actions, and then every door is knocked',
    'at from the public internet, from the hub and from the spoke. The twin decides by what was deployed: zones and their',
    'links, peerings, security groups, listeners, firewalls of services. `test/reachability.test.ts` says which doors may be',
    'open, and fails where one more is.',
    '',
    '- **reachable**: somebody answers there, and then asks who the caller is.',
    '- refused: no route, a closed port, or a firewall that turns the first request away.',
    '- does not resolve: the name leads nowhere for this caller.',
    '',
    'Names of services of Azure (Key Vault, PostgreSQL, storage, Foundry) resolve for everybody; what they lead to from',
    'outside turns everybody away. Azure Monitor takes logs from everywhere: it is a service that all of Azure shares, and',
    'takes nothing without a token. The way from the public internet to API Management on port 3443 is for the management of',
    'Azure alone (service tag `ApiManagement`).',
    ...all.flatMap(section),
    '',
  ].join('\n');
}

function section({ exposure, rows }: Matrix): readonly string[] {
  return [
    '',
    `## ${exposure}`,
    '',
    KINDS[exposure] ?? '',
    '',
    `| service | port | ${PLACES.join(' | ')} |`,
    '| --- | --- | --- | --- | --- |',
    ...rows.map(line),
  ];
}

function line({ service, port, cells }: Row): string {
  const shown = PLACES.map((place) => (cells[place] === 'reachable' ? '**reachable**' : cells[place]));
  return `| ${service} | ${port} | ${shown.join(' | ')} |`;
}
