/** Names of the members of `context` and of what it leads to that the engine has; their types are the checker's. */
export const CONTEXT_MEMBER_NAMES: readonly string[] = [
  'Algorithm Api Apis ApprovalRequired As AsBasic AsFormUrlEncodedContent AsJwt Audiences AzureRegion',
  'Backend Body Certificate Certificates Claims CreatedDate CurrentCarbonIntensity Deployment Elapsed',
  'Email EndDate ExpirationTime FirstName Foundry Gateway GatewayId GetCertHashString GraphQL',
  'GraphQLArguments Groups Header Headers Host Id Identities InstanceId IpAddress IsCurrentRevision',
  'IsManaged IssuedAt Issuer IssuerName Key LastError LastName MatchedParameters Message Method Name',
  'NotAfter NotBefore Note Operation OriginalUrl Parent Password Path PolicyId Port PrimaryKey',
  'PrivateEndpointConnection Product ProductId Protocols Provider Query QueryString Reason Region',
  'RegistrationDate Request RequestId Response Revision Scheme Scope SecondaryKey Section SerialNumber',
  'ServiceId ServiceName ServiceUrl Source StartDate State StatusCode StatusReason Subject Subscription',
  'SubscriptionKeyParameterNames SubscriptionLimit SubscriptionRequired SubscriptionsLimit',
  'SustainabilityInfo Thumbprint Timestamp Trace Tracing TryParseBasic TryParseJwt Type Url UrlTemplate',
  'User UserId Variables Verify VerifyNoRevocation Version Workspace',
].flatMap((line) => line.split(' '));
