/** Regions that the twin knows: name and display name. A subset of Azure's public regions. */
const REGIONS: readonly (readonly [string, string])[] = [
  ['australiaeast', 'Australia East'],
  ['brazilsouth', 'Brazil South'],
  ['canadacentral', 'Canada Central'],
  ['canadaeast', 'Canada East'],
  ['centralindia', 'Central India'],
  ['centralus', 'Central US'],
  ['eastasia', 'East Asia'],
  ['eastus', 'East US'],
  ['eastus2', 'East US 2'],
  ['francecentral', 'France Central'],
  ['germanywestcentral', 'Germany West Central'],
  ['italynorth', 'Italy North'],
  ['japaneast', 'Japan East'],
  ['koreacentral', 'Korea Central'],
  ['northcentralus', 'North Central US'],
  ['northeurope', 'North Europe'],
  ['norwayeast', 'Norway East'],
  ['polandcentral', 'Poland Central'],
  ['southafricanorth', 'South Africa North'],
  ['southcentralus', 'South Central US'],
  ['southeastasia', 'Southeast Asia'],
  ['spaincentral', 'Spain Central'],
  ['swedencentral', 'Sweden Central'],
  ['switzerlandnorth', 'Switzerland North'],
  ['uaenorth', 'UAE North'],
  ['uksouth', 'UK South'],
  ['ukwest', 'UK West'],
  ['westcentralus', 'West Central US'],
  ['westeurope', 'West Europe'],
  ['westus', 'West US'],
  ['westus2', 'West US 2'],
  ['westus3', 'West US 3'],
];

const NAMES: ReadonlySet<string> = new Set(['global', ...REGIONS.map(([name]) => name)]);

/** `Sweden Central` and `swedencentral` are one location. */
export function normaliseLocation(location: string): string {
  return location.replaceAll(' ', '').toLowerCase();
}

/** Whether `location` is a region of the twin, or `global`. */
export function isKnownLocation(location: string): boolean {
  return NAMES.has(normaliseLocation(location));
}

/** Names of all regions. */
export function regionNames(): readonly string[] {
  return REGIONS.map(([name]) => name);
}

/** The answer of `GET /subscriptions/{id}/locations`. */
export function listLocations(subscriptionId: string): object {
  const value = REGIONS.map(([name, displayName]) => ({
    id: `/subscriptions/${subscriptionId}/locations/${name}`,
    name,
    type: 'Region',
    displayName,
    regionalDisplayName: displayName,
    metadata: { regionType: 'Physical', regionCategory: 'Recommended' },
  }));
  return { value };
}
