import type { BrokenFile } from './broken-file.ts';

/** Exposure, Open WebUI, PostgreSQL, storage and Entra. */
export const spoke: readonly BrokenFile[] = [
  {
    what: 'mistyped exposure',
    edits: [['kind: app-gateway', 'kind: app-gatway']],
    mistakes: [[9, 21, '`kind` must be app-gateway, container-app or private, but is "app-gatway"']],
  },
  {
    what: 'URL as host name',
    edits: [['chat.contoso.com', 'https://chat.contoso.com']],
    mistakes: [[9, 44, '`hostname` must be a full host name in lower case, without scheme, port or path, but is']],
  },
  {
    what: 'host name without a domain',
    edits: [['chat.contoso.com', 'chat']],
    mistakes: [[9, 44, '`hostname` must be a full host name in lower case, without scheme, port or path, but is']],
  },
  {
    what: 'host name of Microsoft',
    edits: [['chat.contoso.com', 'chat.azurewebsites.net']],
    mistakes: [[9, 44, '`hostname` lies in azurewebsites.net, which belongs to Microsoft']],
  },
  {
    what: 'address as host name',
    edits: [['chat.contoso.com', '10.0.0.4']],
    mistakes: [[9, 44, '`hostname` must be a full host name in lower case, without scheme, port or path, but is']],
  },
  {
    what: 'unknown certificate',
    edits: [['self-signed', 'letsencrypt']],
    mistakes: [[9, 75, '`certificate` must be self-signed or managed, but is "letsencrypt"']],
  },
  {
    what: 'certificate with a version',
    edits: [
      [
        'certificate: self-signed',
        'certificate: { kind: key-vault, secretId: "https://kv-contoso.vault.azure.net/secrets/chat/0123" }',
      ],
    ],
    mistakes: [[9, 104, '`secretId` must be the address of a Key Vault secret without a version, but is']],
  },
  {
    what: 'self-signed with an address',
    edits: [
      [
        'certificate: self-signed',
        'certificate: { kind: self-signed, secretId: "https://kv-contoso.vault.azure.net/secrets/chat" }',
      ],
    ],
    mistakes: [[9, 96, 'a self-signed certificate has no `secretId`']],
  },
  {
    what: 'moving tag',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  openWebUi: { version: main }\n',
      ],
    ],
    mistakes: [[10, 25, '`version` must be a released version: v, three numbers, optionally -slim and @sha256:…']],
  },
  {
    what: 'version as number',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  openWebUi: { version: 0.11 }\n',
      ],
    ],
    mistakes: [[10, 25, '`version` must be text, but is 0.11']],
  },
  {
    what: 'too many cores',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  openWebUi: { cpu: 8 }\n',
      ],
    ],
    mistakes: [[10, 21, '`cpu` must be at most 4, but is 8']],
  },
  {
    what: 'cores between the steps',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  openWebUi: { cpu: 0.3 }\n',
      ],
    ],
    mistakes: [[10, 21, '`cpu` must be a multiple of 0.25, but is 0.3']],
  },
  {
    what: 'memory that does not fit the cores',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  openWebUi: { cpu: 1, memoryGiB: 4 }\n',
      ],
    ],
    mistakes: [[10, 35, '`memoryGiB` must be twice `cpu`: 2 for 1, but is 4']],
  },
  {
    what: 'Redis for one replica',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  redis: { sku: Balanced_B1 }\n',
      ],
    ],
    mistakes: [[10, 3, '`redis` is for more than one replica, but `openWebUi.replicas.max` is 1']],
  },
  {
    what: 'unknown size of Redis',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  openWebUi: { replicas: { max: 2 } }\n  redis: { sku: Standard_C1 }\n',
      ],
    ],
    mistakes: [[11, 17, '`sku` must be a size of Azure Managed Redis, such as Balanced_B0, but is "Standard_C1"']],
  },
  {
    what: 'fewest replicas over the most',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  openWebUi: { replicas: { min: 2, max: 1 } }\n',
      ],
    ],
    mistakes: [[10, 33, '`min` is 2, more than `max`, which is 1']],
  },
  {
    what: 'variables of the product',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  openWebUi:\n    environment:\n      OAUTH_CLIENT_ID: mine\n      database_url: postgres\n      WEBUI_SECRET_KEY: x\n      OPENAI_API_BASE_URLS: https://api.openai.com/v1\n',
      ],
    ],
    mistakes: [
      [12, 7, '`OAUTH_CLIENT_ID` is set by the product and cannot be changed here'],
      [13, 7, '`database_url` is set by the product and cannot be changed here'],
      [14, 7, '`WEBUI_SECRET_KEY` is set by the product and cannot be changed here'],
      [15, 7, '`OPENAI_API_BASE_URLS` is set by the product and cannot be changed here'],
    ],
  },
  {
    what: 'secrets as variables',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  openWebUi:\n    environment:\n      TAVILY_API_KEY: abc\n      SMTP_PASSWORD: abc\n      HTTP_PROXY_URL: http://me:secret@proxy:3128\n',
      ],
    ],
    mistakes: [
      [12, 7, '`TAVILY_API_KEY` looks like a secret, and this file lies in a repository'],
      [13, 7, '`SMTP_PASSWORD` looks like a secret, and this file lies in a repository'],
      [14, 23, 'the value of `HTTP_PROXY_URL` holds a password, and this file lies in a repository'],
    ],
  },
  {
    what: 'name said twice',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  openWebUi:\n    branding: { name: Contoso Chat }\n    environment: { WEBUI_NAME: Contoso }\n',
      ],
    ],
    mistakes: [[12, 20, '`WEBUI_NAME` is what `branding.name` sets']],
  },
  {
    what: 'banner without text, and a suggestion without prompt',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  openWebUi:\n    branding: { banners: [{ kind: loud, text: Hello }], suggestions: [{ title: Ask }] }\n',
      ],
    ],
    mistakes: [
      [11, 35, '`kind` must be info, success, warning or error, but is "loud"'],
      [11, 71, '`prompt` is missing'],
    ],
  },
  {
    what: 'variable that is not text',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  openWebUi: { environment: { ENABLE_CHANNELS: true } }\n',
      ],
    ],
    mistakes: [[10, 48, '`ENABLE_CHANNELS` must be text, but is true']],
  },
  {
    what: 'bad name of a variable',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  openWebUi: { environment: { MY-NAME: x } }\n',
      ],
    ],
    mistakes: [[10, 31, "`MY-NAME`: a variable's name must have only letters, digits and underscores, and not"]],
  },
  {
    what: 'unknown size of PostgreSQL',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  postgres: { sku: Standard_B3s }\n',
      ],
    ],
    mistakes: [[10, 20, '`sku` must be a compute size of PostgreSQL flexible server, but is "Standard_B3s"']],
  },
  {
    what: 'version of PostgreSQL',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  postgres: { version: 12 }\n',
      ],
    ],
    mistakes: [[10, 24, '`version` must be 15, 16 or 17, but is 12']],
  },
  {
    what: 'odd storage',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  postgres: { storageGiB: 100 }\n',
      ],
    ],
    mistakes: [[10, 27, '`storageGiB` must be 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192 or 16384, but is 100']],
  },
  {
    what: 'backups for too long',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  postgres: { backupRetentionDays: 90 }\n',
      ],
    ],
    mistakes: [[10, 36, '`backupRetentionDays` must be at most 35, but is 90']],
  },
  {
    what: 'high availability of a burstable size',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  postgres: { highAvailability: true }\n',
      ],
    ],
    mistakes: [[10, 33, 'a burstable server (`Standard_B2s`) cannot have a standby']],
  },
  {
    what: 'high availability as text',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  postgres: { highAvailability: yes }\n',
      ],
    ],
    mistakes: [[10, 33, '`highAvailability` must be false, true, zone-redundant or same-zone, but is "yes"']],
  },
  {
    what: 'no such network of PostgreSQL',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  postgres: { network: public, availabilityZone: 4, geoRedundantBackup: paired }\n',
      ],
    ],
    mistakes: [
      [10, 24, '`network` must be private-endpoint or vnet-integration, but is "public"'],
      [10, 50, '`availabilityZone` must be 1, 2 or 3, but is 4'],
      [10, 73, '`geoRedundantBackup` must be true or false, but is the text "paired"'],
    ],
  },
  {
    what: 'share without its kind',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  storage: { protocol: nfs, quotaGiB: 200 }\n',
      ],
    ],
    mistakes: [
      [10, 14, '`protocol` is for a file share, but `kind` is blob'],
      [10, 29, '`quotaGiB` is for a file share, but `kind` is blob'],
    ],
  },
  {
    what: 'share that is too small',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  storage: { kind: azure-files, protocol: cifs, quotaGiB: 10, redundancy: geo }\n',
      ],
    ],
    mistakes: [
      [10, 43, '`protocol` must be nfs or smb, but is "cifs"'],
      [10, 59, '`quotaGiB` must be at least 100, but is 10'],
      [10, 75, '`redundancy` must be local or zone, but is "geo"'],
    ],
  },
  {
    what: 'unknown storage',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  storage: { kind: nfs }\n',
      ],
    ],
    mistakes: [[10, 20, '`kind` must be blob or azure-files, but is "nfs"']],
  },
  {
    what: 'existing application without its id',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  entra: { kind: existing }\n',
      ],
    ],
    mistakes: [[10, 3, '`clientId` is missing in `entra`']],
  },
  {
    what: 'bad client id',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  entra: { kind: existing, clientId: 1234-5678 }\n',
      ],
    ],
    mistakes: [[10, 38, '`clientId` must be a GUID, but is "1234-5678"']],
  },
  {
    what: 'client id of a new application',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  entra: { clientId: 11111111-2222-3333-4444-555555555555 }\n',
      ],
    ],
    mistakes: [[10, 12, '`clientId` is for an existing application, but `kind` is new']],
  },
  {
    what: 'client id of nobody',
    edits: [
      [
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n',
        '  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n  entra: { kind: existing, clientId: 00000000-0000-0000-0000-000000000000 }\n',
      ],
    ],
    mistakes: [[10, 38, 'this client id is of no application']],
  },
];
