/**
 * Words that Azure refuses in names of resources with a public endpoint (error ReservedResourceName): anywhere in the
 * name, or at its start. The words that are refused only as a whole name cannot come up, since each name has a prefix.
 */
export const reservedAnywhere: readonly string[] = ['microsoft', 'windows'];

/** Refused at the start of a name. */
export const reservedAtStart: readonly string[] = ['login'];

/** Starts that Azure keeps to itself in the names of tags. */
export const reservedTagStarts: readonly string[] = ['azure', 'microsoft', 'windows'];

/** Domains of Microsoft's clouds: nobody else can own a host name there, nor get a certificate for it. */
export const microsoftDomains: readonly string[] = [
  ...['azure.com', 'azure.net', 'azure-api.net', 'azurecontainerapps.io', 'azurecontainer.io', 'azureedge.net'],
  ...['azurefd.net', 'azurestaticapps.net', 'azurewebsites.net', 'microsoft.com', 'microsoftonline.com'],
  ...['onmicrosoft.com', 'office.com', 'sharepoint.com', 'trafficmanager.net', 'windows.net'],
];
