/**
 * Environment variables of Open WebUI that the product sets itself, or that would undo what it relies on: sign-in,
 * database, files, the model connection, and where the configuration comes from. An environment file must not set them.
 */
export const productVariables: readonly string[] = [
  ...['AIOHTTP_CLIENT_TIMEOUT', 'AZURE_CLIENT_ID', 'AZURE_TOKEN_CREDENTIALS', 'BYPASS_EMBEDDING_AND_RETRIEVAL'],
  ...['BYPASS_MODEL_ACCESS_CONTROL', 'CORS_ALLOW_ORIGIN', 'DATA_DIR', 'DEFAULT_USER_ROLE', 'DEPLOYMENT_ID'],
  ...['ENABLE_AUTOMATIONS', 'ENABLE_BASE_MODELS_CACHE', 'ENABLE_DB_MIGRATIONS', 'ENABLE_DIRECT_CONNECTIONS'],
  ...['ENABLE_FORWARD_USER_INFO_HEADERS', 'ENABLE_INITIAL_ADMIN_SIGNUP', 'ENABLE_LOGIN_FORM', 'ENABLE_OLLAMA_API'],
  ...['ENABLE_OPENAI_API', 'ENABLE_PASSWORD_AUTH', 'ENABLE_PERSISTENT_CONFIG', 'ENABLE_SIGNUP', 'ENV', 'HOST'],
  ...['ENABLE_PIP_INSTALL_FRONTMATTER_REQUIREMENTS', 'ENABLE_WEBSOCKET_SUPPORT', 'PGSSLMODE'],
  ...['FORWARDED_ALLOW_IPS', 'JWT_EXPIRES_IN', 'PORT', 'RESET_CONFIG_ON_START', 'STORAGE_PROVIDER', 'UVICORN_WORKERS'],
  ...['VECTOR_DB', 'WEBUI_AUTH', 'WEBUI_SECRET_KEY', 'WEBUI_URL'],
];

/** Variables that the product sets to a default of its own: an environment file may set them to something else. */
export const changeableVariables: readonly string[] = [
  ...['AUDIT_LOG_LEVEL', 'DEFAULT_LOCALE', 'DEFAULT_MODELS', 'ENABLE_API_KEYS', 'ENABLE_AUDIT_LOGS_FILE'],
  ...['ENABLE_AUDIT_STDOUT', 'ENABLE_COMMUNITY_SHARING', 'ENABLE_EVALUATION_ARENA_MODELS'],
  ...['ENABLE_VERSION_UPDATE_CHECK', 'GLOBAL_LOG_LEVEL', 'LOG_FORMAT', 'TASK_MODEL_EXTERNAL', 'THREAD_POOL_SIZE'],
  'WEBUI_NAME',
];

/** Variables that `branding` sets, by its member. */
export const brandingVariables = {
  name: 'WEBUI_NAME',
  banners: 'WEBUI_BANNERS',
  suggestions: 'DEFAULT_PROMPT_SUGGESTIONS',
  watermark: 'RESPONSE_WATERMARK',
} as const;

/** Starts of names that are the product's as a whole. */
export const productVariableStarts: readonly string[] = [
  ...[
    'AZURE_STORAGE_',
    'DATABASE_',
    'ENABLE_OAUTH',
    'MICROSOFT_',
    'OAUTH_',
    'OPENAI_API_',
    'OPENID_',
    'PGVECTOR_',
    'REDIS_',
    'WEBSOCKET_',
  ],
  ...['WEBUI_ADMIN_', 'WEBUI_AUTH_', 'WEBUI_SESSION_COOKIE_'],
];

/** True for a variable that the product sets, or keeps to itself. */
export function isProductVariable(name: string): boolean {
  const upper = name.toUpperCase();
  return productVariables.includes(upper) || productVariableStarts.some((start) => upper.startsWith(start));
}

/** True for a variable that holds a secret, by its name. Switches such as `ENABLE_API_KEYS` hold none. */
export function isSecretVariable(name: string): boolean {
  const upper = name.toUpperCase();
  if (/^(ENABLE|DISABLE|BYPASS|USER_PERMISSIONS)_/.test(upper)) return false;
  return /(^|_)(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|KEY|KEYS|APIKEY|CREDENTIAL|CREDENTIALS|CONNECTION_STRING|SAS)$/.test(
    upper,
  );
}
