metadata description = 'Web application firewall: everything is inspected and blocked, but for words that people write in a chat.'
import { textMap } from '../types.bicep'

@description('Required. Resource name.')
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

var ruleSet = { type: 'Microsoft_DefaultRuleSet', version: '2.1' }

@description('Rule groups that look for code in text. Code is what many people chat about.')
var contentRules = [
  'LFI'
  'RFI'
  'RCE'
  'PHP'
  'NODEJS'
  'XSS'
  'SQLI'
  'JAVA'
  'MS-ThreatIntel-WebShells'
  'MS-ThreatIntel-AppSec'
  'MS-ThreatIntel-SQLI'
]

@description('JSON members of chats, prompts, notes and uploads of Open WebUI, wherever they stand in the body.')
var textMembers = ['message', 'content', 'chat', 'prompt', 'title', 'query', 'data', 'params']

@description('What Entra appends to the address it sends people back to.')
var signInArguments = ['code', 'state', 'session_state']

@description('Signed or encrypted values, which look like anything.')
var sessionCookies = ['token', 'owui-session', 'oauth_session_id']

var exclusions = concat(
  map(textMembers, member => { variable: 'RequestArgNames', operator: 'Contains', selector: member }),
  map(signInArguments, argument => { variable: 'RequestArgNames', operator: 'Equals', selector: argument }),
  map(sessionCookies, cookie => { variable: 'RequestCookieNames', operator: 'Equals', selector: cookie })
)

// baseline: Azure.AppGwWAF.Exclusions suppressed: people chat about code, and every chat would be blocked; left out are
//   rules that look for code, in the members that carry text, and nothing else.
resource policy 'Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    policySettings: {
      state: 'Enabled'
      mode: 'Prevention'
      requestBodyCheck: true
      // A chat with pictures is larger than any inspected body may be: the first part is inspected, the size not limited.
      requestBodyInspectLimitInKB: 128
      requestBodyEnforcement: false
      fileUploadEnforcement: false
    }
    managedRules: {
      managedRuleSets: [
        { ruleSetType: ruleSet.type, ruleSetVersion: ruleSet.version }
        { ruleSetType: 'Microsoft_BotManagerRuleSet', ruleSetVersion: '1.1' }
      ]
      exclusions: [
        for exclusion in exclusions: {
          matchVariable: exclusion.variable
          selectorMatchOperator: exclusion.operator
          selector: exclusion.selector
          exclusionManagedRuleSets: [
            {
              ruleSetType: ruleSet.type
              ruleSetVersion: ruleSet.version
              ruleGroups: map(contentRules, group => { ruleGroupName: group })
            }
          ]
        }
      ]
    }
  }
}

@description('Resource id.')
output id string = policy.id
