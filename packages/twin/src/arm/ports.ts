import type { TwinRequest } from '../kernel/http.ts';
import type { ProviderOperation, Refusal, TypeDefinition } from '../providers/type-definition.ts';

/** Who calls, as its token says. */
export interface Caller {
  readonly principalId: string;
  readonly appId: string | undefined;
}

/** What Azure Resource Manager asks of other services of the twin. */
export interface ArmPorts {
  /** Checks the bearer token. Throws AzureError 401 as Azure Resource Manager answers it. */
  authenticate(request: TwinRequest): Promise<Caller>;
  /** Undefined where `principalId` may do `action` at `scope`, else AuthorizationFailed. */
  authorize(principalId: string, action: string, scope: string): Refusal | undefined;
  /** By lower-case type. */
  readonly definitions: ReadonlyMap<string, TypeDefinition>;
  readonly operations: readonly ProviderOperation[];
  /** Ids of rules that are switched off, by whoever started the twin. */
  readonly withoutRules: ReadonlySet<string>;
}
