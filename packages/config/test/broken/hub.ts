import type { BrokenFile } from './broken-file.ts';

const ownHub = '  addressSpace: 10.10.0.0/22\n  gateway: { publisherEmail: platform@contoso.com }\n';

const withoutSpoke = [
  [
    'spoke:\n  addressSpace: 10.10.4.0/22\n  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
    '',
  ],
  ['models:\n  - gpt-5-mini\n', ''],
] as const;

/** Name, location, networks and gateway. */
export const hub: readonly BrokenFile[] = [
  {
    what: 'name too long',
    edits: [['contoso-dev', 'contoso-development-one']],
    mistakes: [[2, 7, '`name` must be 3 to 20 lower-case letters, digits or hyphens, start with a letter and not']],
  },
  {
    what: 'name too short',
    edits: [['contoso-dev', 'ab']],
    mistakes: [[2, 7, '`name` must be 3 to 20 lower-case letters, digits or hyphens, start with a letter and not']],
  },
  {
    what: 'name with capitals',
    edits: [['contoso-dev', 'Contoso-Dev']],
    mistakes: [[2, 7, '`name` must be 3 to 20 lower-case letters, digits or hyphens, start with a letter and not']],
  },
  {
    what: 'name that ends with a hyphen',
    edits: [['contoso-dev', 'contoso-']],
    mistakes: [[2, 7, '`name` must be 3 to 20 lower-case letters, digits or hyphens, start with a letter and not']],
  },
  {
    what: 'name with two hyphens',
    edits: [['contoso-dev', 'contoso--dev']],
    mistakes: [[2, 7, '`name` must not have two hyphens in a row: Container Apps refuses it']],
  },
  {
    what: 'reserved name',
    edits: [['contoso-dev', 'windows-chat']],
    mistakes: [[2, 7, '`name` holds "windows", which Azure reserves in resource names']],
  },
  {
    what: 'reserved name across a hyphen',
    edits: [['contoso-dev', 'micro-soft']],
    mistakes: [[2, 7, '`name` holds "microsoft", which Azure reserves in resource names']],
  },
  {
    what: 'reserved start of the name',
    edits: [['contoso-dev', 'login-chat']],
    mistakes: [[2, 7, '`name` holds "login", which Azure reserves in resource names']],
  },
  {
    what: 'unknown location',
    edits: [['swedencentral', 'atlantis']],
    mistakes: [[3, 11, '`location` must be one of 56 known values, but is "atlantis"']],
  },
  {
    what: 'location by its long name',
    edits: [['location: swedencentral', 'location: Sweden Central']],
    mistakes: [[3, 11, '`location` must be one of 56 known values, but is "Sweden Central"']],
  },
  {
    what: 'mistyped location',
    edits: [['swedencentral', 'swedencentrl']],
    mistakes: [[3, 11, '`location` must be one of 56 known values, but is "swedencentrl"']],
  },
  {
    what: 'overlapping address spaces',
    edits: [['10.10.4.0/22', '10.10.2.0/23']],
    mistakes: [[8, 17, "the spoke's 10.10.2.0/23 overlaps the hub's 10.10.0.0/22: networks that overlap cannot be"]],
  },
  {
    what: 'the same address space twice',
    edits: [['10.10.4.0/22', '10.10.0.0/22']],
    mistakes: [[8, 17, "the spoke's 10.10.0.0/22 overlaps the hub's 10.10.0.0/22: networks that overlap cannot be"]],
  },
  {
    what: 'not a range',
    edits: [['10.10.0.0/22', '10.10.0.0']],
    mistakes: [[5, 17, '`addressSpace` must be an address range in CIDR notation, such as 10.10.0.0/22, but is']],
  },
  {
    what: 'octets out of range',
    edits: [['10.10.0.0/22', '10.300.0.0/22']],
    mistakes: [[5, 17, '"10.300.0.0/22" is not an address range: each number is at most 255, the prefix at most 32']],
  },
  {
    what: 'prefix out of range',
    edits: [['10.10.0.0/22', '10.10.0.0/33']],
    mistakes: [[5, 17, '"10.10.0.0/33" is not an address range: each number is at most 255, the prefix at most 32']],
  },
  {
    what: 'not the start of a range',
    edits: [['10.10.4.0/22', '10.10.5.0/22']],
    mistakes: [[8, 17, '"10.10.5.0/22" is not the start of its range']],
  },
  {
    what: 'public addresses',
    edits: [['10.10.0.0/22', '52.10.0.0/22']],
    mistakes: [[5, 17, '52.10.0.0/22 is not a private address range']],
  },
  {
    what: 'reserved by Container Apps',
    edits: [['10.10.4.0/22', '172.31.4.0/22']],
    mistakes: [[8, 17, '172.31.4.0/22 overlaps 172.31.0.0/16, which Container Apps reserves for itself']],
  },
  {
    what: 'hub too small',
    edits: [['10.10.0.0/22', '10.10.0.0/26']],
    mistakes: [[5, 17, '10.10.0.0/26 is too small for the subnets: at least a /24 is needed']],
  },
  {
    what: 'spoke too small',
    edits: [['10.10.4.0/22', '10.10.4.0/24']],
    mistakes: [[8, 17, '10.10.4.0/24 is too small for the subnets: at least a /23 is needed']],
  },
  {
    what: 'private range exceeded',
    edits: [['10.10.0.0/22', '172.16.0.0/8']],
    mistakes: [
      [5, 17, '"172.16.0.0/8" is not the start of its range'],
      [5, 17, '172.0.0.0/8 is not a private address range'],
    ],
  },
  {
    what: 'not an e-mail address',
    edits: [['platform@contoso.com', 'platform']],
    mistakes: [[6, 30, '`publisherEmail` must be an e-mail address, but is "platform"']],
  },
  {
    what: 'unknown gateway tier',
    edits: [['publisherEmail:', 'sku: Gold, publisherEmail:']],
    mistakes: [[6, 19, '`sku` must be Developer, Premium, StandardV2 or PremiumV2, but is "Gold"']],
  },
  ...['Consumption', 'Basic', 'BasicV2', 'Standard'].map((sku): BrokenFile => ({
    what: `gateway tier ${sku}, which cannot reach a private model`,
    edits: [['publisherEmail:', `sku: ${sku}, publisherEmail:`]],
    mistakes: [
      [6, 19, `\`sku\` ${sku} has no way into a virtual network, so it would not reach the models, which are private`],
    ],
  })),
  {
    what: 'gateway tier in another case',
    edits: [['publisherEmail:', 'sku: developer, publisherEmail:']],
    mistakes: [[6, 19, '`sku` must be Developer, Premium, StandardV2 or PremiumV2, but is "developer"']],
  },
  {
    what: 'two units of the Developer tier',
    edits: [['publisherEmail:', 'capacity: 2, publisherEmail:']],
    mistakes: [[6, 24, 'the Developer tier has exactly one unit, not 2']],
  },
  ...(
    [
      ['StandardV2', 11, 10],
      ['PremiumV2', 31, 30],
    ] as const
  ).map(([sku, units, most]): BrokenFile => ({
    what: `too many units of the ${sku} tier`,
    edits: [['publisherEmail:', `sku: ${sku}, capacity: ${units}, publisherEmail:`]],
    mistakes: [[6, 24 + `sku: ${sku}, `.length, `the ${sku} tier has at most ${most} units, not ${units}`]],
  })),
  {
    what: 'too many units',
    edits: [['publisherEmail:', 'sku: Premium, capacity: 32, publisherEmail:']],
    mistakes: [[6, 38, '`capacity` must be at most 31, but is 32']],
  },
  {
    what: 'zones of a tier without',
    edits: [['publisherEmail:', 'sku: StandardV2, capacity: 2, zones: [1, 2], publisherEmail:']],
    mistakes: [[6, 51, "units of the StandardV2 tier cannot be spread over zones of one's choice"]],
  },
  {
    what: 'units that do not fit the zones',
    edits: [['publisherEmail:', 'sku: Premium, capacity: 2, zones: [1, 2, 3], publisherEmail:']],
    mistakes: [[6, 48, '2 units cannot be spread evenly over 3 zones']],
  },
  {
    what: 'a zone named twice',
    edits: [['publisherEmail:', 'sku: Premium, capacity: 2, zones: [1, 1], publisherEmail:']],
    mistakes: [[6, 48, 'a zone is named twice']],
  },
  {
    what: 'an unknown zone',
    edits: [['publisherEmail:', 'sku: Premium, capacity: 2, zones: [4], publisherEmail:']],
    mistakes: [[6, 49, 'must be 1, 2 or 3, but is 4']],
  },
  {
    what: 'no units',
    edits: [['publisherEmail:', 'capacity: 0, publisherEmail:']],
    mistakes: [[6, 24, '`capacity` must be at least 1, but is 0']],
  },
  {
    what: 'hub of a bad subscription',
    edits: [[ownHub, '  reference: { name: contoso-hub, subscriptionId: 1234 }\n']],
    mistakes: [[5, 51, '`subscriptionId` must be text, but is 1234']],
  },
  {
    what: 'hub of a name that no environment can have',
    edits: [[ownHub, '  reference: { name: Contoso Hub }\n']],
    mistakes: [[5, 22, '`name` must be 3 to 20 lower-case letters, digits or hyphens, start with a letter and not']],
  },
  {
    what: "another's hub without its name",
    edits: [[ownHub, '  reference: {}\n']],
    mistakes: [[5, 3, '`name` is missing in `reference`']],
  },
  {
    what: 'hub of its own name',
    edits: [[ownHub, '  reference: { name: contoso-dev }\n']],
    mistakes: [[5, 22, '"contoso-dev" is this environment itself']],
  },
  {
    what: "a hub of its own and another's",
    edits: [['hub:\n', 'hub:\n  reference: { name: contoso-hub }\n']],
    mistakes: [
      [6, 3, "`addressSpace` describes a hub of this file, but `reference` names another's"],
      [7, 3, "`gateway` describes a hub of this file, but `reference` names another's"],
    ],
  },
  {
    what: "another's hub and nothing else",
    edits: [[ownHub, '  reference: { name: contoso-hub }\n'], ...withoutSpoke],
    mistakes: [
      [2, 1, '`spoke` is missing'],
      [2, 1, '`models` is missing'],
    ],
  },
  {
    what: 'a hub alone with models',
    edits: withoutSpoke.slice(0, 1),
    mistakes: [[2, 1, '`spoke` is missing']],
  },
  {
    what: 'a hub alone with sections of a spoke',
    edits: withoutSpoke,
    append: 'access: { admins: [] }\napi: {}\n',
    mistakes: [
      [7, 1, '`access` belongs to a spoke, and this file describes a hub alone'],
      [8, 1, '`api` belongs to a spoke, and this file describes a hub alone'],
    ],
  },
];
