import type { Column, KqlType } from '../../kql/index.ts';

/**
 * Columns of the tables that the twin fills, as the reference of Azure Monitor's tables has them; columns about the
 * client's device, which a gateway has not, are left out.
 */
export const SCHEMAS = {
  AppMetrics: columns(
    'TimeGenerated:datetime Name:string Sum:real Min:real Max:real ItemCount:int Properties:dynamic',
    common(),
  ),
  AppRequests: columns(
    'TimeGenerated:datetime Id:string Source:string Name:string Url:string Success:bool ResultCode:string DurationMs:real PerformanceBucket:string Properties:dynamic Measurements:dynamic ItemCount:int',
    common(),
  ),
  ApiManagementGatewayLogs: columns(
    'TimeGenerated:datetime OperationName:string Category:string CorrelationId:string Region:string CallerIpAddress:string IsRequestSuccess:bool Method:string Url:string ClientProtocol:string ClientTlsVersion:string ResponseCode:int BackendMethod:string BackendUrl:string BackendResponseCode:int BackendProtocol:string RequestSize:int ResponseSize:int Cache:string CacheTime:long BackendTime:long ClientTime:long TotalTime:long ApiId:string OperationId:string ProductId:string UserId:string ApimSubscriptionId:string BackendId:string ApiRevision:string LastErrorElapsed:long LastErrorSource:string LastErrorScope:string LastErrorReason:string LastErrorSection:string LastErrorMessage:string Errors:dynamic TraceRecords:dynamic',
    'SourceSystem:string TenantId:string Type:string _ResourceId:string',
  ),
  ApiManagementGatewayLlmLog: columns(
    'TimeGenerated:datetime OperationName:string Category:string CorrelationId:string RequestId:string Region:string ApiVersion:string DeploymentName:string ModelName:string IsStreamCompletion:bool SequenceNumber:int PromptTokens:int CompletionTokens:int TotalTokens:int RequestMessages:dynamic ResponseMessages:dynamic',
    'SourceSystem:string TenantId:string Type:string _ResourceId:string',
  ),
} as const satisfies Readonly<Record<string, readonly Column[]>>;

/** A table that the twin fills. */
export type LogTable = keyof typeof SCHEMAS;

function common(): string {
  return 'OperationName:string OperationId:string ParentId:string AppRoleName:string AppRoleInstance:string IKey:string SDKVersion:string SourceSystem:string TenantId:string Type:string _ResourceId:string';
}

function columns(...lists: readonly string[]): readonly Column[] {
  return lists
    .join(' ')
    .split(' ')
    .map((text) => {
      const [name = '', type = 'string'] = text.split(':');
      return { name, type: type as KqlType };
    });
}

/** One column of a component's own tables, and the column of the workspace's that it shows. */
interface ClassicColumn {
  readonly name: string;
  readonly type: KqlType;
  readonly of: string;
}

/**
 * The names that Application Insights itself gives to its tables and columns (migrate to workspace-based resources:
 * table and column mapping): the same rows, seen through a component.
 */
export const CLASSIC: Readonly<Record<string, { readonly of: LogTable; readonly columns: readonly ClassicColumn[] }>> =
  {
    customMetrics: {
      of: 'AppMetrics',
      columns: classic(
        'timestamp:datetime:TimeGenerated name:string:Name value:real:Sum valueCount:int:ItemCount valueSum:real:Sum valueMin:real:Min valueMax:real:Max customDimensions:dynamic:Properties',
      ),
    },
    requests: {
      of: 'AppRequests',
      columns: classic(
        'timestamp:datetime:TimeGenerated id:string:Id source:string:Source name:string:Name url:string:Url success:string:Success resultCode:string:ResultCode duration:real:DurationMs performanceBucket:string:PerformanceBucket itemCount:int:ItemCount customDimensions:dynamic:Properties customMeasurements:dynamic:Measurements',
      ),
    },
  };

function classic(own: string): readonly ClassicColumn[] {
  const shared =
    'operation_Name:string:OperationName operation_Id:string:OperationId operation_ParentId:string:ParentId cloud_RoleName:string:AppRoleName cloud_RoleInstance:string:AppRoleInstance iKey:string:IKey sdkVersion:string:SDKVersion';
  return `${own} ${shared}`.split(' ').map((text) => {
    const [name = '', type = 'string', of = ''] = text.split(':');
    return { name, type: type as KqlType, of };
  });
}
