// Made by packages/config/scripts/generate-validator.ts from environment.schema.json. Do not edit.
"use strict";
export const validate = validate20;
export default validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"environment.schema.json","title":"Environment file","type":"object","additionalProperties":false,"required":["name","location","hub"],"if":{"required":["hub"],"properties":{"hub":{"type":"object","required":["addressSpace"]}},"not":{"anyOf":[{"required":["spoke"]},{"required":["models"]}]}},"else":{"required":["spoke","models"]},"properties":{"name":{"type":"string","pattern":"^[a-z][a-z0-9-]{1,18}[a-z0-9]$","patternErrorMessage":"must be 3 to 20 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen","examples":["contoso-dev"]},"location":{"type":"string","enum":["australiacentral","australiaeast","australiasoutheast","austriaeast","belgiumcentral","brazilsouth","brazilsoutheast","canadacentral","canadaeast","centralindia","centralus","chilecentral","denmarkeast","eastasia","eastus","eastus2","francecentral","francesouth","germanynorth","germanywestcentral","indonesiacentral","israelcentral","italynorth","japaneast","japanwest","koreacentral","koreasouth","malaysiawest","mexicocentral","newzealandnorth","northcentralus","northeurope","norwayeast","norwaywest","polandcentral","qatarcentral","southafricanorth","southafricawest","southcentralus","southeastasia","southindia","spaincentral","swedencentral","swedensouth","switzerlandnorth","switzerlandwest","uaecentral","uaenorth","uksouth","ukwest","westcentralus","westeurope","westindia","westus","westus2","westus3"],"examples":["swedencentral"]},"tags":{"type":"object","default":{},"maxProperties":12,"propertyNames":{"pattern":"^[A-Za-z][^\\s<>%&\\\\?/()]{0,127}$","patternErrorMessage":"a tag's name must start with a letter, have at most 128 characters, and no space or any of < > % & \\ ? / ( )"},"additionalProperties":{"type":"string","maxLength":256},"examples":[{"cost-center":"4711","owner":"chat-team"}]},"hub":{"type":"object","additionalProperties":false,"examples":[{"addressSpace":"10.10.0.0/22","gateway":{"publisherEmail":"platform@contoso.com"}}],"properties":{"addressSpace":{"type":"string","pattern":"^\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}$","patternErrorMessage":"must be an address range in CIDR notation, such as 10.10.0.0/22","examples":["10.10.0.0/22"]},"gateway":{"type":"object","additionalProperties":false,"required":["publisherEmail"],"examples":[{"publisherEmail":"platform@contoso.com"}],"properties":{"sku":{"type":"string","enum":["Developer","Premium","StandardV2","PremiumV2"],"refused":{"values":["Consumption","Basic","BasicV2","Standard"],"message":"has no way into a virtual network, so it would not reach the models, which are private","fix":"write `Developer` for a trial, `StandardV2` for production at the lowest price, `PremiumV2` for more units or `Premium` for zones"},"default":"Developer"},"capacity":{"type":"integer","minimum":1,"maximum":31,"default":1},"zones":{"type":"array","maxItems":3,"default":[],"items":{"type":"integer","enum":[1,2,3]},"examples":[[1,2,3]]},"publisherEmail":{"type":"string","maxLength":100,"pattern":"^[^\\s@<>\"',;]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$","patternErrorMessage":"must be an e-mail address","examples":["platform@contoso.com"]},"publisherName":{"type":"string","minLength":1,"maxLength":100,"default":"Platform team","examples":["Contoso platform team"]}}},"reference":{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z][a-z0-9-]{1,18}[a-z0-9]$","patternErrorMessage":"must be 3 to 20 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen","examples":["contoso-hub"]},"subscriptionId":{"$ref":"#/$defs/guid","examples":["11111111-2222-3333-4444-555555555555"]}},"examples":[{"name":"contoso-hub"}]}},"if":{"not":{"required":["reference"]}},"then":{"required":["addressSpace","gateway"]}},"spoke":{"type":"object","additionalProperties":false,"required":["addressSpace","exposure"],"examples":[{"addressSpace":"10.10.4.0/22","exposure":{"kind":"app-gateway","hostname":"chat.contoso.com","certificate":"self-signed"}}],"properties":{"addressSpace":{"type":"string","pattern":"^\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}$","patternErrorMessage":"must be an address range in CIDR notation, such as 10.10.4.0/22","examples":["10.10.4.0/22"]},"exposure":{"type":"object","additionalProperties":false,"required":["kind"],"examples":[{"kind":"app-gateway","hostname":"chat.contoso.com","certificate":"self-signed"}],"properties":{"kind":{"type":"string","enum":["app-gateway","container-app","private"],"examples":["app-gateway"]},"hostname":{"type":"string","maxLength":253,"pattern":"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$","patternErrorMessage":"must be a full host name in lower case, without scheme, port or path","examples":["chat.contoso.com"]},"certificate":{"type":["string","object"],"examples":["self-signed",{"kind":"key-vault","secretId":"https://kv-contoso.vault.azure.net/secrets/chat"}],"if":{"type":"string"},"then":{"enum":["self-signed","managed"]},"required":["kind"],"additionalProperties":false,"properties":{"kind":{"type":"string","enum":["self-signed","managed","key-vault"],"examples":["self-signed"]},"secretId":{"type":"string","pattern":"^https://[a-z][a-z0-9-]{1,22}[a-z0-9]\\.vault\\.azure\\.net/secrets/[A-Za-z0-9-]{1,127}$","patternErrorMessage":"must be the address of a Key Vault secret without a version","examples":["https://kv-contoso.vault.azure.net/secrets/chat"]}}},"dns":{"type":"object","additionalProperties":false,"required":["zone","resourceGroup"],"examples":[{"zone":"contoso.com","resourceGroup":"rg-dns"}],"properties":{"zone":{"type":"string","maxLength":253,"pattern":"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$","patternErrorMessage":"must be a full domain name in lower case","examples":["contoso.com"]},"resourceGroup":{"type":"string","minLength":1,"maxLength":90,"pattern":"^[\\w().-]*[\\w()-]$","patternErrorMessage":"must be the name of a resource group","examples":["rg-dns"]},"subscriptionId":{"$ref":"#/$defs/guid","examples":["11111111-2222-3333-4444-555555555555"]}}},"allowedAddresses":{"type":"array","maxItems":100,"default":[],"examples":[["203.0.113.0/24"]],"items":{"type":"string","pattern":"^\\d{1,3}(\\.\\d{1,3}){3}(/\\d{1,2})?$","patternErrorMessage":"must be an IPv4 address or range such as 203.0.113.0/24"}}},"if":{"properties":{"kind":{"const":"app-gateway"}},"required":["kind"]},"then":{"required":["hostname"]}},"openWebUi":{"type":"object","additionalProperties":false,"default":{},"properties":{"version":{"type":"string","pattern":"^v\\d+\\.\\d+\\.\\d+(-slim)?(@sha256:[0-9a-f]{64})?$","patternErrorMessage":"must be a released version: v, three numbers, optionally -slim and @sha256:… (tags that move, such as main, are refused)","default":"v0.11.4@sha256:9591b13f13843c7721c2b8eaf7382846c81b3ffe126526d1888d1fed50c6a33f","examples":["v0.11.4"]},"allowDowngrade":{"type":"boolean","default":false},"cpu":{"type":"number","minimum":0.25,"maximum":4,"multipleOf":0.25,"default":1},"memoryGiB":{"type":"number","minimum":0.5,"maximum":8,"examples":[2]},"replicas":{"type":"object","additionalProperties":false,"default":{},"properties":{"min":{"type":"integer","minimum":0,"maximum":300,"default":1},"max":{"type":"integer","minimum":1,"maximum":300,"default":1}}},"branding":{"type":"object","additionalProperties":false,"default":{},"properties":{"name":{"type":"string","minLength":1,"maxLength":60,"examples":["Contoso Chat"]},"banners":{"type":"array","maxItems":10,"default":[],"items":{"type":"object","additionalProperties":false,"required":["text"],"properties":{"kind":{"type":"string","enum":["info","success","warning","error"],"default":"info"},"title":{"type":"string","maxLength":100,"default":"","examples":["Please note"]},"text":{"type":"string","minLength":1,"maxLength":1000,"examples":["Answers may be wrong: check them."]},"dismissible":{"type":"boolean","default":true}}}},"suggestions":{"type":"array","maxItems":20,"default":[],"items":{"type":"object","additionalProperties":false,"required":["title","prompt"],"properties":{"title":{"type":"string","minLength":1,"maxLength":80,"examples":["Summarise"]},"subtitle":{"type":"string","maxLength":80,"default":"","examples":["a long e-mail"]},"prompt":{"type":"string","minLength":1,"maxLength":2000,"examples":["Summarise this e-mail in three sentences:"]}}}},"watermark":{"type":"string","minLength":1,"maxLength":200,"examples":["Written by AI"]}}},"environment":{"type":"object","default":{},"maxProperties":100,"propertyNames":{"pattern":"^[A-Za-z_][A-Za-z0-9_]*$","patternErrorMessage":"a variable's name must have only letters, digits and underscores, and not start with a digit"},"additionalProperties":{"type":"string","maxLength":8192},"examples":[{"WEBUI_NAME":"Contoso Chat"}]}}},"postgres":{"type":"object","additionalProperties":false,"default":{},"properties":{"sku":{"type":"string","pattern":"^Standard_(B1ms|B(2|4|8|12|16|20)ms|B2s|D(2|4|8|16|32|48|64)(s_v3|ds_v4)|D(2|4|8|16|32|48|64|96)(ds|ads)_v5|E(2|4|8|16|20|32|48|64)(s_v3|ds_v4)|E(2|4|8|16|20|32|48|64|96)(ds|ads)_v5)$","patternErrorMessage":"must be a compute size of PostgreSQL flexible server","default":"Standard_B2s","examples":["Standard_B2s","Standard_D2ds_v5"]},"storageGiB":{"type":"integer","enum":[32,64,128,256,512,1024,2048,4096,8192,16384],"default":32},"version":{"type":["integer","string"],"enum":[15,16,17,"15","16","17"],"default":16},"backupRetentionDays":{"type":"integer","minimum":7,"maximum":35,"default":7},"highAvailability":{"type":["boolean","string"],"enum":[false,true,"zone-redundant","same-zone"],"default":false},"geoRedundantBackup":{"type":"boolean","default":false},"network":{"type":"string","enum":["private-endpoint","vnet-integration"],"default":"private-endpoint"},"availabilityZone":{"type":["integer","string"],"enum":[1,2,3,"1","2","3"],"examples":[1]},"server":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$","patternErrorMessage":"must be the name of a database server: 3 to 63 lower-case letters, digits or hyphens","examples":["psql-contoso-dev-abcdef-202611231430"]}}},"redis":{"type":"object","additionalProperties":false,"examples":[{"sku":"Balanced_B1"}],"properties":{"sku":{"type":"string","pattern":"^(Balanced_B(0|1|3|5|10|20|50|100)|MemoryOptimized_M(10|20|50|100)|ComputeOptimized_X(3|5|10|20|50|100))$","patternErrorMessage":"must be a size of Azure Managed Redis, such as Balanced_B0","default":"Balanced_B0","examples":["Balanced_B0","Balanced_B1"]},"highAvailability":{"type":"boolean","default":true}}},"storage":{"type":"object","additionalProperties":false,"default":{},"properties":{"kind":{"type":"string","enum":["blob","azure-files"],"default":"blob"},"protocol":{"type":"string","enum":["nfs","smb"],"examples":["smb"]},"quotaGiB":{"type":"integer","minimum":100,"maximum":102400,"examples":[256]},"redundancy":{"type":"string","enum":["local","zone"],"default":"local"}}},"entra":{"type":"object","additionalProperties":false,"default":{},"properties":{"kind":{"type":"string","enum":["new","existing"],"default":"new"},"clientId":{"$ref":"#/$defs/guid","examples":["11111111-2222-3333-4444-555555555555"]}},"if":{"properties":{"kind":{"const":"existing"}},"required":["kind"]},"then":{"required":["clientId"]}}}},"models":{"type":"array","minItems":1,"maxItems":32,"examples":[["gpt-5-mini"]],"items":{"type":["string","object"],"pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9]$","patternErrorMessage":"must be 2 to 64 letters, digits, dots, underscores or hyphens, and start and end with a letter or digit","examples":["gpt-5-mini"],"required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9]$","patternErrorMessage":"must be 2 to 64 letters, digits, dots, underscores or hyphens, and start and end with a letter or digit","examples":["gpt-5-mini"]},"model":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,126}$","patternErrorMessage":"must be a name of Foundry's model catalogue","examples":["gpt-5-mini"]},"format":{"type":"string","enum":["OpenAI","OpenAI-OSS","xAI","Meta","Mistral AI","DeepSeek","Microsoft","Cohere","MoonshotAI","Alibaba","AI21 Labs","Core42","NVIDIA","Black Forest Labs","Stability AI","Anthropic"],"examples":["OpenAI"]},"version":{"type":"string","maxLength":64,"pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*$","patternErrorMessage":"must be a model version: letters, digits, dots, underscores and hyphens","examples":["2025-08-07"]},"sku":{"type":"string","enum":["GlobalStandard","DataZoneStandard","Standard","GlobalProvisionedManaged","DataZoneProvisionedManaged","ProvisionedManaged"],"default":"GlobalStandard"},"capacity":{"type":"integer","minimum":1,"maximum":100000,"examples":[50]},"versionUpgrade":{"type":"string","enum":["OnceNewDefaultVersionAvailable","OnceCurrentVersionExpired","NoAutoUpgrade"],"examples":["NoAutoUpgrade"]},"contentFilter":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$","patternErrorMessage":"must be the name of a content filter: at most 63 letters, digits, dots, underscores or hyphens, and start with a letter or digit","examples":["strict"]},"allow":{"type":"object","additionalProperties":false,"minProperties":1,"examples":[{"roles":["admin"],"groups":["finance"]}],"properties":{"roles":{"type":"array","minItems":1,"maxItems":2,"uniqueItems":true,"examples":[["admin"]],"items":{"type":"string","enum":["admin","user"]}},"groups":{"type":"array","minItems":1,"maxItems":32,"uniqueItems":true,"examples":[["finance"]],"items":{"type":"string"}}}},"price":{"type":"object","additionalProperties":false,"required":["input","output"],"examples":[{"input":1.25,"output":10}],"properties":{"input":{"type":"number","minimum":0,"maximum":100000,"examples":[1.25]},"output":{"type":"number","minimum":0,"maximum":100000,"examples":[10]}}}}}},"contentFilters":{"type":"array","maxItems":16,"default":[],"examples":[[{"name":"strict","hate":"Low"}]],"items":{"type":"object","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$","patternErrorMessage":"must be the name of a content filter: at most 63 letters, digits, dots, underscores or hyphens, and start with a letter or digit","examples":["strict"]},"hate":{"$ref":"#/$defs/severity","default":"Medium"},"sexual":{"$ref":"#/$defs/severity","default":"Medium"},"violence":{"$ref":"#/$defs/severity","default":"Medium"},"selfHarm":{"$ref":"#/$defs/severity","default":"Medium"},"jailbreak":{"type":"boolean","default":true},"indirectAttack":{"type":"boolean","default":false},"protectedMaterial":{"type":"boolean","default":true},"streaming":{"type":"string","enum":["buffered","immediate"],"default":"buffered"}}}},"operations":{"type":"object","additionalProperties":false,"default":{},"properties":{"budget":{"type":"object","additionalProperties":false,"required":["contacts"],"examples":[{"spoke":400,"contacts":["platform@contoso.com"]}],"properties":{"hub":{"type":"integer","minimum":1,"maximum":100000000,"examples":[900]},"spoke":{"type":"integer","minimum":1,"maximum":100000000,"examples":[400]},"tokens":{"type":"integer","minimum":1,"maximum":100000000,"examples":[200]},"contacts":{"type":"array","minItems":1,"maxItems":50,"uniqueItems":true,"examples":[["platform@contoso.com"]],"items":{"type":"string","maxLength":100,"pattern":"^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$","patternErrorMessage":"must be an e-mail address"}},"thresholds":{"type":"array","minItems":1,"maxItems":5,"uniqueItems":true,"default":[50,80,100],"items":{"type":"integer","minimum":1,"maximum":1000}}}},"currency":{"type":"string","pattern":"^[A-Z]{3}$","patternErrorMessage":"must be the three capital letters of a currency, for example EUR","default":"USD"},"locks":{"type":"boolean","default":false},"deletionProtection":{"type":"boolean","default":false},"logs":{"type":"object","additionalProperties":false,"default":{},"properties":{"retentionDays":{"type":"integer","minimum":30,"maximum":730,"default":30},"dailyCapGiB":{"type":"integer","minimum":1,"maximum":4000,"examples":[10]}}}}},"access":{"type":"object","additionalProperties":false,"default":{},"examples":[{"admins":[{"user":"11111111-2222-3333-4444-555555555555"}],"users":[{"group":"66666666-7777-8888-9999-aaaaaaaaaaaa"}]}],"properties":{"admins":{"type":"array","maxItems":200,"default":[],"items":{"$ref":"#/$defs/principal"}},"users":{"type":"array","maxItems":200,"default":[],"items":{"$ref":"#/$defs/principal"}},"groups":{"type":"object","default":{},"maxProperties":32,"propertyNames":{"pattern":"^[a-z][a-z0-9-]{0,38}[a-z0-9]$","patternErrorMessage":"the name of a group must be 2 to 40 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen"},"additionalProperties":{"$ref":"#/$defs/guid"},"examples":[{"finance":"66666666-7777-8888-9999-aaaaaaaaaaaa"}]}}},"limits":{"type":"object","additionalProperties":false,"default":{},"properties":{"perPerson":{"type":"object","additionalProperties":false,"default":{},"properties":{"tokensPerMinute":{"type":"integer","minimum":1,"maximum":1000000000,"default":50000},"tokenQuota":{"$ref":"#/$defs/tokenQuota","examples":[{"tokens":2000000,"period":"Monthly"}]}}},"perRole":{"type":"object","additionalProperties":false,"default":{},"examples":[{"user":{"shared":{"tokensPerMinute":500000}}}],"properties":{"admin":{"$ref":"#/$defs/limitsOfMany"},"user":{"$ref":"#/$defs/limitsOfMany"}}},"perGroup":{"type":"object","default":{},"maxProperties":32,"additionalProperties":{"$ref":"#/$defs/limitsOfMany"},"examples":[{"finance":{"perPerson":{"tokensPerMinute":100000}}}]},"perModel":{"type":"object","default":{},"maxProperties":32,"additionalProperties":{"$ref":"#/$defs/limitsOfMany"},"examples":[{"gpt-5.2":{"shared":{"tokensPerMinute":200000}}}]}}},"api":{"type":"object","additionalProperties":false,"default":{},"properties":{"path":{"type":"string","maxLength":60,"pattern":"^[a-z0-9]([a-z0-9._-]*[a-z0-9])?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)*$","patternErrorMessage":"must be lower-case path segments separated by /, without a leading or trailing one","examples":["openai/v1"]},"spec":{"type":"string","minLength":1,"maxLength":2000,"default":"built-in","examples":["built-in","../specs/openai.json"]},"operations":{"type":"array","maxItems":500,"uniqueItems":true,"default":[],"items":{"type":"string","maxLength":1100,"pattern":"^!?[^\\s!].*$","patternErrorMessage":"must be a method and a path, a path, an operationId or `tag:…`, possibly with ! in front","examples":["POST /chat/**"]},"examples":[["POST /chat/**","createEmbedding","!/chat/completions/{completion_id}"]]},"tags":{"type":"array","maxItems":100,"uniqueItems":true,"default":[],"items":{"type":"string","minLength":1,"maxLength":200,"examples":["Chat"]},"examples":[["Chat","Embeddings"]]},"allowBreakingChanges":{"type":"boolean","default":false},"products":{"type":"array","maxItems":50,"default":[],"items":{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"$ref":"#/$defs/productName"},"description":{"type":"string","maxLength":1000,"default":""},"approvalRequired":{"type":"boolean","default":true},"subscriptions":{"type":"array","maxItems":100,"default":[],"items":{"$ref":"#/$defs/productName"}}}},"examples":[[{"name":"research","subscriptions":["notebooks","batch-jobs"]}]]},"ownBackend":{"type":"object","additionalProperties":false,"default":{},"properties":{"priority":{"type":"integer","minimum":1,"maximum":100,"default":1,"examples":[1]},"weight":{"type":"integer","minimum":1,"maximum":100,"default":1,"examples":[1]}}},"backends":{"type":"array","maxItems":29,"default":[],"examples":[[{"name":"france","url":"https://aif-contoso-fr.services.ai.azure.com/openai/v1","priority":2}]],"items":{"type":"object","required":["name","url"],"additionalProperties":false,"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9]|-(?!-)){0,28}[a-z0-9]$","patternErrorMessage":"must be 2 to 30 lower-case letters, digits and single hyphens","examples":["france"]},"url":{"type":"string","maxLength":500,"pattern":"^https://[^/?#@\\s]+(/[^?#\\s]*)?$","patternErrorMessage":"must be an https address without user name, query or fragment, such as https://aif-contoso-fr.services.ai.azure.com/openai/v1","examples":["https://aif-contoso-fr.services.ai.azure.com/openai/v1"]},"priority":{"type":"integer","minimum":1,"maximum":100,"default":1,"examples":[1]},"weight":{"type":"integer","minimum":1,"maximum":100,"default":1,"examples":[1]},"audience":{"type":"string","maxLength":300,"pattern":"^(api|https)://\\S+$","patternErrorMessage":"must be an application ID URI, such as api://llm.contoso.com","examples":["api://llm.contoso.com"]},"apiKey":{"type":"object","required":["secret"],"additionalProperties":false,"properties":{"secret":{"type":"string","maxLength":500,"pattern":"^https://[a-z0-9-]{3,24}\\.vault\\.azure\\.net/secrets/[A-Za-z0-9-]{1,127}$","patternErrorMessage":"must be the address of a Key Vault secret without a version, such as https://kv-contoso.vault.azure.net/secrets/llm-key","examples":["https://kv-contoso.vault.azure.net/secrets/llm-key"]}}}}}},"contentSafety":{"type":"object","additionalProperties":false,"properties":{"endpoint":{"type":"string","pattern":"^https://[a-z0-9][a-z0-9-]{1,62}\\.cognitiveservices\\.azure\\.com$","patternErrorMessage":"must be the cognitiveservices address of a resource, such as https://cs-contoso.cognitiveservices.azure.com","examples":["https://cs-contoso.cognitiveservices.azure.com"]},"shieldPrompt":{"type":"boolean","default":true},"categories":{"type":"object","additionalProperties":false,"default":{},"properties":{"hate":{"type":"integer","minimum":0,"maximum":7,"examples":[4]},"selfHarm":{"type":"integer","minimum":0,"maximum":7,"examples":[4]},"sexual":{"type":"integer","minimum":0,"maximum":7,"examples":[4]},"violence":{"type":"integer","minimum":0,"maximum":7,"examples":[4]}}},"completions":{"type":"boolean","default":false},"blocklists":{"type":"array","maxItems":10,"default":[],"examples":[["projects"]],"items":{"type":"string","pattern":"^[A-Za-z0-9~._-]{1,64}$","patternErrorMessage":"must be the name of a blocklist: at most 64 letters, digits and - . _ ~","examples":["projects"]}}}},"semanticCache":{"type":"object","required":["embeddings","cache"],"additionalProperties":false,"properties":{"embeddings":{"type":"string","maxLength":64,"examples":["text-embedding-3-small"]},"cache":{"type":"string","pattern":"^[^*#&+:<>?/\\s]{1,80}$","patternErrorMessage":"must be the id of an entity below `caches` of API Management","examples":["default"]},"scoreThreshold":{"type":"number","minimum":0,"maximum":1,"default":0.05},"minutes":{"type":"integer","minimum":1,"maximum":10080,"default":60}}},"fragments":{"type":"object","additionalProperties":false,"default":{},"properties":{"inbound":{"type":"object","additionalProperties":false,"default":{},"properties":{"before":{"type":"array","maxItems":10,"default":[],"examples":[["policies/header.xml"]],"items":{"type":"string","minLength":1,"maxLength":500,"pattern":"\\.xml$","patternErrorMessage":"must be a file that ends in .xml","examples":["policies/header.xml"]}},"after":{"type":"array","maxItems":10,"default":[],"examples":[["policies/header.xml"]],"items":{"type":"string","minLength":1,"maxLength":500,"pattern":"\\.xml$","patternErrorMessage":"must be a file that ends in .xml","examples":["policies/header.xml"]}}}},"outbound":{"type":"object","additionalProperties":false,"default":{},"properties":{"before":{"type":"array","maxItems":10,"default":[],"examples":[["policies/header.xml"]],"items":{"type":"string","minLength":1,"maxLength":500,"pattern":"\\.xml$","patternErrorMessage":"must be a file that ends in .xml","examples":["policies/header.xml"]}},"after":{"type":"array","maxItems":10,"default":[],"examples":[["policies/header.xml"]],"items":{"type":"string","minLength":1,"maxLength":500,"pattern":"\\.xml$","patternErrorMessage":"must be a file that ends in .xml","examples":["policies/header.xml"]}}}},"onError":{"type":"object","additionalProperties":false,"default":{},"properties":{"before":{"type":"array","maxItems":10,"default":[],"examples":[["policies/header.xml"]],"items":{"type":"string","minLength":1,"maxLength":500,"pattern":"\\.xml$","patternErrorMessage":"must be a file that ends in .xml","examples":["policies/header.xml"]}}}}}},"namedValues":{"type":"object","default":{},"maxProperties":100,"propertyNames":{"pattern":"^[A-Za-z0-9]([A-Za-z0-9._]|-(?!-)){0,99}$","patternErrorMessage":"a named value must have at most 100 letters, digits, dots, underscores or single hyphens, and start with a letter or digit"},"examples":[{"team":"chat","hook-key":{"secret":"https://kv-contoso.vault.azure.net/secrets/hook-key"}}],"additionalProperties":{"type":["string","object"],"minLength":1,"maxLength":4096,"required":["secret"],"additionalProperties":false,"properties":{"secret":{"type":"string","maxLength":500,"pattern":"^https://[a-z0-9-]{3,24}\\.vault\\.azure\\.net/secrets/[A-Za-z0-9-]{1,127}$","patternErrorMessage":"must be the address of a Key Vault secret without a version, such as https://kv-contoso.vault.azure.net/secrets/llm-key","examples":["https://kv-contoso.vault.azure.net/secrets/llm-key"]}},"examples":["chat"]}},"logPrompts":{"type":"object","additionalProperties":false,"properties":{"maxSizeInBytes":{"type":"integer","minimum":1,"maximum":262144,"default":262144}}}}},"smoke":{"type":"object","additionalProperties":false,"default":{},"properties":{"model":{"type":"string","minLength":1,"examples":["gpt-5-mini"]},"prompt":{"type":"string","minLength":1,"maxLength":2000,"default":"Answer with one short sentence: is the chat platform up?"},"firstTokenSeconds":{"type":"integer","minimum":1,"maximum":300,"default":60}}}},"$defs":{"tokenQuota":{"type":"object","additionalProperties":false,"required":["tokens","period"],"examples":[{"tokens":2000000,"period":"Monthly"}],"properties":{"tokens":{"type":"integer","minimum":1,"maximum":1000000000000,"examples":[2000000]},"period":{"type":"string","enum":["Hourly","Daily","Weekly","Monthly"],"examples":["Monthly"]}}},"tokenLimit":{"type":"object","additionalProperties":false,"minProperties":1,"examples":[{"tokensPerMinute":100000}],"properties":{"tokensPerMinute":{"type":"integer","minimum":1,"maximum":1000000000,"examples":[100000]},"tokenQuota":{"$ref":"#/$defs/tokenQuota"}}},"limitsOfMany":{"type":"object","additionalProperties":false,"minProperties":1,"examples":[{"shared":{"tokensPerMinute":500000}}],"properties":{"perPerson":{"$ref":"#/$defs/tokenLimit"},"shared":{"$ref":"#/$defs/tokenLimit"}}},"severity":{"type":"string","enum":["Low","Medium","High"]},"productName":{"type":"string","minLength":1,"maxLength":40,"pattern":"^[a-z0-9]+(-[a-z0-9]+)*$","patternErrorMessage":"must be lower-case letters, digits and single dashes, without a dash at either end"},"guid":{"type":"string","pattern":"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$","patternErrorMessage":"must be a GUID"},"principal":{"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"examples":[{"group":"66666666-7777-8888-9999-aaaaaaaaaaaa"}],"properties":{"user":{"$ref":"#/$defs/guid","examples":["11111111-2222-3333-4444-555555555555"]},"group":{"$ref":"#/$defs/guid","examples":["66666666-7777-8888-9999-aaaaaaaaaaaa"]}}}}};
const schema32 = {"type":"string","pattern":"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$","patternErrorMessage":"must be a GUID"};
const schema35 = {"type":"string","enum":["Low","Medium","High"]};
const schema43 = {"type":"object","additionalProperties":false,"required":["tokens","period"],"examples":[{"tokens":2000000,"period":"Monthly"}],"properties":{"tokens":{"type":"integer","minimum":1,"maximum":1000000000000,"examples":[2000000]},"period":{"type":"string","enum":["Hourly","Daily","Weekly","Monthly"],"examples":["Monthly"]}}};
const schema47 = {"type":"string","minLength":1,"maxLength":40,"pattern":"^[a-z0-9]+(-[a-z0-9]+)*$","patternErrorMessage":"must be lower-case letters, digits and single dashes, without a dash at either end"};
const func1 = Object.prototype.hasOwnProperty;
const pattern4 = new RegExp("^[a-z][a-z0-9-]{1,18}[a-z0-9]$", "u");
const pattern5 = new RegExp("^[A-Za-z][^\\s<>%&\\\\?/()]{0,127}$", "u");
const pattern6 = new RegExp("^\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}$", "u");
const pattern7 = new RegExp("^[^\\s@<>\"',;]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$", "u");
const pattern9 = new RegExp("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", "u");
const pattern11 = new RegExp("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$", "u");
const pattern12 = new RegExp("^https://[a-z][a-z0-9-]{1,22}[a-z0-9]\\.vault\\.azure\\.net/secrets/[A-Za-z0-9-]{1,127}$", "u");
const pattern14 = new RegExp("^[\\w().-]*[\\w()-]$", "u");
const pattern16 = new RegExp("^\\d{1,3}(\\.\\d{1,3}){3}(/\\d{1,2})?$", "u");
const pattern17 = new RegExp("^v\\d+\\.\\d+\\.\\d+(-slim)?(@sha256:[0-9a-f]{64})?$", "u");
const pattern18 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
const pattern19 = new RegExp("^Standard_(B1ms|B(2|4|8|12|16|20)ms|B2s|D(2|4|8|16|32|48|64)(s_v3|ds_v4)|D(2|4|8|16|32|48|64|96)(ds|ads)_v5|E(2|4|8|16|20|32|48|64)(s_v3|ds_v4)|E(2|4|8|16|20|32|48|64|96)(ds|ads)_v5)$", "u");
const pattern20 = new RegExp("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", "u");
const pattern21 = new RegExp("^(Balanced_B(0|1|3|5|10|20|50|100)|MemoryOptimized_M(10|20|50|100)|ComputeOptimized_X(3|5|10|20|50|100))$", "u");
const pattern23 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9]$", "u");
const pattern25 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]{0,126}$", "u");
const pattern26 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]*$", "u");
const pattern27 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$", "u");
const pattern29 = new RegExp("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", "u");
const pattern30 = new RegExp("^[A-Z]{3}$", "u");
const pattern33 = new RegExp("^[a-z][a-z0-9-]{0,38}[a-z0-9]$", "u");
const pattern35 = new RegExp("^[a-z0-9]([a-z0-9._-]*[a-z0-9])?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)*$", "u");
const pattern36 = new RegExp("^!?[^\\s!].*$", "u");
const pattern37 = new RegExp("^[a-z0-9]+(-[a-z0-9]+)*$", "u");
const pattern39 = new RegExp("^[a-z0-9]([a-z0-9]|-(?!-)){0,28}[a-z0-9]$", "u");
const pattern40 = new RegExp("^https://[^/?#@\\s]+(/[^?#\\s]*)?$", "u");
const pattern41 = new RegExp("^(api|https)://\\S+$", "u");
const pattern42 = new RegExp("^https://[a-z0-9-]{3,24}\\.vault\\.azure\\.net/secrets/[A-Za-z0-9-]{1,127}$", "u");
const pattern43 = new RegExp("^https://[a-z0-9][a-z0-9-]{1,62}\\.cognitiveservices\\.azure\\.com$", "u");
const pattern44 = new RegExp("^[A-Za-z0-9~._-]{1,64}$", "u");
const pattern45 = new RegExp("^[^*#&+:<>?/\\s]{1,80}$", "u");
const pattern46 = new RegExp("\\.xml$", "u");
const pattern51 = new RegExp("^[A-Za-z0-9]([A-Za-z0-9._]|-(?!-)){0,99}$", "u");
const schema39 = {"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"examples":[{"group":"66666666-7777-8888-9999-aaaaaaaaaaaa"}],"properties":{"user":{"$ref":"#/$defs/guid","examples":["11111111-2222-3333-4444-555555555555"]},"group":{"$ref":"#/$defs/guid","examples":["66666666-7777-8888-9999-aaaaaaaaaaaa"]}}};

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length > 1){
const err0 = {instancePath,schemaPath:"#/maxProperties",keyword:"maxProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(Object.keys(data).length < 1){
const err1 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "user") || (key0 === "group"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.user !== undefined){
let data0 = data.user;
if(typeof data0 === "string"){
if(!pattern9.test(data0)){
const err3 = {instancePath:instancePath+"/user",schemaPath:"#/$defs/guid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/user",schemaPath:"#/$defs/guid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.group !== undefined){
let data1 = data.group;
if(typeof data1 === "string"){
if(!pattern9.test(data1)){
const err5 = {instancePath:instancePath+"/group",schemaPath:"#/$defs/guid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/group",schemaPath:"#/$defs/guid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema44 = {"type":"object","additionalProperties":false,"minProperties":1,"examples":[{"shared":{"tokensPerMinute":500000}}],"properties":{"perPerson":{"$ref":"#/$defs/tokenLimit"},"shared":{"$ref":"#/$defs/tokenLimit"}}};
const schema45 = {"type":"object","additionalProperties":false,"minProperties":1,"examples":[{"tokensPerMinute":100000}],"properties":{"tokensPerMinute":{"type":"integer","minimum":1,"maximum":1000000000,"examples":[100000]},"tokenQuota":{"$ref":"#/$defs/tokenQuota"}}};

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate25.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "tokensPerMinute") || (key0 === "tokenQuota"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.tokensPerMinute !== undefined){
let data0 = data.tokensPerMinute;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err2 = {instancePath:instancePath+"/tokensPerMinute",schemaPath:"#/properties/tokensPerMinute/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 1000000000 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/tokensPerMinute",schemaPath:"#/properties/tokensPerMinute/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/tokensPerMinute",schemaPath:"#/properties/tokensPerMinute/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data.tokenQuota !== undefined){
let data1 = data.tokenQuota;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.tokens === undefined){
const err5 = {instancePath:instancePath+"/tokenQuota",schemaPath:"#/$defs/tokenQuota/required",keyword:"required",params:{missingProperty: "tokens"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1.period === undefined){
const err6 = {instancePath:instancePath+"/tokenQuota",schemaPath:"#/$defs/tokenQuota/required",keyword:"required",params:{missingProperty: "period"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key1 in data1){
if(!((key1 === "tokens") || (key1 === "period"))){
const err7 = {instancePath:instancePath+"/tokenQuota",schemaPath:"#/$defs/tokenQuota/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data1.tokens !== undefined){
let data2 = data1.tokens;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err8 = {instancePath:instancePath+"/tokenQuota/tokens",schemaPath:"#/$defs/tokenQuota/properties/tokens/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 1000000000000 || isNaN(data2)){
const err9 = {instancePath:instancePath+"/tokenQuota/tokens",schemaPath:"#/$defs/tokenQuota/properties/tokens/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err10 = {instancePath:instancePath+"/tokenQuota/tokens",schemaPath:"#/$defs/tokenQuota/properties/tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
if(data1.period !== undefined){
let data3 = data1.period;
if(typeof data3 !== "string"){
const err11 = {instancePath:instancePath+"/tokenQuota/period",schemaPath:"#/$defs/tokenQuota/properties/period/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!((((data3 === "Hourly") || (data3 === "Daily")) || (data3 === "Weekly")) || (data3 === "Monthly"))){
const err12 = {instancePath:instancePath+"/tokenQuota/period",schemaPath:"#/$defs/tokenQuota/properties/period/enum",keyword:"enum",params:{allowedValues: schema43.properties.period.enum}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/tokenQuota",schemaPath:"#/$defs/tokenQuota/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}
validate25.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate24.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "perPerson") || (key0 === "shared"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.perPerson !== undefined){
if(!(validate25(data.perPerson, {instancePath:instancePath+"/perPerson",parentData:data,parentDataProperty:"perPerson",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.shared !== undefined){
if(!(validate25(data.shared, {instancePath:instancePath+"/shared",parentData:data,parentDataProperty:"shared",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}
validate24.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="environment.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
const _errs3 = errors;
const _errs4 = errors;
const _errs5 = errors;
let valid2 = false;
const _errs6 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.spoke === undefined) && (missing0 = "spoke")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid1 = _errs6 === errors;
valid2 = valid2 || _valid1;
const _errs7 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.models === undefined) && (missing1 = "models")){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid1 = _errs7 === errors;
valid2 = valid2 || _valid1;
if(!valid2){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
}
var valid1 = _errs4 === errors;
if(valid1){
const err3 = {};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
if(errors === _errs2){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.hub === undefined) && (missing2 = "hub")){
const err4 = {};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
if(data.hub !== undefined){
let data0 = data.hub;
const _errs8 = errors;
if(errors === _errs8){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing3;
if((data0.addressSpace === undefined) && (missing3 = "addressSpace")){
const err5 = {};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
}
}
}
var _valid0 = _errs2 === errors;
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
if(!_valid0){
const _errs10 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spoke === undefined){
const err7 = {instancePath,schemaPath:"#/else/required",keyword:"required",params:{missingProperty: "spoke"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.models === undefined){
const err8 = {instancePath,schemaPath:"#/else/required",keyword:"required",params:{missingProperty: "models"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid0 = _errs10 === errors;
valid0 = _valid0;
}
if(!valid0){
const err9 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: "else"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.tags === undefined){
data.tags = {};
}
if(data.contentFilters === undefined){
data.contentFilters = [];
}
if(data.operations === undefined){
data.operations = {};
}
if(data.access === undefined){
data.access = {};
}
if(data.limits === undefined){
data.limits = {};
}
if(data.api === undefined){
data.api = {};
}
if(data.smoke === undefined){
data.smoke = {};
}
if(data.name === undefined){
const err10 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.location === undefined){
const err11 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "location"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data.hub === undefined){
const err12 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "hub"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema31.properties, key0))){
const err13 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
const err14 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]{1,18}[a-z0-9]$"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.location !== undefined){
let data2 = data.location;
if(typeof data2 !== "string"){
const err16 = {instancePath:instancePath+"/location",schemaPath:"#/properties/location/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!((((((((((((((((((((((((((((((((((((((((((((((((((((((((data2 === "australiacentral") || (data2 === "australiaeast")) || (data2 === "australiasoutheast")) || (data2 === "austriaeast")) || (data2 === "belgiumcentral")) || (data2 === "brazilsouth")) || (data2 === "brazilsoutheast")) || (data2 === "canadacentral")) || (data2 === "canadaeast")) || (data2 === "centralindia")) || (data2 === "centralus")) || (data2 === "chilecentral")) || (data2 === "denmarkeast")) || (data2 === "eastasia")) || (data2 === "eastus")) || (data2 === "eastus2")) || (data2 === "francecentral")) || (data2 === "francesouth")) || (data2 === "germanynorth")) || (data2 === "germanywestcentral")) || (data2 === "indonesiacentral")) || (data2 === "israelcentral")) || (data2 === "italynorth")) || (data2 === "japaneast")) || (data2 === "japanwest")) || (data2 === "koreacentral")) || (data2 === "koreasouth")) || (data2 === "malaysiawest")) || (data2 === "mexicocentral")) || (data2 === "newzealandnorth")) || (data2 === "northcentralus")) || (data2 === "northeurope")) || (data2 === "norwayeast")) || (data2 === "norwaywest")) || (data2 === "polandcentral")) || (data2 === "qatarcentral")) || (data2 === "southafricanorth")) || (data2 === "southafricawest")) || (data2 === "southcentralus")) || (data2 === "southeastasia")) || (data2 === "southindia")) || (data2 === "spaincentral")) || (data2 === "swedencentral")) || (data2 === "swedensouth")) || (data2 === "switzerlandnorth")) || (data2 === "switzerlandwest")) || (data2 === "uaecentral")) || (data2 === "uaenorth")) || (data2 === "uksouth")) || (data2 === "ukwest")) || (data2 === "westcentralus")) || (data2 === "westeurope")) || (data2 === "westindia")) || (data2 === "westus")) || (data2 === "westus2")) || (data2 === "westus3"))){
const err17 = {instancePath:instancePath+"/location",schemaPath:"#/properties/location/enum",keyword:"enum",params:{allowedValues: schema31.properties.location.enum}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
let data3 = data.tags;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 12){
const err18 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/maxProperties",keyword:"maxProperties",params:{limit: 12}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
for(const key1 in data3){
const _errs18 = errors;
if(typeof key1 === "string"){
if(!pattern5.test(key1)){
const err19 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][^\\s<>%&\\\\?/()]{0,127}$"},propertyName:key1};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
var valid5 = _errs18 === errors;
if(!valid5){
const err20 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/propertyNames",keyword:"propertyNames",params:{propertyName: key1}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
for(const key2 in data3){
let data4 = data3[key2];
if(typeof data4 === "string"){
if(data4.length > 256){
const err21 = {instancePath:instancePath+"/tags/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tags/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/tags/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tags/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data.hub !== undefined){
let data5 = data.hub;
const _errs24 = errors;
let valid7 = true;
const _errs25 = errors;
const _errs26 = errors;
const _errs27 = errors;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing4;
if((data5.reference === undefined) && (missing4 = "reference")){
const err24 = {};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
var valid8 = _errs27 === errors;
if(valid8){
const err25 = {};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
else {
errors = _errs26;
if(vErrors !== null){
if(_errs26){
vErrors.length = _errs26;
}
else {
vErrors = null;
}
}
}
var _valid2 = _errs25 === errors;
errors = _errs24;
if(vErrors !== null){
if(_errs24){
vErrors.length = _errs24;
}
else {
vErrors = null;
}
}
if(_valid2){
const _errs28 = errors;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.addressSpace === undefined){
const err26 = {instancePath:instancePath+"/hub",schemaPath:"#/properties/hub/then/required",keyword:"required",params:{missingProperty: "addressSpace"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data5.gateway === undefined){
const err27 = {instancePath:instancePath+"/hub",schemaPath:"#/properties/hub/then/required",keyword:"required",params:{missingProperty: "gateway"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
var _valid2 = _errs28 === errors;
valid7 = _valid2;
}
if(!valid7){
const err28 = {instancePath:instancePath+"/hub",schemaPath:"#/properties/hub/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key3 in data5){
if(!(((key3 === "addressSpace") || (key3 === "gateway")) || (key3 === "reference"))){
const err29 = {instancePath:instancePath+"/hub",schemaPath:"#/properties/hub/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data5.addressSpace !== undefined){
let data6 = data5.addressSpace;
if(typeof data6 === "string"){
if(!pattern6.test(data6)){
const err30 = {instancePath:instancePath+"/hub/addressSpace",schemaPath:"#/properties/hub/properties/addressSpace/pattern",keyword:"pattern",params:{pattern: "^\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}$"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/hub/addressSpace",schemaPath:"#/properties/hub/properties/addressSpace/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data5.gateway !== undefined){
let data7 = data5.gateway;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.sku === undefined){
data7.sku = "Developer";
}
if(data7.capacity === undefined){
data7.capacity = 1;
}
if(data7.zones === undefined){
data7.zones = [];
}
if(data7.publisherName === undefined){
data7.publisherName = "Platform team";
}
if(data7.publisherEmail === undefined){
const err32 = {instancePath:instancePath+"/hub/gateway",schemaPath:"#/properties/hub/properties/gateway/required",keyword:"required",params:{missingProperty: "publisherEmail"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
for(const key4 in data7){
if(!(((((key4 === "sku") || (key4 === "capacity")) || (key4 === "zones")) || (key4 === "publisherEmail")) || (key4 === "publisherName"))){
const err33 = {instancePath:instancePath+"/hub/gateway",schemaPath:"#/properties/hub/properties/gateway/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
let data8 = data7.sku;
if(typeof data8 !== "string"){
const err34 = {instancePath:instancePath+"/hub/gateway/sku",schemaPath:"#/properties/hub/properties/gateway/properties/sku/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(!((((data8 === "Developer") || (data8 === "Premium")) || (data8 === "StandardV2")) || (data8 === "PremiumV2"))){
const err35 = {instancePath:instancePath+"/hub/gateway/sku",schemaPath:"#/properties/hub/properties/gateway/properties/sku/enum",keyword:"enum",params:{allowedValues: schema31.properties.hub.properties.gateway.properties.sku.enum}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
let data9 = data7.capacity;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err36 = {instancePath:instancePath+"/hub/gateway/capacity",schemaPath:"#/properties/hub/properties/gateway/properties/capacity/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 31 || isNaN(data9)){
const err37 = {instancePath:instancePath+"/hub/gateway/capacity",schemaPath:"#/properties/hub/properties/gateway/properties/capacity/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data9 < 1 || isNaN(data9)){
const err38 = {instancePath:instancePath+"/hub/gateway/capacity",schemaPath:"#/properties/hub/properties/gateway/properties/capacity/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
let data10 = data7.zones;
if(Array.isArray(data10)){
if(data10.length > 3){
const err39 = {instancePath:instancePath+"/hub/gateway/zones",schemaPath:"#/properties/hub/properties/gateway/properties/zones/maxItems",keyword:"maxItems",params:{limit: 3}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
let data11 = data10[i0];
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err40 = {instancePath:instancePath+"/hub/gateway/zones/" + i0,schemaPath:"#/properties/hub/properties/gateway/properties/zones/items/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(!(((data11 === 1) || (data11 === 2)) || (data11 === 3))){
const err41 = {instancePath:instancePath+"/hub/gateway/zones/" + i0,schemaPath:"#/properties/hub/properties/gateway/properties/zones/items/enum",keyword:"enum",params:{allowedValues: schema31.properties.hub.properties.gateway.properties.zones.items.enum}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/hub/gateway/zones",schemaPath:"#/properties/hub/properties/gateway/properties/zones/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data7.publisherEmail !== undefined){
let data12 = data7.publisherEmail;
if(typeof data12 === "string"){
if(data12.length > 100){
const err43 = {instancePath:instancePath+"/hub/gateway/publisherEmail",schemaPath:"#/properties/hub/properties/gateway/properties/publisherEmail/maxLength",keyword:"maxLength",params:{limit: 100}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(!pattern7.test(data12)){
const err44 = {instancePath:instancePath+"/hub/gateway/publisherEmail",schemaPath:"#/properties/hub/properties/gateway/properties/publisherEmail/pattern",keyword:"pattern",params:{pattern: "^[^\\s@<>\"',;]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/hub/gateway/publisherEmail",schemaPath:"#/properties/hub/properties/gateway/properties/publisherEmail/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
let data13 = data7.publisherName;
if(typeof data13 === "string"){
if(data13.length > 100){
const err46 = {instancePath:instancePath+"/hub/gateway/publisherName",schemaPath:"#/properties/hub/properties/gateway/properties/publisherName/maxLength",keyword:"maxLength",params:{limit: 100}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(data13.length < 1){
const err47 = {instancePath:instancePath+"/hub/gateway/publisherName",schemaPath:"#/properties/hub/properties/gateway/properties/publisherName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/hub/gateway/publisherName",schemaPath:"#/properties/hub/properties/gateway/properties/publisherName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/hub/gateway",schemaPath:"#/properties/hub/properties/gateway/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data5.reference !== undefined){
let data14 = data5.reference;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.name === undefined){
const err50 = {instancePath:instancePath+"/hub/reference",schemaPath:"#/properties/hub/properties/reference/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
for(const key5 in data14){
if(!((key5 === "name") || (key5 === "subscriptionId"))){
const err51 = {instancePath:instancePath+"/hub/reference",schemaPath:"#/properties/hub/properties/reference/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data14.name !== undefined){
let data15 = data14.name;
if(typeof data15 === "string"){
if(!pattern4.test(data15)){
const err52 = {instancePath:instancePath+"/hub/reference/name",schemaPath:"#/properties/hub/properties/reference/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]{1,18}[a-z0-9]$"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/hub/reference/name",schemaPath:"#/properties/hub/properties/reference/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data14.subscriptionId !== undefined){
let data16 = data14.subscriptionId;
if(typeof data16 === "string"){
if(!pattern9.test(data16)){
const err54 = {instancePath:instancePath+"/hub/reference/subscriptionId",schemaPath:"#/$defs/guid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/hub/reference/subscriptionId",schemaPath:"#/$defs/guid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath:instancePath+"/hub/reference",schemaPath:"#/properties/hub/properties/reference/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath:instancePath+"/hub",schemaPath:"#/properties/hub/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data.spoke !== undefined){
let data17 = data.spoke;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.openWebUi === undefined){
data17.openWebUi = {};
}
if(data17.postgres === undefined){
data17.postgres = {};
}
if(data17.storage === undefined){
data17.storage = {};
}
if(data17.entra === undefined){
data17.entra = {};
}
if(data17.addressSpace === undefined){
const err58 = {instancePath:instancePath+"/spoke",schemaPath:"#/properties/spoke/required",keyword:"required",params:{missingProperty: "addressSpace"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(data17.exposure === undefined){
const err59 = {instancePath:instancePath+"/spoke",schemaPath:"#/properties/spoke/required",keyword:"required",params:{missingProperty: "exposure"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
for(const key6 in data17){
if(!(((((((key6 === "addressSpace") || (key6 === "exposure")) || (key6 === "openWebUi")) || (key6 === "postgres")) || (key6 === "redis")) || (key6 === "storage")) || (key6 === "entra"))){
const err60 = {instancePath:instancePath+"/spoke",schemaPath:"#/properties/spoke/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data17.addressSpace !== undefined){
let data18 = data17.addressSpace;
if(typeof data18 === "string"){
if(!pattern6.test(data18)){
const err61 = {instancePath:instancePath+"/spoke/addressSpace",schemaPath:"#/properties/spoke/properties/addressSpace/pattern",keyword:"pattern",params:{pattern: "^\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}$"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
else {
const err62 = {instancePath:instancePath+"/spoke/addressSpace",schemaPath:"#/properties/spoke/properties/addressSpace/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data17.exposure !== undefined){
let data19 = data17.exposure;
const _errs62 = errors;
let valid16 = true;
const _errs63 = errors;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
let missing5;
if((data19.kind === undefined) && (missing5 = "kind")){
const err63 = {};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
else {
if(data19.kind !== undefined){
if("app-gateway" !== data19.kind){
const err64 = {};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
}
var _valid3 = _errs63 === errors;
errors = _errs62;
if(vErrors !== null){
if(_errs62){
vErrors.length = _errs62;
}
else {
vErrors = null;
}
}
if(_valid3){
const _errs65 = errors;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.hostname === undefined){
const err65 = {instancePath:instancePath+"/spoke/exposure",schemaPath:"#/properties/spoke/properties/exposure/then/required",keyword:"required",params:{missingProperty: "hostname"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
var _valid3 = _errs65 === errors;
valid16 = _valid3;
}
if(!valid16){
const err66 = {instancePath:instancePath+"/spoke/exposure",schemaPath:"#/properties/spoke/properties/exposure/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.allowedAddresses === undefined){
data19.allowedAddresses = [];
}
if(data19.kind === undefined){
const err67 = {instancePath:instancePath+"/spoke/exposure",schemaPath:"#/properties/spoke/properties/exposure/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
for(const key7 in data19){
if(!(((((key7 === "kind") || (key7 === "hostname")) || (key7 === "certificate")) || (key7 === "dns")) || (key7 === "allowedAddresses"))){
const err68 = {instancePath:instancePath+"/spoke/exposure",schemaPath:"#/properties/spoke/properties/exposure/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data19.kind !== undefined){
let data21 = data19.kind;
if(typeof data21 !== "string"){
const err69 = {instancePath:instancePath+"/spoke/exposure/kind",schemaPath:"#/properties/spoke/properties/exposure/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(!(((data21 === "app-gateway") || (data21 === "container-app")) || (data21 === "private"))){
const err70 = {instancePath:instancePath+"/spoke/exposure/kind",schemaPath:"#/properties/spoke/properties/exposure/properties/kind/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.exposure.properties.kind.enum}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data19.hostname !== undefined){
let data22 = data19.hostname;
if(typeof data22 === "string"){
if(data22.length > 253){
const err71 = {instancePath:instancePath+"/spoke/exposure/hostname",schemaPath:"#/properties/spoke/properties/exposure/properties/hostname/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(!pattern11.test(data22)){
const err72 = {instancePath:instancePath+"/spoke/exposure/hostname",schemaPath:"#/properties/spoke/properties/exposure/properties/hostname/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$"}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
else {
const err73 = {instancePath:instancePath+"/spoke/exposure/hostname",schemaPath:"#/properties/spoke/properties/exposure/properties/hostname/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data19.certificate !== undefined){
let data23 = data19.certificate;
if((typeof data23 !== "string") && (!(data23 && typeof data23 == "object" && !Array.isArray(data23)))){
const err74 = {instancePath:instancePath+"/spoke/exposure/certificate",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/type",keyword:"type",params:{type: schema31.properties.spoke.properties.exposure.properties.certificate.type}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
const _errs73 = errors;
let valid19 = true;
const _errs74 = errors;
if(typeof data23 !== "string"){
const err75 = {};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
var _valid4 = _errs74 === errors;
errors = _errs73;
if(vErrors !== null){
if(_errs73){
vErrors.length = _errs73;
}
else {
vErrors = null;
}
}
if(_valid4){
const _errs76 = errors;
if(!((data23 === "self-signed") || (data23 === "managed"))){
const err76 = {instancePath:instancePath+"/spoke/exposure/certificate",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/then/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.exposure.properties.certificate.then.enum}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
var _valid4 = _errs76 === errors;
valid19 = _valid4;
}
if(!valid19){
const err77 = {instancePath:instancePath+"/spoke/exposure/certificate",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(data23.kind === undefined){
const err78 = {instancePath:instancePath+"/spoke/exposure/certificate",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
for(const key8 in data23){
if(!((key8 === "kind") || (key8 === "secretId"))){
const err79 = {instancePath:instancePath+"/spoke/exposure/certificate",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data23.kind !== undefined){
let data24 = data23.kind;
if(typeof data24 !== "string"){
const err80 = {instancePath:instancePath+"/spoke/exposure/certificate/kind",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(!(((data24 === "self-signed") || (data24 === "managed")) || (data24 === "key-vault"))){
const err81 = {instancePath:instancePath+"/spoke/exposure/certificate/kind",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/properties/kind/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.exposure.properties.certificate.properties.kind.enum}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data23.secretId !== undefined){
let data25 = data23.secretId;
if(typeof data25 === "string"){
if(!pattern12.test(data25)){
const err82 = {instancePath:instancePath+"/spoke/exposure/certificate/secretId",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/properties/secretId/pattern",keyword:"pattern",params:{pattern: "^https://[a-z][a-z0-9-]{1,22}[a-z0-9]\\.vault\\.azure\\.net/secrets/[A-Za-z0-9-]{1,127}$"}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
else {
const err83 = {instancePath:instancePath+"/spoke/exposure/certificate/secretId",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/properties/secretId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
}
}
if(data19.dns !== undefined){
let data26 = data19.dns;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(data26.zone === undefined){
const err84 = {instancePath:instancePath+"/spoke/exposure/dns",schemaPath:"#/properties/spoke/properties/exposure/properties/dns/required",keyword:"required",params:{missingProperty: "zone"}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if(data26.resourceGroup === undefined){
const err85 = {instancePath:instancePath+"/spoke/exposure/dns",schemaPath:"#/properties/spoke/properties/exposure/properties/dns/required",keyword:"required",params:{missingProperty: "resourceGroup"}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
for(const key9 in data26){
if(!(((key9 === "zone") || (key9 === "resourceGroup")) || (key9 === "subscriptionId"))){
const err86 = {instancePath:instancePath+"/spoke/exposure/dns",schemaPath:"#/properties/spoke/properties/exposure/properties/dns/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data26.zone !== undefined){
let data27 = data26.zone;
if(typeof data27 === "string"){
if(data27.length > 253){
const err87 = {instancePath:instancePath+"/spoke/exposure/dns/zone",schemaPath:"#/properties/spoke/properties/exposure/properties/dns/properties/zone/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(!pattern11.test(data27)){
const err88 = {instancePath:instancePath+"/spoke/exposure/dns/zone",schemaPath:"#/properties/spoke/properties/exposure/properties/dns/properties/zone/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$"}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
else {
const err89 = {instancePath:instancePath+"/spoke/exposure/dns/zone",schemaPath:"#/properties/spoke/properties/exposure/properties/dns/properties/zone/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data26.resourceGroup !== undefined){
let data28 = data26.resourceGroup;
if(typeof data28 === "string"){
if(data28.length > 90){
const err90 = {instancePath:instancePath+"/spoke/exposure/dns/resourceGroup",schemaPath:"#/properties/spoke/properties/exposure/properties/dns/properties/resourceGroup/maxLength",keyword:"maxLength",params:{limit: 90}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if(data28.length < 1){
const err91 = {instancePath:instancePath+"/spoke/exposure/dns/resourceGroup",schemaPath:"#/properties/spoke/properties/exposure/properties/dns/properties/resourceGroup/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(!pattern14.test(data28)){
const err92 = {instancePath:instancePath+"/spoke/exposure/dns/resourceGroup",schemaPath:"#/properties/spoke/properties/exposure/properties/dns/properties/resourceGroup/pattern",keyword:"pattern",params:{pattern: "^[\\w().-]*[\\w()-]$"}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
else {
const err93 = {instancePath:instancePath+"/spoke/exposure/dns/resourceGroup",schemaPath:"#/properties/spoke/properties/exposure/properties/dns/properties/resourceGroup/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data26.subscriptionId !== undefined){
let data29 = data26.subscriptionId;
if(typeof data29 === "string"){
if(!pattern9.test(data29)){
const err94 = {instancePath:instancePath+"/spoke/exposure/dns/subscriptionId",schemaPath:"#/$defs/guid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
else {
const err95 = {instancePath:instancePath+"/spoke/exposure/dns/subscriptionId",schemaPath:"#/$defs/guid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
}
else {
const err96 = {instancePath:instancePath+"/spoke/exposure/dns",schemaPath:"#/properties/spoke/properties/exposure/properties/dns/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
let data30 = data19.allowedAddresses;
if(Array.isArray(data30)){
if(data30.length > 100){
const err97 = {instancePath:instancePath+"/spoke/exposure/allowedAddresses",schemaPath:"#/properties/spoke/properties/exposure/properties/allowedAddresses/maxItems",keyword:"maxItems",params:{limit: 100}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
const len1 = data30.length;
for(let i1=0; i1<len1; i1++){
let data31 = data30[i1];
if(typeof data31 === "string"){
if(!pattern16.test(data31)){
const err98 = {instancePath:instancePath+"/spoke/exposure/allowedAddresses/" + i1,schemaPath:"#/properties/spoke/properties/exposure/properties/allowedAddresses/items/pattern",keyword:"pattern",params:{pattern: "^\\d{1,3}(\\.\\d{1,3}){3}(/\\d{1,2})?$"}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
else {
const err99 = {instancePath:instancePath+"/spoke/exposure/allowedAddresses/" + i1,schemaPath:"#/properties/spoke/properties/exposure/properties/allowedAddresses/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
}
else {
const err100 = {instancePath:instancePath+"/spoke/exposure/allowedAddresses",schemaPath:"#/properties/spoke/properties/exposure/properties/allowedAddresses/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
else {
const err101 = {instancePath:instancePath+"/spoke/exposure",schemaPath:"#/properties/spoke/properties/exposure/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
let data32 = data17.openWebUi;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
if(data32.version === undefined){
data32.version = "v0.11.4@sha256:9591b13f13843c7721c2b8eaf7382846c81b3ffe126526d1888d1fed50c6a33f";
}
if(data32.allowDowngrade === undefined){
data32.allowDowngrade = false;
}
if(data32.cpu === undefined){
data32.cpu = 1;
}
if(data32.replicas === undefined){
data32.replicas = {};
}
if(data32.branding === undefined){
data32.branding = {};
}
if(data32.environment === undefined){
data32.environment = {};
}
for(const key10 in data32){
if(!(((((((key10 === "version") || (key10 === "allowDowngrade")) || (key10 === "cpu")) || (key10 === "memoryGiB")) || (key10 === "replicas")) || (key10 === "branding")) || (key10 === "environment"))){
const err102 = {instancePath:instancePath+"/spoke/openWebUi",schemaPath:"#/properties/spoke/properties/openWebUi/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
let data33 = data32.version;
if(typeof data33 === "string"){
if(!pattern17.test(data33)){
const err103 = {instancePath:instancePath+"/spoke/openWebUi/version",schemaPath:"#/properties/spoke/properties/openWebUi/properties/version/pattern",keyword:"pattern",params:{pattern: "^v\\d+\\.\\d+\\.\\d+(-slim)?(@sha256:[0-9a-f]{64})?$"}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
else {
const err104 = {instancePath:instancePath+"/spoke/openWebUi/version",schemaPath:"#/properties/spoke/properties/openWebUi/properties/version/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(typeof data32.allowDowngrade !== "boolean"){
const err105 = {instancePath:instancePath+"/spoke/openWebUi/allowDowngrade",schemaPath:"#/properties/spoke/properties/openWebUi/properties/allowDowngrade/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
let data35 = data32.cpu;
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 > 4 || isNaN(data35)){
const err106 = {instancePath:instancePath+"/spoke/openWebUi/cpu",schemaPath:"#/properties/spoke/properties/openWebUi/properties/cpu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if(data35 < 0.25 || isNaN(data35)){
const err107 = {instancePath:instancePath+"/spoke/openWebUi/cpu",schemaPath:"#/properties/spoke/properties/openWebUi/properties/cpu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.25}};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
let res0;
if((0.25 === 0 || (res0 = data35/0.25, res0 !== parseInt(res0)))){
const err108 = {instancePath:instancePath+"/spoke/openWebUi/cpu",schemaPath:"#/properties/spoke/properties/openWebUi/properties/cpu/multipleOf",keyword:"multipleOf",params:{multipleOf: 0.25}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
else {
const err109 = {instancePath:instancePath+"/spoke/openWebUi/cpu",schemaPath:"#/properties/spoke/properties/openWebUi/properties/cpu/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if(data32.memoryGiB !== undefined){
let data36 = data32.memoryGiB;
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 > 8 || isNaN(data36)){
const err110 = {instancePath:instancePath+"/spoke/openWebUi/memoryGiB",schemaPath:"#/properties/spoke/properties/openWebUi/properties/memoryGiB/maximum",keyword:"maximum",params:{comparison: "<=", limit: 8}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(data36 < 0.5 || isNaN(data36)){
const err111 = {instancePath:instancePath+"/spoke/openWebUi/memoryGiB",schemaPath:"#/properties/spoke/properties/openWebUi/properties/memoryGiB/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.5}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
else {
const err112 = {instancePath:instancePath+"/spoke/openWebUi/memoryGiB",schemaPath:"#/properties/spoke/properties/openWebUi/properties/memoryGiB/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
let data37 = data32.replicas;
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
if(data37.min === undefined){
data37.min = 1;
}
if(data37.max === undefined){
data37.max = 1;
}
for(const key11 in data37){
if(!((key11 === "min") || (key11 === "max"))){
const err113 = {instancePath:instancePath+"/spoke/openWebUi/replicas",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
let data38 = data37.min;
if(!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))){
const err114 = {instancePath:instancePath+"/spoke/openWebUi/replicas/min",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/properties/min/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if((typeof data38 == "number") && (isFinite(data38))){
if(data38 > 300 || isNaN(data38)){
const err115 = {instancePath:instancePath+"/spoke/openWebUi/replicas/min",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/properties/min/maximum",keyword:"maximum",params:{comparison: "<=", limit: 300}};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(data38 < 0 || isNaN(data38)){
const err116 = {instancePath:instancePath+"/spoke/openWebUi/replicas/min",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/properties/min/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
let data39 = data37.max;
if(!(((typeof data39 == "number") && (!(data39 % 1) && !isNaN(data39))) && (isFinite(data39)))){
const err117 = {instancePath:instancePath+"/spoke/openWebUi/replicas/max",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/properties/max/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if((typeof data39 == "number") && (isFinite(data39))){
if(data39 > 300 || isNaN(data39)){
const err118 = {instancePath:instancePath+"/spoke/openWebUi/replicas/max",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/properties/max/maximum",keyword:"maximum",params:{comparison: "<=", limit: 300}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(data39 < 1 || isNaN(data39)){
const err119 = {instancePath:instancePath+"/spoke/openWebUi/replicas/max",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/properties/max/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
}
else {
const err120 = {instancePath:instancePath+"/spoke/openWebUi/replicas",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
let data40 = data32.branding;
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(data40.banners === undefined){
data40.banners = [];
}
if(data40.suggestions === undefined){
data40.suggestions = [];
}
for(const key12 in data40){
if(!((((key12 === "name") || (key12 === "banners")) || (key12 === "suggestions")) || (key12 === "watermark"))){
const err121 = {instancePath:instancePath+"/spoke/openWebUi/branding",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data40.name !== undefined){
let data41 = data40.name;
if(typeof data41 === "string"){
if(data41.length > 60){
const err122 = {instancePath:instancePath+"/spoke/openWebUi/branding/name",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/name/maxLength",keyword:"maxLength",params:{limit: 60}};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
if(data41.length < 1){
const err123 = {instancePath:instancePath+"/spoke/openWebUi/branding/name",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
else {
const err124 = {instancePath:instancePath+"/spoke/openWebUi/branding/name",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
let data42 = data40.banners;
if(Array.isArray(data42)){
if(data42.length > 10){
const err125 = {instancePath:instancePath+"/spoke/openWebUi/branding/banners",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/banners/maxItems",keyword:"maxItems",params:{limit: 10}};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
const len2 = data42.length;
for(let i2=0; i2<len2; i2++){
let data43 = data42[i2];
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.kind === undefined){
data43.kind = "info";
}
if(data43.title === undefined){
data43.title = "";
}
if(data43.dismissible === undefined){
data43.dismissible = true;
}
if(data43.text === undefined){
const err126 = {instancePath:instancePath+"/spoke/openWebUi/branding/banners/" + i2,schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/banners/items/required",keyword:"required",params:{missingProperty: "text"}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
for(const key13 in data43){
if(!((((key13 === "kind") || (key13 === "title")) || (key13 === "text")) || (key13 === "dismissible"))){
const err127 = {instancePath:instancePath+"/spoke/openWebUi/branding/banners/" + i2,schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/banners/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
let data44 = data43.kind;
if(typeof data44 !== "string"){
const err128 = {instancePath:instancePath+"/spoke/openWebUi/branding/banners/" + i2+"/kind",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/banners/items/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
if(!((((data44 === "info") || (data44 === "success")) || (data44 === "warning")) || (data44 === "error"))){
const err129 = {instancePath:instancePath+"/spoke/openWebUi/branding/banners/" + i2+"/kind",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/banners/items/properties/kind/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.openWebUi.properties.branding.properties.banners.items.properties.kind.enum}};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
let data45 = data43.title;
if(typeof data45 === "string"){
if(data45.length > 100){
const err130 = {instancePath:instancePath+"/spoke/openWebUi/branding/banners/" + i2+"/title",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/banners/items/properties/title/maxLength",keyword:"maxLength",params:{limit: 100}};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
else {
const err131 = {instancePath:instancePath+"/spoke/openWebUi/branding/banners/" + i2+"/title",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/banners/items/properties/title/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if(data43.text !== undefined){
let data46 = data43.text;
if(typeof data46 === "string"){
if(data46.length > 1000){
const err132 = {instancePath:instancePath+"/spoke/openWebUi/branding/banners/" + i2+"/text",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/banners/items/properties/text/maxLength",keyword:"maxLength",params:{limit: 1000}};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
if(data46.length < 1){
const err133 = {instancePath:instancePath+"/spoke/openWebUi/branding/banners/" + i2+"/text",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/banners/items/properties/text/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
else {
const err134 = {instancePath:instancePath+"/spoke/openWebUi/branding/banners/" + i2+"/text",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/banners/items/properties/text/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
if(typeof data43.dismissible !== "boolean"){
const err135 = {instancePath:instancePath+"/spoke/openWebUi/branding/banners/" + i2+"/dismissible",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/banners/items/properties/dismissible/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
else {
const err136 = {instancePath:instancePath+"/spoke/openWebUi/branding/banners/" + i2,schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/banners/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
}
else {
const err137 = {instancePath:instancePath+"/spoke/openWebUi/branding/banners",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/banners/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
let data48 = data40.suggestions;
if(Array.isArray(data48)){
if(data48.length > 20){
const err138 = {instancePath:instancePath+"/spoke/openWebUi/branding/suggestions",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/suggestions/maxItems",keyword:"maxItems",params:{limit: 20}};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
const len3 = data48.length;
for(let i3=0; i3<len3; i3++){
let data49 = data48[i3];
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
if(data49.subtitle === undefined){
data49.subtitle = "";
}
if(data49.title === undefined){
const err139 = {instancePath:instancePath+"/spoke/openWebUi/branding/suggestions/" + i3,schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/suggestions/items/required",keyword:"required",params:{missingProperty: "title"}};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(data49.prompt === undefined){
const err140 = {instancePath:instancePath+"/spoke/openWebUi/branding/suggestions/" + i3,schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/suggestions/items/required",keyword:"required",params:{missingProperty: "prompt"}};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
for(const key14 in data49){
if(!(((key14 === "title") || (key14 === "subtitle")) || (key14 === "prompt"))){
const err141 = {instancePath:instancePath+"/spoke/openWebUi/branding/suggestions/" + i3,schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/suggestions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
if(data49.title !== undefined){
let data50 = data49.title;
if(typeof data50 === "string"){
if(data50.length > 80){
const err142 = {instancePath:instancePath+"/spoke/openWebUi/branding/suggestions/" + i3+"/title",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/suggestions/items/properties/title/maxLength",keyword:"maxLength",params:{limit: 80}};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
if(data50.length < 1){
const err143 = {instancePath:instancePath+"/spoke/openWebUi/branding/suggestions/" + i3+"/title",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/suggestions/items/properties/title/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
else {
const err144 = {instancePath:instancePath+"/spoke/openWebUi/branding/suggestions/" + i3+"/title",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/suggestions/items/properties/title/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
let data51 = data49.subtitle;
if(typeof data51 === "string"){
if(data51.length > 80){
const err145 = {instancePath:instancePath+"/spoke/openWebUi/branding/suggestions/" + i3+"/subtitle",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/suggestions/items/properties/subtitle/maxLength",keyword:"maxLength",params:{limit: 80}};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
else {
const err146 = {instancePath:instancePath+"/spoke/openWebUi/branding/suggestions/" + i3+"/subtitle",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/suggestions/items/properties/subtitle/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
if(data49.prompt !== undefined){
let data52 = data49.prompt;
if(typeof data52 === "string"){
if(data52.length > 2000){
const err147 = {instancePath:instancePath+"/spoke/openWebUi/branding/suggestions/" + i3+"/prompt",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/suggestions/items/properties/prompt/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
if(data52.length < 1){
const err148 = {instancePath:instancePath+"/spoke/openWebUi/branding/suggestions/" + i3+"/prompt",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/suggestions/items/properties/prompt/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
else {
const err149 = {instancePath:instancePath+"/spoke/openWebUi/branding/suggestions/" + i3+"/prompt",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/suggestions/items/properties/prompt/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
}
else {
const err150 = {instancePath:instancePath+"/spoke/openWebUi/branding/suggestions/" + i3,schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/suggestions/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
}
else {
const err151 = {instancePath:instancePath+"/spoke/openWebUi/branding/suggestions",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/suggestions/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
if(data40.watermark !== undefined){
let data53 = data40.watermark;
if(typeof data53 === "string"){
if(data53.length > 200){
const err152 = {instancePath:instancePath+"/spoke/openWebUi/branding/watermark",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/watermark/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
if(data53.length < 1){
const err153 = {instancePath:instancePath+"/spoke/openWebUi/branding/watermark",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/watermark/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
else {
const err154 = {instancePath:instancePath+"/spoke/openWebUi/branding/watermark",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/properties/watermark/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
}
else {
const err155 = {instancePath:instancePath+"/spoke/openWebUi/branding",schemaPath:"#/properties/spoke/properties/openWebUi/properties/branding/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
let data54 = data32.environment;
if(data54 && typeof data54 == "object" && !Array.isArray(data54)){
if(Object.keys(data54).length > 100){
const err156 = {instancePath:instancePath+"/spoke/openWebUi/environment",schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/maxProperties",keyword:"maxProperties",params:{limit: 100}};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
for(const key15 in data54){
const _errs147 = errors;
if(typeof key15 === "string"){
if(!pattern18.test(key15)){
const err157 = {instancePath:instancePath+"/spoke/openWebUi/environment",schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},propertyName:key15};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
var valid34 = _errs147 === errors;
if(!valid34){
const err158 = {instancePath:instancePath+"/spoke/openWebUi/environment",schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/propertyNames",keyword:"propertyNames",params:{propertyName: key15}};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
for(const key16 in data54){
let data55 = data54[key16];
if(typeof data55 === "string"){
if(data55.length > 8192){
const err159 = {instancePath:instancePath+"/spoke/openWebUi/environment/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 8192}};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
else {
const err160 = {instancePath:instancePath+"/spoke/openWebUi/environment/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
}
else {
const err161 = {instancePath:instancePath+"/spoke/openWebUi/environment",schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
else {
const err162 = {instancePath:instancePath+"/spoke/openWebUi",schemaPath:"#/properties/spoke/properties/openWebUi/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
let data56 = data17.postgres;
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
if(data56.sku === undefined){
data56.sku = "Standard_B2s";
}
if(data56.storageGiB === undefined){
data56.storageGiB = 32;
}
if(data56.version === undefined){
data56.version = 16;
}
if(data56.backupRetentionDays === undefined){
data56.backupRetentionDays = 7;
}
if(data56.highAvailability === undefined){
data56.highAvailability = false;
}
if(data56.geoRedundantBackup === undefined){
data56.geoRedundantBackup = false;
}
if(data56.network === undefined){
data56.network = "private-endpoint";
}
for(const key17 in data56){
if(!(func1.call(schema31.properties.spoke.properties.postgres.properties, key17))){
const err163 = {instancePath:instancePath+"/spoke/postgres",schemaPath:"#/properties/spoke/properties/postgres/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17}};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
let data57 = data56.sku;
if(typeof data57 === "string"){
if(!pattern19.test(data57)){
const err164 = {instancePath:instancePath+"/spoke/postgres/sku",schemaPath:"#/properties/spoke/properties/postgres/properties/sku/pattern",keyword:"pattern",params:{pattern: "^Standard_(B1ms|B(2|4|8|12|16|20)ms|B2s|D(2|4|8|16|32|48|64)(s_v3|ds_v4)|D(2|4|8|16|32|48|64|96)(ds|ads)_v5|E(2|4|8|16|20|32|48|64)(s_v3|ds_v4)|E(2|4|8|16|20|32|48|64|96)(ds|ads)_v5)$"}};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
else {
const err165 = {instancePath:instancePath+"/spoke/postgres/sku",schemaPath:"#/properties/spoke/properties/postgres/properties/sku/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
let data58 = data56.storageGiB;
if(!(((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58))) && (isFinite(data58)))){
const err166 = {instancePath:instancePath+"/spoke/postgres/storageGiB",schemaPath:"#/properties/spoke/properties/postgres/properties/storageGiB/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
if(!((((((((((data58 === 32) || (data58 === 64)) || (data58 === 128)) || (data58 === 256)) || (data58 === 512)) || (data58 === 1024)) || (data58 === 2048)) || (data58 === 4096)) || (data58 === 8192)) || (data58 === 16384))){
const err167 = {instancePath:instancePath+"/spoke/postgres/storageGiB",schemaPath:"#/properties/spoke/properties/postgres/properties/storageGiB/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.postgres.properties.storageGiB.enum}};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
let data59 = data56.version;
if((!(((typeof data59 == "number") && (!(data59 % 1) && !isNaN(data59))) && (isFinite(data59)))) && (typeof data59 !== "string")){
const err168 = {instancePath:instancePath+"/spoke/postgres/version",schemaPath:"#/properties/spoke/properties/postgres/properties/version/type",keyword:"type",params:{type: schema31.properties.spoke.properties.postgres.properties.version.type}};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
if(!((((((data59 === 15) || (data59 === 16)) || (data59 === 17)) || (data59 === "15")) || (data59 === "16")) || (data59 === "17"))){
const err169 = {instancePath:instancePath+"/spoke/postgres/version",schemaPath:"#/properties/spoke/properties/postgres/properties/version/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.postgres.properties.version.enum}};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
let data60 = data56.backupRetentionDays;
if(!(((typeof data60 == "number") && (!(data60 % 1) && !isNaN(data60))) && (isFinite(data60)))){
const err170 = {instancePath:instancePath+"/spoke/postgres/backupRetentionDays",schemaPath:"#/properties/spoke/properties/postgres/properties/backupRetentionDays/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
if((typeof data60 == "number") && (isFinite(data60))){
if(data60 > 35 || isNaN(data60)){
const err171 = {instancePath:instancePath+"/spoke/postgres/backupRetentionDays",schemaPath:"#/properties/spoke/properties/postgres/properties/backupRetentionDays/maximum",keyword:"maximum",params:{comparison: "<=", limit: 35}};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
if(data60 < 7 || isNaN(data60)){
const err172 = {instancePath:instancePath+"/spoke/postgres/backupRetentionDays",schemaPath:"#/properties/spoke/properties/postgres/properties/backupRetentionDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 7}};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
let data61 = data56.highAvailability;
if((typeof data61 !== "boolean") && (typeof data61 !== "string")){
const err173 = {instancePath:instancePath+"/spoke/postgres/highAvailability",schemaPath:"#/properties/spoke/properties/postgres/properties/highAvailability/type",keyword:"type",params:{type: schema31.properties.spoke.properties.postgres.properties.highAvailability.type}};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
if(!((((data61 === false) || (data61 === true)) || (data61 === "zone-redundant")) || (data61 === "same-zone"))){
const err174 = {instancePath:instancePath+"/spoke/postgres/highAvailability",schemaPath:"#/properties/spoke/properties/postgres/properties/highAvailability/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.postgres.properties.highAvailability.enum}};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
if(typeof data56.geoRedundantBackup !== "boolean"){
const err175 = {instancePath:instancePath+"/spoke/postgres/geoRedundantBackup",schemaPath:"#/properties/spoke/properties/postgres/properties/geoRedundantBackup/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
let data63 = data56.network;
if(typeof data63 !== "string"){
const err176 = {instancePath:instancePath+"/spoke/postgres/network",schemaPath:"#/properties/spoke/properties/postgres/properties/network/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
if(!((data63 === "private-endpoint") || (data63 === "vnet-integration"))){
const err177 = {instancePath:instancePath+"/spoke/postgres/network",schemaPath:"#/properties/spoke/properties/postgres/properties/network/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.postgres.properties.network.enum}};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
if(data56.availabilityZone !== undefined){
let data64 = data56.availabilityZone;
if((!(((typeof data64 == "number") && (!(data64 % 1) && !isNaN(data64))) && (isFinite(data64)))) && (typeof data64 !== "string")){
const err178 = {instancePath:instancePath+"/spoke/postgres/availabilityZone",schemaPath:"#/properties/spoke/properties/postgres/properties/availabilityZone/type",keyword:"type",params:{type: schema31.properties.spoke.properties.postgres.properties.availabilityZone.type}};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
if(!((((((data64 === 1) || (data64 === 2)) || (data64 === 3)) || (data64 === "1")) || (data64 === "2")) || (data64 === "3"))){
const err179 = {instancePath:instancePath+"/spoke/postgres/availabilityZone",schemaPath:"#/properties/spoke/properties/postgres/properties/availabilityZone/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.postgres.properties.availabilityZone.enum}};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
if(data56.server !== undefined){
let data65 = data56.server;
if(typeof data65 === "string"){
if(!pattern20.test(data65)){
const err180 = {instancePath:instancePath+"/spoke/postgres/server",schemaPath:"#/properties/spoke/properties/postgres/properties/server/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$"}};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
else {
const err181 = {instancePath:instancePath+"/spoke/postgres/server",schemaPath:"#/properties/spoke/properties/postgres/properties/server/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
}
else {
const err182 = {instancePath:instancePath+"/spoke/postgres",schemaPath:"#/properties/spoke/properties/postgres/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
if(data17.redis !== undefined){
let data66 = data17.redis;
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
if(data66.sku === undefined){
data66.sku = "Balanced_B0";
}
if(data66.highAvailability === undefined){
data66.highAvailability = true;
}
for(const key18 in data66){
if(!((key18 === "sku") || (key18 === "highAvailability"))){
const err183 = {instancePath:instancePath+"/spoke/redis",schemaPath:"#/properties/spoke/properties/redis/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
}
let data67 = data66.sku;
if(typeof data67 === "string"){
if(!pattern21.test(data67)){
const err184 = {instancePath:instancePath+"/spoke/redis/sku",schemaPath:"#/properties/spoke/properties/redis/properties/sku/pattern",keyword:"pattern",params:{pattern: "^(Balanced_B(0|1|3|5|10|20|50|100)|MemoryOptimized_M(10|20|50|100)|ComputeOptimized_X(3|5|10|20|50|100))$"}};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
else {
const err185 = {instancePath:instancePath+"/spoke/redis/sku",schemaPath:"#/properties/spoke/properties/redis/properties/sku/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
if(typeof data66.highAvailability !== "boolean"){
const err186 = {instancePath:instancePath+"/spoke/redis/highAvailability",schemaPath:"#/properties/spoke/properties/redis/properties/highAvailability/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
else {
const err187 = {instancePath:instancePath+"/spoke/redis",schemaPath:"#/properties/spoke/properties/redis/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
let data69 = data17.storage;
if(data69 && typeof data69 == "object" && !Array.isArray(data69)){
if(data69.kind === undefined){
data69.kind = "blob";
}
if(data69.redundancy === undefined){
data69.redundancy = "local";
}
for(const key19 in data69){
if(!((((key19 === "kind") || (key19 === "protocol")) || (key19 === "quotaGiB")) || (key19 === "redundancy"))){
const err188 = {instancePath:instancePath+"/spoke/storage",schemaPath:"#/properties/spoke/properties/storage/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19}};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
let data70 = data69.kind;
if(typeof data70 !== "string"){
const err189 = {instancePath:instancePath+"/spoke/storage/kind",schemaPath:"#/properties/spoke/properties/storage/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
if(!((data70 === "blob") || (data70 === "azure-files"))){
const err190 = {instancePath:instancePath+"/spoke/storage/kind",schemaPath:"#/properties/spoke/properties/storage/properties/kind/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.storage.properties.kind.enum}};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
if(data69.protocol !== undefined){
let data71 = data69.protocol;
if(typeof data71 !== "string"){
const err191 = {instancePath:instancePath+"/spoke/storage/protocol",schemaPath:"#/properties/spoke/properties/storage/properties/protocol/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
if(!((data71 === "nfs") || (data71 === "smb"))){
const err192 = {instancePath:instancePath+"/spoke/storage/protocol",schemaPath:"#/properties/spoke/properties/storage/properties/protocol/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.storage.properties.protocol.enum}};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
if(data69.quotaGiB !== undefined){
let data72 = data69.quotaGiB;
if(!(((typeof data72 == "number") && (!(data72 % 1) && !isNaN(data72))) && (isFinite(data72)))){
const err193 = {instancePath:instancePath+"/spoke/storage/quotaGiB",schemaPath:"#/properties/spoke/properties/storage/properties/quotaGiB/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
if((typeof data72 == "number") && (isFinite(data72))){
if(data72 > 102400 || isNaN(data72)){
const err194 = {instancePath:instancePath+"/spoke/storage/quotaGiB",schemaPath:"#/properties/spoke/properties/storage/properties/quotaGiB/maximum",keyword:"maximum",params:{comparison: "<=", limit: 102400}};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
if(data72 < 100 || isNaN(data72)){
const err195 = {instancePath:instancePath+"/spoke/storage/quotaGiB",schemaPath:"#/properties/spoke/properties/storage/properties/quotaGiB/minimum",keyword:"minimum",params:{comparison: ">=", limit: 100}};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
}
let data73 = data69.redundancy;
if(typeof data73 !== "string"){
const err196 = {instancePath:instancePath+"/spoke/storage/redundancy",schemaPath:"#/properties/spoke/properties/storage/properties/redundancy/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
if(!((data73 === "local") || (data73 === "zone"))){
const err197 = {instancePath:instancePath+"/spoke/storage/redundancy",schemaPath:"#/properties/spoke/properties/storage/properties/redundancy/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.storage.properties.redundancy.enum}};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
else {
const err198 = {instancePath:instancePath+"/spoke/storage",schemaPath:"#/properties/spoke/properties/storage/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
let data74 = data17.entra;
const _errs192 = errors;
let valid39 = true;
const _errs193 = errors;
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
let missing6;
if((data74.kind === undefined) && (missing6 = "kind")){
const err199 = {};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
else {
if(data74.kind !== undefined){
if("existing" !== data74.kind){
const err200 = {};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
}
}
var _valid5 = _errs193 === errors;
errors = _errs192;
if(vErrors !== null){
if(_errs192){
vErrors.length = _errs192;
}
else {
vErrors = null;
}
}
if(_valid5){
const _errs195 = errors;
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
if(data74.clientId === undefined){
const err201 = {instancePath:instancePath+"/spoke/entra",schemaPath:"#/properties/spoke/properties/entra/then/required",keyword:"required",params:{missingProperty: "clientId"}};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
var _valid5 = _errs195 === errors;
valid39 = _valid5;
}
if(!valid39){
const err202 = {instancePath:instancePath+"/spoke/entra",schemaPath:"#/properties/spoke/properties/entra/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
if(data74.kind === undefined){
data74.kind = "new";
}
for(const key20 in data74){
if(!((key20 === "kind") || (key20 === "clientId"))){
const err203 = {instancePath:instancePath+"/spoke/entra",schemaPath:"#/properties/spoke/properties/entra/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20}};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
let data76 = data74.kind;
if(typeof data76 !== "string"){
const err204 = {instancePath:instancePath+"/spoke/entra/kind",schemaPath:"#/properties/spoke/properties/entra/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
if(!((data76 === "new") || (data76 === "existing"))){
const err205 = {instancePath:instancePath+"/spoke/entra/kind",schemaPath:"#/properties/spoke/properties/entra/properties/kind/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.entra.properties.kind.enum}};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
if(data74.clientId !== undefined){
let data77 = data74.clientId;
if(typeof data77 === "string"){
if(!pattern9.test(data77)){
const err206 = {instancePath:instancePath+"/spoke/entra/clientId",schemaPath:"#/$defs/guid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"}};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
}
else {
const err207 = {instancePath:instancePath+"/spoke/entra/clientId",schemaPath:"#/$defs/guid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
}
else {
const err208 = {instancePath:instancePath+"/spoke/entra",schemaPath:"#/properties/spoke/properties/entra/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
else {
const err209 = {instancePath:instancePath+"/spoke",schemaPath:"#/properties/spoke/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
if(data.models !== undefined){
let data78 = data.models;
if(Array.isArray(data78)){
if(data78.length > 32){
const err210 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
if(data78.length < 1){
const err211 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
const len4 = data78.length;
for(let i4=0; i4<len4; i4++){
let data79 = data78[i4];
if((typeof data79 !== "string") && (!(data79 && typeof data79 == "object" && !Array.isArray(data79)))){
const err212 = {instancePath:instancePath+"/models/" + i4,schemaPath:"#/properties/models/items/type",keyword:"type",params:{type: schema31.properties.models.items.type}};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
if(typeof data79 === "string"){
if(!pattern23.test(data79)){
const err213 = {instancePath:instancePath+"/models/" + i4,schemaPath:"#/properties/models/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9]$"}};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
if(data79.sku === undefined){
data79.sku = "GlobalStandard";
}
if(data79.name === undefined){
const err214 = {instancePath:instancePath+"/models/" + i4,schemaPath:"#/properties/models/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
for(const key21 in data79){
if(!(func1.call(schema31.properties.models.items.properties, key21))){
const err215 = {instancePath:instancePath+"/models/" + i4,schemaPath:"#/properties/models/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21}};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
if(data79.name !== undefined){
let data80 = data79.name;
if(typeof data80 === "string"){
if(!pattern23.test(data80)){
const err216 = {instancePath:instancePath+"/models/" + i4+"/name",schemaPath:"#/properties/models/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9]$"}};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
}
else {
const err217 = {instancePath:instancePath+"/models/" + i4+"/name",schemaPath:"#/properties/models/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
}
if(data79.model !== undefined){
let data81 = data79.model;
if(typeof data81 === "string"){
if(!pattern25.test(data81)){
const err218 = {instancePath:instancePath+"/models/" + i4+"/model",schemaPath:"#/properties/models/items/properties/model/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,126}$"}};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
else {
const err219 = {instancePath:instancePath+"/models/" + i4+"/model",schemaPath:"#/properties/models/items/properties/model/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
if(data79.format !== undefined){
let data82 = data79.format;
if(typeof data82 !== "string"){
const err220 = {instancePath:instancePath+"/models/" + i4+"/format",schemaPath:"#/properties/models/items/properties/format/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
if(!((((((((((((((((data82 === "OpenAI") || (data82 === "OpenAI-OSS")) || (data82 === "xAI")) || (data82 === "Meta")) || (data82 === "Mistral AI")) || (data82 === "DeepSeek")) || (data82 === "Microsoft")) || (data82 === "Cohere")) || (data82 === "MoonshotAI")) || (data82 === "Alibaba")) || (data82 === "AI21 Labs")) || (data82 === "Core42")) || (data82 === "NVIDIA")) || (data82 === "Black Forest Labs")) || (data82 === "Stability AI")) || (data82 === "Anthropic"))){
const err221 = {instancePath:instancePath+"/models/" + i4+"/format",schemaPath:"#/properties/models/items/properties/format/enum",keyword:"enum",params:{allowedValues: schema31.properties.models.items.properties.format.enum}};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
if(data79.version !== undefined){
let data83 = data79.version;
if(typeof data83 === "string"){
if(data83.length > 64){
const err222 = {instancePath:instancePath+"/models/" + i4+"/version",schemaPath:"#/properties/models/items/properties/version/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
if(!pattern26.test(data83)){
const err223 = {instancePath:instancePath+"/models/" + i4+"/version",schemaPath:"#/properties/models/items/properties/version/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"}};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
}
else {
const err224 = {instancePath:instancePath+"/models/" + i4+"/version",schemaPath:"#/properties/models/items/properties/version/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
let data84 = data79.sku;
if(typeof data84 !== "string"){
const err225 = {instancePath:instancePath+"/models/" + i4+"/sku",schemaPath:"#/properties/models/items/properties/sku/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
if(!((((((data84 === "GlobalStandard") || (data84 === "DataZoneStandard")) || (data84 === "Standard")) || (data84 === "GlobalProvisionedManaged")) || (data84 === "DataZoneProvisionedManaged")) || (data84 === "ProvisionedManaged"))){
const err226 = {instancePath:instancePath+"/models/" + i4+"/sku",schemaPath:"#/properties/models/items/properties/sku/enum",keyword:"enum",params:{allowedValues: schema31.properties.models.items.properties.sku.enum}};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
if(data79.capacity !== undefined){
let data85 = data79.capacity;
if(!(((typeof data85 == "number") && (!(data85 % 1) && !isNaN(data85))) && (isFinite(data85)))){
const err227 = {instancePath:instancePath+"/models/" + i4+"/capacity",schemaPath:"#/properties/models/items/properties/capacity/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
if((typeof data85 == "number") && (isFinite(data85))){
if(data85 > 100000 || isNaN(data85)){
const err228 = {instancePath:instancePath+"/models/" + i4+"/capacity",schemaPath:"#/properties/models/items/properties/capacity/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
if(data85 < 1 || isNaN(data85)){
const err229 = {instancePath:instancePath+"/models/" + i4+"/capacity",schemaPath:"#/properties/models/items/properties/capacity/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
}
if(data79.versionUpgrade !== undefined){
let data86 = data79.versionUpgrade;
if(typeof data86 !== "string"){
const err230 = {instancePath:instancePath+"/models/" + i4+"/versionUpgrade",schemaPath:"#/properties/models/items/properties/versionUpgrade/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
if(!(((data86 === "OnceNewDefaultVersionAvailable") || (data86 === "OnceCurrentVersionExpired")) || (data86 === "NoAutoUpgrade"))){
const err231 = {instancePath:instancePath+"/models/" + i4+"/versionUpgrade",schemaPath:"#/properties/models/items/properties/versionUpgrade/enum",keyword:"enum",params:{allowedValues: schema31.properties.models.items.properties.versionUpgrade.enum}};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
}
if(data79.contentFilter !== undefined){
let data87 = data79.contentFilter;
if(typeof data87 === "string"){
if(!pattern27.test(data87)){
const err232 = {instancePath:instancePath+"/models/" + i4+"/contentFilter",schemaPath:"#/properties/models/items/properties/contentFilter/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"}};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
}
else {
const err233 = {instancePath:instancePath+"/models/" + i4+"/contentFilter",schemaPath:"#/properties/models/items/properties/contentFilter/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
}
if(data79.allow !== undefined){
let data88 = data79.allow;
if(data88 && typeof data88 == "object" && !Array.isArray(data88)){
if(Object.keys(data88).length < 1){
const err234 = {instancePath:instancePath+"/models/" + i4+"/allow",schemaPath:"#/properties/models/items/properties/allow/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
for(const key22 in data88){
if(!((key22 === "roles") || (key22 === "groups"))){
const err235 = {instancePath:instancePath+"/models/" + i4+"/allow",schemaPath:"#/properties/models/items/properties/allow/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22}};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
}
if(data88.roles !== undefined){
let data89 = data88.roles;
if(Array.isArray(data89)){
if(data89.length > 2){
const err236 = {instancePath:instancePath+"/models/" + i4+"/allow/roles",schemaPath:"#/properties/models/items/properties/allow/properties/roles/maxItems",keyword:"maxItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
if(data89.length < 1){
const err237 = {instancePath:instancePath+"/models/" + i4+"/allow/roles",schemaPath:"#/properties/models/items/properties/allow/properties/roles/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
const len5 = data89.length;
for(let i5=0; i5<len5; i5++){
let data90 = data89[i5];
if(typeof data90 !== "string"){
const err238 = {instancePath:instancePath+"/models/" + i4+"/allow/roles/" + i5,schemaPath:"#/properties/models/items/properties/allow/properties/roles/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
if(!((data90 === "admin") || (data90 === "user"))){
const err239 = {instancePath:instancePath+"/models/" + i4+"/allow/roles/" + i5,schemaPath:"#/properties/models/items/properties/allow/properties/roles/items/enum",keyword:"enum",params:{allowedValues: schema31.properties.models.items.properties.allow.properties.roles.items.enum}};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
}
let i6 = data89.length;
let j0;
if(i6 > 1){
const indices0 = {};
for(;i6--;){
let item0 = data89[i6];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err240 = {instancePath:instancePath+"/models/" + i4+"/allow/roles",schemaPath:"#/properties/models/items/properties/allow/properties/roles/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j0}};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
break;
}
indices0[item0] = i6;
}
}
}
else {
const err241 = {instancePath:instancePath+"/models/" + i4+"/allow/roles",schemaPath:"#/properties/models/items/properties/allow/properties/roles/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
}
if(data88.groups !== undefined){
let data91 = data88.groups;
if(Array.isArray(data91)){
if(data91.length > 32){
const err242 = {instancePath:instancePath+"/models/" + i4+"/allow/groups",schemaPath:"#/properties/models/items/properties/allow/properties/groups/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
if(data91.length < 1){
const err243 = {instancePath:instancePath+"/models/" + i4+"/allow/groups",schemaPath:"#/properties/models/items/properties/allow/properties/groups/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
const len6 = data91.length;
for(let i7=0; i7<len6; i7++){
if(typeof data91[i7] !== "string"){
const err244 = {instancePath:instancePath+"/models/" + i4+"/allow/groups/" + i7,schemaPath:"#/properties/models/items/properties/allow/properties/groups/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
}
let i8 = data91.length;
let j1;
if(i8 > 1){
const indices1 = {};
for(;i8--;){
let item1 = data91[i8];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err245 = {instancePath:instancePath+"/models/" + i4+"/allow/groups",schemaPath:"#/properties/models/items/properties/allow/properties/groups/uniqueItems",keyword:"uniqueItems",params:{i: i8, j: j1}};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
break;
}
indices1[item1] = i8;
}
}
}
else {
const err246 = {instancePath:instancePath+"/models/" + i4+"/allow/groups",schemaPath:"#/properties/models/items/properties/allow/properties/groups/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
}
}
else {
const err247 = {instancePath:instancePath+"/models/" + i4+"/allow",schemaPath:"#/properties/models/items/properties/allow/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
}
if(data79.price !== undefined){
let data93 = data79.price;
if(data93 && typeof data93 == "object" && !Array.isArray(data93)){
if(data93.input === undefined){
const err248 = {instancePath:instancePath+"/models/" + i4+"/price",schemaPath:"#/properties/models/items/properties/price/required",keyword:"required",params:{missingProperty: "input"}};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
if(data93.output === undefined){
const err249 = {instancePath:instancePath+"/models/" + i4+"/price",schemaPath:"#/properties/models/items/properties/price/required",keyword:"required",params:{missingProperty: "output"}};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
for(const key23 in data93){
if(!((key23 === "input") || (key23 === "output"))){
const err250 = {instancePath:instancePath+"/models/" + i4+"/price",schemaPath:"#/properties/models/items/properties/price/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23}};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
}
if(data93.input !== undefined){
let data94 = data93.input;
if((typeof data94 == "number") && (isFinite(data94))){
if(data94 > 100000 || isNaN(data94)){
const err251 = {instancePath:instancePath+"/models/" + i4+"/price/input",schemaPath:"#/properties/models/items/properties/price/properties/input/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
if(data94 < 0 || isNaN(data94)){
const err252 = {instancePath:instancePath+"/models/" + i4+"/price/input",schemaPath:"#/properties/models/items/properties/price/properties/input/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
}
else {
const err253 = {instancePath:instancePath+"/models/" + i4+"/price/input",schemaPath:"#/properties/models/items/properties/price/properties/input/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
}
if(data93.output !== undefined){
let data95 = data93.output;
if((typeof data95 == "number") && (isFinite(data95))){
if(data95 > 100000 || isNaN(data95)){
const err254 = {instancePath:instancePath+"/models/" + i4+"/price/output",schemaPath:"#/properties/models/items/properties/price/properties/output/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
if(data95 < 0 || isNaN(data95)){
const err255 = {instancePath:instancePath+"/models/" + i4+"/price/output",schemaPath:"#/properties/models/items/properties/price/properties/output/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
}
else {
const err256 = {instancePath:instancePath+"/models/" + i4+"/price/output",schemaPath:"#/properties/models/items/properties/price/properties/output/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
}
}
else {
const err257 = {instancePath:instancePath+"/models/" + i4+"/price",schemaPath:"#/properties/models/items/properties/price/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
}
}
}
}
else {
const err258 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
}
let data96 = data.contentFilters;
if(Array.isArray(data96)){
if(data96.length > 16){
const err259 = {instancePath:instancePath+"/contentFilters",schemaPath:"#/properties/contentFilters/maxItems",keyword:"maxItems",params:{limit: 16}};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
const len7 = data96.length;
for(let i9=0; i9<len7; i9++){
let data97 = data96[i9];
if(data97 && typeof data97 == "object" && !Array.isArray(data97)){
if(data97.hate === undefined){
data97.hate = "Medium";
}
if(data97.sexual === undefined){
data97.sexual = "Medium";
}
if(data97.violence === undefined){
data97.violence = "Medium";
}
if(data97.selfHarm === undefined){
data97.selfHarm = "Medium";
}
if(data97.jailbreak === undefined){
data97.jailbreak = true;
}
if(data97.indirectAttack === undefined){
data97.indirectAttack = false;
}
if(data97.protectedMaterial === undefined){
data97.protectedMaterial = true;
}
if(data97.streaming === undefined){
data97.streaming = "buffered";
}
if(data97.name === undefined){
const err260 = {instancePath:instancePath+"/contentFilters/" + i9,schemaPath:"#/properties/contentFilters/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
for(const key24 in data97){
if(!(func1.call(schema31.properties.contentFilters.items.properties, key24))){
const err261 = {instancePath:instancePath+"/contentFilters/" + i9,schemaPath:"#/properties/contentFilters/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24}};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
}
if(data97.name !== undefined){
let data98 = data97.name;
if(typeof data98 === "string"){
if(!pattern27.test(data98)){
const err262 = {instancePath:instancePath+"/contentFilters/" + i9+"/name",schemaPath:"#/properties/contentFilters/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"}};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
}
else {
const err263 = {instancePath:instancePath+"/contentFilters/" + i9+"/name",schemaPath:"#/properties/contentFilters/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
}
let data99 = data97.hate;
if(typeof data99 !== "string"){
const err264 = {instancePath:instancePath+"/contentFilters/" + i9+"/hate",schemaPath:"#/$defs/severity/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
if(!(((data99 === "Low") || (data99 === "Medium")) || (data99 === "High"))){
const err265 = {instancePath:instancePath+"/contentFilters/" + i9+"/hate",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema35.enum}};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
let data100 = data97.sexual;
if(typeof data100 !== "string"){
const err266 = {instancePath:instancePath+"/contentFilters/" + i9+"/sexual",schemaPath:"#/$defs/severity/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
if(!(((data100 === "Low") || (data100 === "Medium")) || (data100 === "High"))){
const err267 = {instancePath:instancePath+"/contentFilters/" + i9+"/sexual",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema35.enum}};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
let data101 = data97.violence;
if(typeof data101 !== "string"){
const err268 = {instancePath:instancePath+"/contentFilters/" + i9+"/violence",schemaPath:"#/$defs/severity/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
if(!(((data101 === "Low") || (data101 === "Medium")) || (data101 === "High"))){
const err269 = {instancePath:instancePath+"/contentFilters/" + i9+"/violence",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema35.enum}};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
let data102 = data97.selfHarm;
if(typeof data102 !== "string"){
const err270 = {instancePath:instancePath+"/contentFilters/" + i9+"/selfHarm",schemaPath:"#/$defs/severity/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
if(!(((data102 === "Low") || (data102 === "Medium")) || (data102 === "High"))){
const err271 = {instancePath:instancePath+"/contentFilters/" + i9+"/selfHarm",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema35.enum}};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
if(typeof data97.jailbreak !== "boolean"){
const err272 = {instancePath:instancePath+"/contentFilters/" + i9+"/jailbreak",schemaPath:"#/properties/contentFilters/items/properties/jailbreak/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
if(typeof data97.indirectAttack !== "boolean"){
const err273 = {instancePath:instancePath+"/contentFilters/" + i9+"/indirectAttack",schemaPath:"#/properties/contentFilters/items/properties/indirectAttack/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
}
if(typeof data97.protectedMaterial !== "boolean"){
const err274 = {instancePath:instancePath+"/contentFilters/" + i9+"/protectedMaterial",schemaPath:"#/properties/contentFilters/items/properties/protectedMaterial/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
let data106 = data97.streaming;
if(typeof data106 !== "string"){
const err275 = {instancePath:instancePath+"/contentFilters/" + i9+"/streaming",schemaPath:"#/properties/contentFilters/items/properties/streaming/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err275];
}
else {
vErrors.push(err275);
}
errors++;
}
if(!((data106 === "buffered") || (data106 === "immediate"))){
const err276 = {instancePath:instancePath+"/contentFilters/" + i9+"/streaming",schemaPath:"#/properties/contentFilters/items/properties/streaming/enum",keyword:"enum",params:{allowedValues: schema31.properties.contentFilters.items.properties.streaming.enum}};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
}
else {
const err277 = {instancePath:instancePath+"/contentFilters/" + i9,schemaPath:"#/properties/contentFilters/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err277];
}
else {
vErrors.push(err277);
}
errors++;
}
}
}
else {
const err278 = {instancePath:instancePath+"/contentFilters",schemaPath:"#/properties/contentFilters/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err278];
}
else {
vErrors.push(err278);
}
errors++;
}
let data107 = data.operations;
if(data107 && typeof data107 == "object" && !Array.isArray(data107)){
if(data107.currency === undefined){
data107.currency = "USD";
}
if(data107.locks === undefined){
data107.locks = false;
}
if(data107.deletionProtection === undefined){
data107.deletionProtection = false;
}
if(data107.logs === undefined){
data107.logs = {};
}
for(const key25 in data107){
if(!(((((key25 === "budget") || (key25 === "currency")) || (key25 === "locks")) || (key25 === "deletionProtection")) || (key25 === "logs"))){
const err279 = {instancePath:instancePath+"/operations",schemaPath:"#/properties/operations/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key25}};
if(vErrors === null){
vErrors = [err279];
}
else {
vErrors.push(err279);
}
errors++;
}
}
if(data107.budget !== undefined){
let data108 = data107.budget;
if(data108 && typeof data108 == "object" && !Array.isArray(data108)){
if(data108.thresholds === undefined){
data108.thresholds = [50,80,100];
}
if(data108.contacts === undefined){
const err280 = {instancePath:instancePath+"/operations/budget",schemaPath:"#/properties/operations/properties/budget/required",keyword:"required",params:{missingProperty: "contacts"}};
if(vErrors === null){
vErrors = [err280];
}
else {
vErrors.push(err280);
}
errors++;
}
for(const key26 in data108){
if(!(((((key26 === "hub") || (key26 === "spoke")) || (key26 === "tokens")) || (key26 === "contacts")) || (key26 === "thresholds"))){
const err281 = {instancePath:instancePath+"/operations/budget",schemaPath:"#/properties/operations/properties/budget/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key26}};
if(vErrors === null){
vErrors = [err281];
}
else {
vErrors.push(err281);
}
errors++;
}
}
if(data108.hub !== undefined){
let data109 = data108.hub;
if(!(((typeof data109 == "number") && (!(data109 % 1) && !isNaN(data109))) && (isFinite(data109)))){
const err282 = {instancePath:instancePath+"/operations/budget/hub",schemaPath:"#/properties/operations/properties/budget/properties/hub/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err282];
}
else {
vErrors.push(err282);
}
errors++;
}
if((typeof data109 == "number") && (isFinite(data109))){
if(data109 > 100000000 || isNaN(data109)){
const err283 = {instancePath:instancePath+"/operations/budget/hub",schemaPath:"#/properties/operations/properties/budget/properties/hub/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000000}};
if(vErrors === null){
vErrors = [err283];
}
else {
vErrors.push(err283);
}
errors++;
}
if(data109 < 1 || isNaN(data109)){
const err284 = {instancePath:instancePath+"/operations/budget/hub",schemaPath:"#/properties/operations/properties/budget/properties/hub/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err284];
}
else {
vErrors.push(err284);
}
errors++;
}
}
}
if(data108.spoke !== undefined){
let data110 = data108.spoke;
if(!(((typeof data110 == "number") && (!(data110 % 1) && !isNaN(data110))) && (isFinite(data110)))){
const err285 = {instancePath:instancePath+"/operations/budget/spoke",schemaPath:"#/properties/operations/properties/budget/properties/spoke/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err285];
}
else {
vErrors.push(err285);
}
errors++;
}
if((typeof data110 == "number") && (isFinite(data110))){
if(data110 > 100000000 || isNaN(data110)){
const err286 = {instancePath:instancePath+"/operations/budget/spoke",schemaPath:"#/properties/operations/properties/budget/properties/spoke/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000000}};
if(vErrors === null){
vErrors = [err286];
}
else {
vErrors.push(err286);
}
errors++;
}
if(data110 < 1 || isNaN(data110)){
const err287 = {instancePath:instancePath+"/operations/budget/spoke",schemaPath:"#/properties/operations/properties/budget/properties/spoke/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err287];
}
else {
vErrors.push(err287);
}
errors++;
}
}
}
if(data108.tokens !== undefined){
let data111 = data108.tokens;
if(!(((typeof data111 == "number") && (!(data111 % 1) && !isNaN(data111))) && (isFinite(data111)))){
const err288 = {instancePath:instancePath+"/operations/budget/tokens",schemaPath:"#/properties/operations/properties/budget/properties/tokens/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err288];
}
else {
vErrors.push(err288);
}
errors++;
}
if((typeof data111 == "number") && (isFinite(data111))){
if(data111 > 100000000 || isNaN(data111)){
const err289 = {instancePath:instancePath+"/operations/budget/tokens",schemaPath:"#/properties/operations/properties/budget/properties/tokens/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000000}};
if(vErrors === null){
vErrors = [err289];
}
else {
vErrors.push(err289);
}
errors++;
}
if(data111 < 1 || isNaN(data111)){
const err290 = {instancePath:instancePath+"/operations/budget/tokens",schemaPath:"#/properties/operations/properties/budget/properties/tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err290];
}
else {
vErrors.push(err290);
}
errors++;
}
}
}
if(data108.contacts !== undefined){
let data112 = data108.contacts;
if(Array.isArray(data112)){
if(data112.length > 50){
const err291 = {instancePath:instancePath+"/operations/budget/contacts",schemaPath:"#/properties/operations/properties/budget/properties/contacts/maxItems",keyword:"maxItems",params:{limit: 50}};
if(vErrors === null){
vErrors = [err291];
}
else {
vErrors.push(err291);
}
errors++;
}
if(data112.length < 1){
const err292 = {instancePath:instancePath+"/operations/budget/contacts",schemaPath:"#/properties/operations/properties/budget/properties/contacts/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err292];
}
else {
vErrors.push(err292);
}
errors++;
}
const len8 = data112.length;
for(let i10=0; i10<len8; i10++){
let data113 = data112[i10];
if(typeof data113 === "string"){
if(data113.length > 100){
const err293 = {instancePath:instancePath+"/operations/budget/contacts/" + i10,schemaPath:"#/properties/operations/properties/budget/properties/contacts/items/maxLength",keyword:"maxLength",params:{limit: 100}};
if(vErrors === null){
vErrors = [err293];
}
else {
vErrors.push(err293);
}
errors++;
}
if(!pattern29.test(data113)){
const err294 = {instancePath:instancePath+"/operations/budget/contacts/" + i10,schemaPath:"#/properties/operations/properties/budget/properties/contacts/items/pattern",keyword:"pattern",params:{pattern: "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"}};
if(vErrors === null){
vErrors = [err294];
}
else {
vErrors.push(err294);
}
errors++;
}
}
else {
const err295 = {instancePath:instancePath+"/operations/budget/contacts/" + i10,schemaPath:"#/properties/operations/properties/budget/properties/contacts/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err295];
}
else {
vErrors.push(err295);
}
errors++;
}
}
let i11 = data112.length;
let j2;
if(i11 > 1){
const indices2 = {};
for(;i11--;){
let item2 = data112[i11];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err296 = {instancePath:instancePath+"/operations/budget/contacts",schemaPath:"#/properties/operations/properties/budget/properties/contacts/uniqueItems",keyword:"uniqueItems",params:{i: i11, j: j2}};
if(vErrors === null){
vErrors = [err296];
}
else {
vErrors.push(err296);
}
errors++;
break;
}
indices2[item2] = i11;
}
}
}
else {
const err297 = {instancePath:instancePath+"/operations/budget/contacts",schemaPath:"#/properties/operations/properties/budget/properties/contacts/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err297];
}
else {
vErrors.push(err297);
}
errors++;
}
}
let data114 = data108.thresholds;
if(Array.isArray(data114)){
if(data114.length > 5){
const err298 = {instancePath:instancePath+"/operations/budget/thresholds",schemaPath:"#/properties/operations/properties/budget/properties/thresholds/maxItems",keyword:"maxItems",params:{limit: 5}};
if(vErrors === null){
vErrors = [err298];
}
else {
vErrors.push(err298);
}
errors++;
}
if(data114.length < 1){
const err299 = {instancePath:instancePath+"/operations/budget/thresholds",schemaPath:"#/properties/operations/properties/budget/properties/thresholds/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err299];
}
else {
vErrors.push(err299);
}
errors++;
}
const len9 = data114.length;
for(let i12=0; i12<len9; i12++){
let data115 = data114[i12];
if(!(((typeof data115 == "number") && (!(data115 % 1) && !isNaN(data115))) && (isFinite(data115)))){
const err300 = {instancePath:instancePath+"/operations/budget/thresholds/" + i12,schemaPath:"#/properties/operations/properties/budget/properties/thresholds/items/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err300];
}
else {
vErrors.push(err300);
}
errors++;
}
if((typeof data115 == "number") && (isFinite(data115))){
if(data115 > 1000 || isNaN(data115)){
const err301 = {instancePath:instancePath+"/operations/budget/thresholds/" + i12,schemaPath:"#/properties/operations/properties/budget/properties/thresholds/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000}};
if(vErrors === null){
vErrors = [err301];
}
else {
vErrors.push(err301);
}
errors++;
}
if(data115 < 1 || isNaN(data115)){
const err302 = {instancePath:instancePath+"/operations/budget/thresholds/" + i12,schemaPath:"#/properties/operations/properties/budget/properties/thresholds/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err302];
}
else {
vErrors.push(err302);
}
errors++;
}
}
}
let i13 = data114.length;
let j3;
if(i13 > 1){
const indices3 = {};
for(;i13--;){
let item3 = data114[i13];
if(!(((typeof item3 == "number") && (!(item3 % 1) && !isNaN(item3))) && (isFinite(item3)))){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err303 = {instancePath:instancePath+"/operations/budget/thresholds",schemaPath:"#/properties/operations/properties/budget/properties/thresholds/uniqueItems",keyword:"uniqueItems",params:{i: i13, j: j3}};
if(vErrors === null){
vErrors = [err303];
}
else {
vErrors.push(err303);
}
errors++;
break;
}
indices3[item3] = i13;
}
}
}
else {
const err304 = {instancePath:instancePath+"/operations/budget/thresholds",schemaPath:"#/properties/operations/properties/budget/properties/thresholds/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err304];
}
else {
vErrors.push(err304);
}
errors++;
}
}
else {
const err305 = {instancePath:instancePath+"/operations/budget",schemaPath:"#/properties/operations/properties/budget/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err305];
}
else {
vErrors.push(err305);
}
errors++;
}
}
let data116 = data107.currency;
if(typeof data116 === "string"){
if(!pattern30.test(data116)){
const err306 = {instancePath:instancePath+"/operations/currency",schemaPath:"#/properties/operations/properties/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"}};
if(vErrors === null){
vErrors = [err306];
}
else {
vErrors.push(err306);
}
errors++;
}
}
else {
const err307 = {instancePath:instancePath+"/operations/currency",schemaPath:"#/properties/operations/properties/currency/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err307];
}
else {
vErrors.push(err307);
}
errors++;
}
if(typeof data107.locks !== "boolean"){
const err308 = {instancePath:instancePath+"/operations/locks",schemaPath:"#/properties/operations/properties/locks/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err308];
}
else {
vErrors.push(err308);
}
errors++;
}
if(typeof data107.deletionProtection !== "boolean"){
const err309 = {instancePath:instancePath+"/operations/deletionProtection",schemaPath:"#/properties/operations/properties/deletionProtection/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err309];
}
else {
vErrors.push(err309);
}
errors++;
}
let data119 = data107.logs;
if(data119 && typeof data119 == "object" && !Array.isArray(data119)){
if(data119.retentionDays === undefined){
data119.retentionDays = 30;
}
for(const key27 in data119){
if(!((key27 === "retentionDays") || (key27 === "dailyCapGiB"))){
const err310 = {instancePath:instancePath+"/operations/logs",schemaPath:"#/properties/operations/properties/logs/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key27}};
if(vErrors === null){
vErrors = [err310];
}
else {
vErrors.push(err310);
}
errors++;
}
}
let data120 = data119.retentionDays;
if(!(((typeof data120 == "number") && (!(data120 % 1) && !isNaN(data120))) && (isFinite(data120)))){
const err311 = {instancePath:instancePath+"/operations/logs/retentionDays",schemaPath:"#/properties/operations/properties/logs/properties/retentionDays/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err311];
}
else {
vErrors.push(err311);
}
errors++;
}
if((typeof data120 == "number") && (isFinite(data120))){
if(data120 > 730 || isNaN(data120)){
const err312 = {instancePath:instancePath+"/operations/logs/retentionDays",schemaPath:"#/properties/operations/properties/logs/properties/retentionDays/maximum",keyword:"maximum",params:{comparison: "<=", limit: 730}};
if(vErrors === null){
vErrors = [err312];
}
else {
vErrors.push(err312);
}
errors++;
}
if(data120 < 30 || isNaN(data120)){
const err313 = {instancePath:instancePath+"/operations/logs/retentionDays",schemaPath:"#/properties/operations/properties/logs/properties/retentionDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 30}};
if(vErrors === null){
vErrors = [err313];
}
else {
vErrors.push(err313);
}
errors++;
}
}
if(data119.dailyCapGiB !== undefined){
let data121 = data119.dailyCapGiB;
if(!(((typeof data121 == "number") && (!(data121 % 1) && !isNaN(data121))) && (isFinite(data121)))){
const err314 = {instancePath:instancePath+"/operations/logs/dailyCapGiB",schemaPath:"#/properties/operations/properties/logs/properties/dailyCapGiB/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err314];
}
else {
vErrors.push(err314);
}
errors++;
}
if((typeof data121 == "number") && (isFinite(data121))){
if(data121 > 4000 || isNaN(data121)){
const err315 = {instancePath:instancePath+"/operations/logs/dailyCapGiB",schemaPath:"#/properties/operations/properties/logs/properties/dailyCapGiB/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4000}};
if(vErrors === null){
vErrors = [err315];
}
else {
vErrors.push(err315);
}
errors++;
}
if(data121 < 1 || isNaN(data121)){
const err316 = {instancePath:instancePath+"/operations/logs/dailyCapGiB",schemaPath:"#/properties/operations/properties/logs/properties/dailyCapGiB/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err316];
}
else {
vErrors.push(err316);
}
errors++;
}
}
}
}
else {
const err317 = {instancePath:instancePath+"/operations/logs",schemaPath:"#/properties/operations/properties/logs/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err317];
}
else {
vErrors.push(err317);
}
errors++;
}
}
else {
const err318 = {instancePath:instancePath+"/operations",schemaPath:"#/properties/operations/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err318];
}
else {
vErrors.push(err318);
}
errors++;
}
let data122 = data.access;
if(data122 && typeof data122 == "object" && !Array.isArray(data122)){
if(data122.admins === undefined){
data122.admins = [];
}
if(data122.users === undefined){
data122.users = [];
}
if(data122.groups === undefined){
data122.groups = {};
}
for(const key28 in data122){
if(!(((key28 === "admins") || (key28 === "users")) || (key28 === "groups"))){
const err319 = {instancePath:instancePath+"/access",schemaPath:"#/properties/access/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key28}};
if(vErrors === null){
vErrors = [err319];
}
else {
vErrors.push(err319);
}
errors++;
}
}
let data123 = data122.admins;
if(Array.isArray(data123)){
if(data123.length > 200){
const err320 = {instancePath:instancePath+"/access/admins",schemaPath:"#/properties/access/properties/admins/maxItems",keyword:"maxItems",params:{limit: 200}};
if(vErrors === null){
vErrors = [err320];
}
else {
vErrors.push(err320);
}
errors++;
}
const len10 = data123.length;
for(let i14=0; i14<len10; i14++){
if(!(validate21(data123[i14], {instancePath:instancePath+"/access/admins/" + i14,parentData:data123,parentDataProperty:i14,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err321 = {instancePath:instancePath+"/access/admins",schemaPath:"#/properties/access/properties/admins/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err321];
}
else {
vErrors.push(err321);
}
errors++;
}
let data125 = data122.users;
if(Array.isArray(data125)){
if(data125.length > 200){
const err322 = {instancePath:instancePath+"/access/users",schemaPath:"#/properties/access/properties/users/maxItems",keyword:"maxItems",params:{limit: 200}};
if(vErrors === null){
vErrors = [err322];
}
else {
vErrors.push(err322);
}
errors++;
}
const len11 = data125.length;
for(let i15=0; i15<len11; i15++){
if(!(validate21(data125[i15], {instancePath:instancePath+"/access/users/" + i15,parentData:data125,parentDataProperty:i15,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err323 = {instancePath:instancePath+"/access/users",schemaPath:"#/properties/access/properties/users/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err323];
}
else {
vErrors.push(err323);
}
errors++;
}
let data127 = data122.groups;
if(data127 && typeof data127 == "object" && !Array.isArray(data127)){
if(Object.keys(data127).length > 32){
const err324 = {instancePath:instancePath+"/access/groups",schemaPath:"#/properties/access/properties/groups/maxProperties",keyword:"maxProperties",params:{limit: 32}};
if(vErrors === null){
vErrors = [err324];
}
else {
vErrors.push(err324);
}
errors++;
}
for(const key29 in data127){
const _errs312 = errors;
if(typeof key29 === "string"){
if(!pattern33.test(key29)){
const err325 = {instancePath:instancePath+"/access/groups",schemaPath:"#/properties/access/properties/groups/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]{0,38}[a-z0-9]$"},propertyName:key29};
if(vErrors === null){
vErrors = [err325];
}
else {
vErrors.push(err325);
}
errors++;
}
}
var valid75 = _errs312 === errors;
if(!valid75){
const err326 = {instancePath:instancePath+"/access/groups",schemaPath:"#/properties/access/properties/groups/propertyNames",keyword:"propertyNames",params:{propertyName: key29}};
if(vErrors === null){
vErrors = [err326];
}
else {
vErrors.push(err326);
}
errors++;
}
}
for(const key30 in data127){
let data128 = data127[key30];
if(typeof data128 === "string"){
if(!pattern9.test(data128)){
const err327 = {instancePath:instancePath+"/access/groups/" + key30.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/guid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"}};
if(vErrors === null){
vErrors = [err327];
}
else {
vErrors.push(err327);
}
errors++;
}
}
else {
const err328 = {instancePath:instancePath+"/access/groups/" + key30.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/guid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err328];
}
else {
vErrors.push(err328);
}
errors++;
}
}
}
else {
const err329 = {instancePath:instancePath+"/access/groups",schemaPath:"#/properties/access/properties/groups/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err329];
}
else {
vErrors.push(err329);
}
errors++;
}
}
else {
const err330 = {instancePath:instancePath+"/access",schemaPath:"#/properties/access/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err330];
}
else {
vErrors.push(err330);
}
errors++;
}
let data129 = data.limits;
if(data129 && typeof data129 == "object" && !Array.isArray(data129)){
if(data129.perPerson === undefined){
data129.perPerson = {};
}
if(data129.perRole === undefined){
data129.perRole = {};
}
if(data129.perGroup === undefined){
data129.perGroup = {};
}
if(data129.perModel === undefined){
data129.perModel = {};
}
for(const key31 in data129){
if(!((((key31 === "perPerson") || (key31 === "perRole")) || (key31 === "perGroup")) || (key31 === "perModel"))){
const err331 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key31}};
if(vErrors === null){
vErrors = [err331];
}
else {
vErrors.push(err331);
}
errors++;
}
}
let data130 = data129.perPerson;
if(data130 && typeof data130 == "object" && !Array.isArray(data130)){
if(data130.tokensPerMinute === undefined){
data130.tokensPerMinute = 50000;
}
for(const key32 in data130){
if(!((key32 === "tokensPerMinute") || (key32 === "tokenQuota"))){
const err332 = {instancePath:instancePath+"/limits/perPerson",schemaPath:"#/properties/limits/properties/perPerson/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key32}};
if(vErrors === null){
vErrors = [err332];
}
else {
vErrors.push(err332);
}
errors++;
}
}
let data131 = data130.tokensPerMinute;
if(!(((typeof data131 == "number") && (!(data131 % 1) && !isNaN(data131))) && (isFinite(data131)))){
const err333 = {instancePath:instancePath+"/limits/perPerson/tokensPerMinute",schemaPath:"#/properties/limits/properties/perPerson/properties/tokensPerMinute/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err333];
}
else {
vErrors.push(err333);
}
errors++;
}
if((typeof data131 == "number") && (isFinite(data131))){
if(data131 > 1000000000 || isNaN(data131)){
const err334 = {instancePath:instancePath+"/limits/perPerson/tokensPerMinute",schemaPath:"#/properties/limits/properties/perPerson/properties/tokensPerMinute/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000}};
if(vErrors === null){
vErrors = [err334];
}
else {
vErrors.push(err334);
}
errors++;
}
if(data131 < 1 || isNaN(data131)){
const err335 = {instancePath:instancePath+"/limits/perPerson/tokensPerMinute",schemaPath:"#/properties/limits/properties/perPerson/properties/tokensPerMinute/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err335];
}
else {
vErrors.push(err335);
}
errors++;
}
}
if(data130.tokenQuota !== undefined){
let data132 = data130.tokenQuota;
if(data132 && typeof data132 == "object" && !Array.isArray(data132)){
if(data132.tokens === undefined){
const err336 = {instancePath:instancePath+"/limits/perPerson/tokenQuota",schemaPath:"#/$defs/tokenQuota/required",keyword:"required",params:{missingProperty: "tokens"}};
if(vErrors === null){
vErrors = [err336];
}
else {
vErrors.push(err336);
}
errors++;
}
if(data132.period === undefined){
const err337 = {instancePath:instancePath+"/limits/perPerson/tokenQuota",schemaPath:"#/$defs/tokenQuota/required",keyword:"required",params:{missingProperty: "period"}};
if(vErrors === null){
vErrors = [err337];
}
else {
vErrors.push(err337);
}
errors++;
}
for(const key33 in data132){
if(!((key33 === "tokens") || (key33 === "period"))){
const err338 = {instancePath:instancePath+"/limits/perPerson/tokenQuota",schemaPath:"#/$defs/tokenQuota/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key33}};
if(vErrors === null){
vErrors = [err338];
}
else {
vErrors.push(err338);
}
errors++;
}
}
if(data132.tokens !== undefined){
let data133 = data132.tokens;
if(!(((typeof data133 == "number") && (!(data133 % 1) && !isNaN(data133))) && (isFinite(data133)))){
const err339 = {instancePath:instancePath+"/limits/perPerson/tokenQuota/tokens",schemaPath:"#/$defs/tokenQuota/properties/tokens/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err339];
}
else {
vErrors.push(err339);
}
errors++;
}
if((typeof data133 == "number") && (isFinite(data133))){
if(data133 > 1000000000000 || isNaN(data133)){
const err340 = {instancePath:instancePath+"/limits/perPerson/tokenQuota/tokens",schemaPath:"#/$defs/tokenQuota/properties/tokens/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000}};
if(vErrors === null){
vErrors = [err340];
}
else {
vErrors.push(err340);
}
errors++;
}
if(data133 < 1 || isNaN(data133)){
const err341 = {instancePath:instancePath+"/limits/perPerson/tokenQuota/tokens",schemaPath:"#/$defs/tokenQuota/properties/tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err341];
}
else {
vErrors.push(err341);
}
errors++;
}
}
}
if(data132.period !== undefined){
let data134 = data132.period;
if(typeof data134 !== "string"){
const err342 = {instancePath:instancePath+"/limits/perPerson/tokenQuota/period",schemaPath:"#/$defs/tokenQuota/properties/period/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err342];
}
else {
vErrors.push(err342);
}
errors++;
}
if(!((((data134 === "Hourly") || (data134 === "Daily")) || (data134 === "Weekly")) || (data134 === "Monthly"))){
const err343 = {instancePath:instancePath+"/limits/perPerson/tokenQuota/period",schemaPath:"#/$defs/tokenQuota/properties/period/enum",keyword:"enum",params:{allowedValues: schema43.properties.period.enum}};
if(vErrors === null){
vErrors = [err343];
}
else {
vErrors.push(err343);
}
errors++;
}
}
}
else {
const err344 = {instancePath:instancePath+"/limits/perPerson/tokenQuota",schemaPath:"#/$defs/tokenQuota/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err344];
}
else {
vErrors.push(err344);
}
errors++;
}
}
}
else {
const err345 = {instancePath:instancePath+"/limits/perPerson",schemaPath:"#/properties/limits/properties/perPerson/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err345];
}
else {
vErrors.push(err345);
}
errors++;
}
let data135 = data129.perRole;
if(data135 && typeof data135 == "object" && !Array.isArray(data135)){
for(const key34 in data135){
if(!((key34 === "admin") || (key34 === "user"))){
const err346 = {instancePath:instancePath+"/limits/perRole",schemaPath:"#/properties/limits/properties/perRole/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key34}};
if(vErrors === null){
vErrors = [err346];
}
else {
vErrors.push(err346);
}
errors++;
}
}
if(data135.admin !== undefined){
if(!(validate24(data135.admin, {instancePath:instancePath+"/limits/perRole/admin",parentData:data135,parentDataProperty:"admin",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
if(data135.user !== undefined){
if(!(validate24(data135.user, {instancePath:instancePath+"/limits/perRole/user",parentData:data135,parentDataProperty:"user",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
const err347 = {instancePath:instancePath+"/limits/perRole",schemaPath:"#/properties/limits/properties/perRole/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err347];
}
else {
vErrors.push(err347);
}
errors++;
}
let data138 = data129.perGroup;
if(data138 && typeof data138 == "object" && !Array.isArray(data138)){
if(Object.keys(data138).length > 32){
const err348 = {instancePath:instancePath+"/limits/perGroup",schemaPath:"#/properties/limits/properties/perGroup/maxProperties",keyword:"maxProperties",params:{limit: 32}};
if(vErrors === null){
vErrors = [err348];
}
else {
vErrors.push(err348);
}
errors++;
}
for(const key35 in data138){
if(!(validate24(data138[key35], {instancePath:instancePath+"/limits/perGroup/" + key35.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data138,parentDataProperty:key35,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
const err349 = {instancePath:instancePath+"/limits/perGroup",schemaPath:"#/properties/limits/properties/perGroup/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err349];
}
else {
vErrors.push(err349);
}
errors++;
}
let data140 = data129.perModel;
if(data140 && typeof data140 == "object" && !Array.isArray(data140)){
if(Object.keys(data140).length > 32){
const err350 = {instancePath:instancePath+"/limits/perModel",schemaPath:"#/properties/limits/properties/perModel/maxProperties",keyword:"maxProperties",params:{limit: 32}};
if(vErrors === null){
vErrors = [err350];
}
else {
vErrors.push(err350);
}
errors++;
}
for(const key36 in data140){
if(!(validate24(data140[key36], {instancePath:instancePath+"/limits/perModel/" + key36.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data140,parentDataProperty:key36,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
const err351 = {instancePath:instancePath+"/limits/perModel",schemaPath:"#/properties/limits/properties/perModel/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err351];
}
else {
vErrors.push(err351);
}
errors++;
}
}
else {
const err352 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err352];
}
else {
vErrors.push(err352);
}
errors++;
}
let data142 = data.api;
if(data142 && typeof data142 == "object" && !Array.isArray(data142)){
if(data142.spec === undefined){
data142.spec = "built-in";
}
if(data142.operations === undefined){
data142.operations = [];
}
if(data142.tags === undefined){
data142.tags = [];
}
if(data142.allowBreakingChanges === undefined){
data142.allowBreakingChanges = false;
}
if(data142.products === undefined){
data142.products = [];
}
if(data142.ownBackend === undefined){
data142.ownBackend = {};
}
if(data142.backends === undefined){
data142.backends = [];
}
if(data142.fragments === undefined){
data142.fragments = {};
}
if(data142.namedValues === undefined){
data142.namedValues = {};
}
for(const key37 in data142){
if(!(func1.call(schema31.properties.api.properties, key37))){
const err353 = {instancePath:instancePath+"/api",schemaPath:"#/properties/api/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key37}};
if(vErrors === null){
vErrors = [err353];
}
else {
vErrors.push(err353);
}
errors++;
}
}
if(data142.path !== undefined){
let data143 = data142.path;
if(typeof data143 === "string"){
if(data143.length > 60){
const err354 = {instancePath:instancePath+"/api/path",schemaPath:"#/properties/api/properties/path/maxLength",keyword:"maxLength",params:{limit: 60}};
if(vErrors === null){
vErrors = [err354];
}
else {
vErrors.push(err354);
}
errors++;
}
if(!pattern35.test(data143)){
const err355 = {instancePath:instancePath+"/api/path",schemaPath:"#/properties/api/properties/path/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9._-]*[a-z0-9])?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)*$"}};
if(vErrors === null){
vErrors = [err355];
}
else {
vErrors.push(err355);
}
errors++;
}
}
else {
const err356 = {instancePath:instancePath+"/api/path",schemaPath:"#/properties/api/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err356];
}
else {
vErrors.push(err356);
}
errors++;
}
}
let data144 = data142.spec;
if(typeof data144 === "string"){
if(data144.length > 2000){
const err357 = {instancePath:instancePath+"/api/spec",schemaPath:"#/properties/api/properties/spec/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err357];
}
else {
vErrors.push(err357);
}
errors++;
}
if(data144.length < 1){
const err358 = {instancePath:instancePath+"/api/spec",schemaPath:"#/properties/api/properties/spec/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err358];
}
else {
vErrors.push(err358);
}
errors++;
}
}
else {
const err359 = {instancePath:instancePath+"/api/spec",schemaPath:"#/properties/api/properties/spec/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err359];
}
else {
vErrors.push(err359);
}
errors++;
}
let data145 = data142.operations;
if(Array.isArray(data145)){
if(data145.length > 500){
const err360 = {instancePath:instancePath+"/api/operations",schemaPath:"#/properties/api/properties/operations/maxItems",keyword:"maxItems",params:{limit: 500}};
if(vErrors === null){
vErrors = [err360];
}
else {
vErrors.push(err360);
}
errors++;
}
const len12 = data145.length;
for(let i16=0; i16<len12; i16++){
let data146 = data145[i16];
if(typeof data146 === "string"){
if(data146.length > 1100){
const err361 = {instancePath:instancePath+"/api/operations/" + i16,schemaPath:"#/properties/api/properties/operations/items/maxLength",keyword:"maxLength",params:{limit: 1100}};
if(vErrors === null){
vErrors = [err361];
}
else {
vErrors.push(err361);
}
errors++;
}
if(!pattern36.test(data146)){
const err362 = {instancePath:instancePath+"/api/operations/" + i16,schemaPath:"#/properties/api/properties/operations/items/pattern",keyword:"pattern",params:{pattern: "^!?[^\\s!].*$"}};
if(vErrors === null){
vErrors = [err362];
}
else {
vErrors.push(err362);
}
errors++;
}
}
else {
const err363 = {instancePath:instancePath+"/api/operations/" + i16,schemaPath:"#/properties/api/properties/operations/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err363];
}
else {
vErrors.push(err363);
}
errors++;
}
}
let i17 = data145.length;
let j4;
if(i17 > 1){
const indices4 = {};
for(;i17--;){
let item4 = data145[i17];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
const err364 = {instancePath:instancePath+"/api/operations",schemaPath:"#/properties/api/properties/operations/uniqueItems",keyword:"uniqueItems",params:{i: i17, j: j4}};
if(vErrors === null){
vErrors = [err364];
}
else {
vErrors.push(err364);
}
errors++;
break;
}
indices4[item4] = i17;
}
}
}
else {
const err365 = {instancePath:instancePath+"/api/operations",schemaPath:"#/properties/api/properties/operations/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err365];
}
else {
vErrors.push(err365);
}
errors++;
}
let data147 = data142.tags;
if(Array.isArray(data147)){
if(data147.length > 100){
const err366 = {instancePath:instancePath+"/api/tags",schemaPath:"#/properties/api/properties/tags/maxItems",keyword:"maxItems",params:{limit: 100}};
if(vErrors === null){
vErrors = [err366];
}
else {
vErrors.push(err366);
}
errors++;
}
const len13 = data147.length;
for(let i18=0; i18<len13; i18++){
let data148 = data147[i18];
if(typeof data148 === "string"){
if(data148.length > 200){
const err367 = {instancePath:instancePath+"/api/tags/" + i18,schemaPath:"#/properties/api/properties/tags/items/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err367];
}
else {
vErrors.push(err367);
}
errors++;
}
if(data148.length < 1){
const err368 = {instancePath:instancePath+"/api/tags/" + i18,schemaPath:"#/properties/api/properties/tags/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err368];
}
else {
vErrors.push(err368);
}
errors++;
}
}
else {
const err369 = {instancePath:instancePath+"/api/tags/" + i18,schemaPath:"#/properties/api/properties/tags/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err369];
}
else {
vErrors.push(err369);
}
errors++;
}
}
let i19 = data147.length;
let j5;
if(i19 > 1){
const indices5 = {};
for(;i19--;){
let item5 = data147[i19];
if(typeof item5 !== "string"){
continue;
}
if(typeof indices5[item5] == "number"){
j5 = indices5[item5];
const err370 = {instancePath:instancePath+"/api/tags",schemaPath:"#/properties/api/properties/tags/uniqueItems",keyword:"uniqueItems",params:{i: i19, j: j5}};
if(vErrors === null){
vErrors = [err370];
}
else {
vErrors.push(err370);
}
errors++;
break;
}
indices5[item5] = i19;
}
}
}
else {
const err371 = {instancePath:instancePath+"/api/tags",schemaPath:"#/properties/api/properties/tags/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err371];
}
else {
vErrors.push(err371);
}
errors++;
}
if(typeof data142.allowBreakingChanges !== "boolean"){
const err372 = {instancePath:instancePath+"/api/allowBreakingChanges",schemaPath:"#/properties/api/properties/allowBreakingChanges/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err372];
}
else {
vErrors.push(err372);
}
errors++;
}
let data150 = data142.products;
if(Array.isArray(data150)){
if(data150.length > 50){
const err373 = {instancePath:instancePath+"/api/products",schemaPath:"#/properties/api/properties/products/maxItems",keyword:"maxItems",params:{limit: 50}};
if(vErrors === null){
vErrors = [err373];
}
else {
vErrors.push(err373);
}
errors++;
}
const len14 = data150.length;
for(let i20=0; i20<len14; i20++){
let data151 = data150[i20];
if(data151 && typeof data151 == "object" && !Array.isArray(data151)){
if(data151.description === undefined){
data151.description = "";
}
if(data151.approvalRequired === undefined){
data151.approvalRequired = true;
}
if(data151.subscriptions === undefined){
data151.subscriptions = [];
}
if(data151.name === undefined){
const err374 = {instancePath:instancePath+"/api/products/" + i20,schemaPath:"#/properties/api/properties/products/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err374];
}
else {
vErrors.push(err374);
}
errors++;
}
for(const key38 in data151){
if(!((((key38 === "name") || (key38 === "description")) || (key38 === "approvalRequired")) || (key38 === "subscriptions"))){
const err375 = {instancePath:instancePath+"/api/products/" + i20,schemaPath:"#/properties/api/properties/products/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key38}};
if(vErrors === null){
vErrors = [err375];
}
else {
vErrors.push(err375);
}
errors++;
}
}
if(data151.name !== undefined){
let data152 = data151.name;
if(typeof data152 === "string"){
if(data152.length > 40){
const err376 = {instancePath:instancePath+"/api/products/" + i20+"/name",schemaPath:"#/$defs/productName/maxLength",keyword:"maxLength",params:{limit: 40}};
if(vErrors === null){
vErrors = [err376];
}
else {
vErrors.push(err376);
}
errors++;
}
if(data152.length < 1){
const err377 = {instancePath:instancePath+"/api/products/" + i20+"/name",schemaPath:"#/$defs/productName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err377];
}
else {
vErrors.push(err377);
}
errors++;
}
if(!pattern37.test(data152)){
const err378 = {instancePath:instancePath+"/api/products/" + i20+"/name",schemaPath:"#/$defs/productName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"}};
if(vErrors === null){
vErrors = [err378];
}
else {
vErrors.push(err378);
}
errors++;
}
}
else {
const err379 = {instancePath:instancePath+"/api/products/" + i20+"/name",schemaPath:"#/$defs/productName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err379];
}
else {
vErrors.push(err379);
}
errors++;
}
}
let data153 = data151.description;
if(typeof data153 === "string"){
if(data153.length > 1000){
const err380 = {instancePath:instancePath+"/api/products/" + i20+"/description",schemaPath:"#/properties/api/properties/products/items/properties/description/maxLength",keyword:"maxLength",params:{limit: 1000}};
if(vErrors === null){
vErrors = [err380];
}
else {
vErrors.push(err380);
}
errors++;
}
}
else {
const err381 = {instancePath:instancePath+"/api/products/" + i20+"/description",schemaPath:"#/properties/api/properties/products/items/properties/description/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err381];
}
else {
vErrors.push(err381);
}
errors++;
}
if(typeof data151.approvalRequired !== "boolean"){
const err382 = {instancePath:instancePath+"/api/products/" + i20+"/approvalRequired",schemaPath:"#/properties/api/properties/products/items/properties/approvalRequired/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err382];
}
else {
vErrors.push(err382);
}
errors++;
}
let data155 = data151.subscriptions;
if(Array.isArray(data155)){
if(data155.length > 100){
const err383 = {instancePath:instancePath+"/api/products/" + i20+"/subscriptions",schemaPath:"#/properties/api/properties/products/items/properties/subscriptions/maxItems",keyword:"maxItems",params:{limit: 100}};
if(vErrors === null){
vErrors = [err383];
}
else {
vErrors.push(err383);
}
errors++;
}
const len15 = data155.length;
for(let i21=0; i21<len15; i21++){
let data156 = data155[i21];
if(typeof data156 === "string"){
if(data156.length > 40){
const err384 = {instancePath:instancePath+"/api/products/" + i20+"/subscriptions/" + i21,schemaPath:"#/$defs/productName/maxLength",keyword:"maxLength",params:{limit: 40}};
if(vErrors === null){
vErrors = [err384];
}
else {
vErrors.push(err384);
}
errors++;
}
if(data156.length < 1){
const err385 = {instancePath:instancePath+"/api/products/" + i20+"/subscriptions/" + i21,schemaPath:"#/$defs/productName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err385];
}
else {
vErrors.push(err385);
}
errors++;
}
if(!pattern37.test(data156)){
const err386 = {instancePath:instancePath+"/api/products/" + i20+"/subscriptions/" + i21,schemaPath:"#/$defs/productName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"}};
if(vErrors === null){
vErrors = [err386];
}
else {
vErrors.push(err386);
}
errors++;
}
}
else {
const err387 = {instancePath:instancePath+"/api/products/" + i20+"/subscriptions/" + i21,schemaPath:"#/$defs/productName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err387];
}
else {
vErrors.push(err387);
}
errors++;
}
}
}
else {
const err388 = {instancePath:instancePath+"/api/products/" + i20+"/subscriptions",schemaPath:"#/properties/api/properties/products/items/properties/subscriptions/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err388];
}
else {
vErrors.push(err388);
}
errors++;
}
}
else {
const err389 = {instancePath:instancePath+"/api/products/" + i20,schemaPath:"#/properties/api/properties/products/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err389];
}
else {
vErrors.push(err389);
}
errors++;
}
}
}
else {
const err390 = {instancePath:instancePath+"/api/products",schemaPath:"#/properties/api/properties/products/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err390];
}
else {
vErrors.push(err390);
}
errors++;
}
let data157 = data142.ownBackend;
if(data157 && typeof data157 == "object" && !Array.isArray(data157)){
if(data157.priority === undefined){
data157.priority = 1;
}
if(data157.weight === undefined){
data157.weight = 1;
}
for(const key39 in data157){
if(!((key39 === "priority") || (key39 === "weight"))){
const err391 = {instancePath:instancePath+"/api/ownBackend",schemaPath:"#/properties/api/properties/ownBackend/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key39}};
if(vErrors === null){
vErrors = [err391];
}
else {
vErrors.push(err391);
}
errors++;
}
}
let data158 = data157.priority;
if(!(((typeof data158 == "number") && (!(data158 % 1) && !isNaN(data158))) && (isFinite(data158)))){
const err392 = {instancePath:instancePath+"/api/ownBackend/priority",schemaPath:"#/properties/api/properties/ownBackend/properties/priority/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err392];
}
else {
vErrors.push(err392);
}
errors++;
}
if((typeof data158 == "number") && (isFinite(data158))){
if(data158 > 100 || isNaN(data158)){
const err393 = {instancePath:instancePath+"/api/ownBackend/priority",schemaPath:"#/properties/api/properties/ownBackend/properties/priority/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
if(vErrors === null){
vErrors = [err393];
}
else {
vErrors.push(err393);
}
errors++;
}
if(data158 < 1 || isNaN(data158)){
const err394 = {instancePath:instancePath+"/api/ownBackend/priority",schemaPath:"#/properties/api/properties/ownBackend/properties/priority/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err394];
}
else {
vErrors.push(err394);
}
errors++;
}
}
let data159 = data157.weight;
if(!(((typeof data159 == "number") && (!(data159 % 1) && !isNaN(data159))) && (isFinite(data159)))){
const err395 = {instancePath:instancePath+"/api/ownBackend/weight",schemaPath:"#/properties/api/properties/ownBackend/properties/weight/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err395];
}
else {
vErrors.push(err395);
}
errors++;
}
if((typeof data159 == "number") && (isFinite(data159))){
if(data159 > 100 || isNaN(data159)){
const err396 = {instancePath:instancePath+"/api/ownBackend/weight",schemaPath:"#/properties/api/properties/ownBackend/properties/weight/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
if(vErrors === null){
vErrors = [err396];
}
else {
vErrors.push(err396);
}
errors++;
}
if(data159 < 1 || isNaN(data159)){
const err397 = {instancePath:instancePath+"/api/ownBackend/weight",schemaPath:"#/properties/api/properties/ownBackend/properties/weight/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err397];
}
else {
vErrors.push(err397);
}
errors++;
}
}
}
else {
const err398 = {instancePath:instancePath+"/api/ownBackend",schemaPath:"#/properties/api/properties/ownBackend/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err398];
}
else {
vErrors.push(err398);
}
errors++;
}
let data160 = data142.backends;
if(Array.isArray(data160)){
if(data160.length > 29){
const err399 = {instancePath:instancePath+"/api/backends",schemaPath:"#/properties/api/properties/backends/maxItems",keyword:"maxItems",params:{limit: 29}};
if(vErrors === null){
vErrors = [err399];
}
else {
vErrors.push(err399);
}
errors++;
}
const len16 = data160.length;
for(let i22=0; i22<len16; i22++){
let data161 = data160[i22];
if(data161 && typeof data161 == "object" && !Array.isArray(data161)){
if(data161.priority === undefined){
data161.priority = 1;
}
if(data161.weight === undefined){
data161.weight = 1;
}
if(data161.name === undefined){
const err400 = {instancePath:instancePath+"/api/backends/" + i22,schemaPath:"#/properties/api/properties/backends/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err400];
}
else {
vErrors.push(err400);
}
errors++;
}
if(data161.url === undefined){
const err401 = {instancePath:instancePath+"/api/backends/" + i22,schemaPath:"#/properties/api/properties/backends/items/required",keyword:"required",params:{missingProperty: "url"}};
if(vErrors === null){
vErrors = [err401];
}
else {
vErrors.push(err401);
}
errors++;
}
for(const key40 in data161){
if(!((((((key40 === "name") || (key40 === "url")) || (key40 === "priority")) || (key40 === "weight")) || (key40 === "audience")) || (key40 === "apiKey"))){
const err402 = {instancePath:instancePath+"/api/backends/" + i22,schemaPath:"#/properties/api/properties/backends/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key40}};
if(vErrors === null){
vErrors = [err402];
}
else {
vErrors.push(err402);
}
errors++;
}
}
if(data161.name !== undefined){
let data162 = data161.name;
if(typeof data162 === "string"){
if(!pattern39.test(data162)){
const err403 = {instancePath:instancePath+"/api/backends/" + i22+"/name",schemaPath:"#/properties/api/properties/backends/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9]|-(?!-)){0,28}[a-z0-9]$"}};
if(vErrors === null){
vErrors = [err403];
}
else {
vErrors.push(err403);
}
errors++;
}
}
else {
const err404 = {instancePath:instancePath+"/api/backends/" + i22+"/name",schemaPath:"#/properties/api/properties/backends/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err404];
}
else {
vErrors.push(err404);
}
errors++;
}
}
if(data161.url !== undefined){
let data163 = data161.url;
if(typeof data163 === "string"){
if(data163.length > 500){
const err405 = {instancePath:instancePath+"/api/backends/" + i22+"/url",schemaPath:"#/properties/api/properties/backends/items/properties/url/maxLength",keyword:"maxLength",params:{limit: 500}};
if(vErrors === null){
vErrors = [err405];
}
else {
vErrors.push(err405);
}
errors++;
}
if(!pattern40.test(data163)){
const err406 = {instancePath:instancePath+"/api/backends/" + i22+"/url",schemaPath:"#/properties/api/properties/backends/items/properties/url/pattern",keyword:"pattern",params:{pattern: "^https://[^/?#@\\s]+(/[^?#\\s]*)?$"}};
if(vErrors === null){
vErrors = [err406];
}
else {
vErrors.push(err406);
}
errors++;
}
}
else {
const err407 = {instancePath:instancePath+"/api/backends/" + i22+"/url",schemaPath:"#/properties/api/properties/backends/items/properties/url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err407];
}
else {
vErrors.push(err407);
}
errors++;
}
}
let data164 = data161.priority;
if(!(((typeof data164 == "number") && (!(data164 % 1) && !isNaN(data164))) && (isFinite(data164)))){
const err408 = {instancePath:instancePath+"/api/backends/" + i22+"/priority",schemaPath:"#/properties/api/properties/backends/items/properties/priority/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err408];
}
else {
vErrors.push(err408);
}
errors++;
}
if((typeof data164 == "number") && (isFinite(data164))){
if(data164 > 100 || isNaN(data164)){
const err409 = {instancePath:instancePath+"/api/backends/" + i22+"/priority",schemaPath:"#/properties/api/properties/backends/items/properties/priority/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
if(vErrors === null){
vErrors = [err409];
}
else {
vErrors.push(err409);
}
errors++;
}
if(data164 < 1 || isNaN(data164)){
const err410 = {instancePath:instancePath+"/api/backends/" + i22+"/priority",schemaPath:"#/properties/api/properties/backends/items/properties/priority/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err410];
}
else {
vErrors.push(err410);
}
errors++;
}
}
let data165 = data161.weight;
if(!(((typeof data165 == "number") && (!(data165 % 1) && !isNaN(data165))) && (isFinite(data165)))){
const err411 = {instancePath:instancePath+"/api/backends/" + i22+"/weight",schemaPath:"#/properties/api/properties/backends/items/properties/weight/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err411];
}
else {
vErrors.push(err411);
}
errors++;
}
if((typeof data165 == "number") && (isFinite(data165))){
if(data165 > 100 || isNaN(data165)){
const err412 = {instancePath:instancePath+"/api/backends/" + i22+"/weight",schemaPath:"#/properties/api/properties/backends/items/properties/weight/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
if(vErrors === null){
vErrors = [err412];
}
else {
vErrors.push(err412);
}
errors++;
}
if(data165 < 1 || isNaN(data165)){
const err413 = {instancePath:instancePath+"/api/backends/" + i22+"/weight",schemaPath:"#/properties/api/properties/backends/items/properties/weight/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err413];
}
else {
vErrors.push(err413);
}
errors++;
}
}
if(data161.audience !== undefined){
let data166 = data161.audience;
if(typeof data166 === "string"){
if(data166.length > 300){
const err414 = {instancePath:instancePath+"/api/backends/" + i22+"/audience",schemaPath:"#/properties/api/properties/backends/items/properties/audience/maxLength",keyword:"maxLength",params:{limit: 300}};
if(vErrors === null){
vErrors = [err414];
}
else {
vErrors.push(err414);
}
errors++;
}
if(!pattern41.test(data166)){
const err415 = {instancePath:instancePath+"/api/backends/" + i22+"/audience",schemaPath:"#/properties/api/properties/backends/items/properties/audience/pattern",keyword:"pattern",params:{pattern: "^(api|https)://\\S+$"}};
if(vErrors === null){
vErrors = [err415];
}
else {
vErrors.push(err415);
}
errors++;
}
}
else {
const err416 = {instancePath:instancePath+"/api/backends/" + i22+"/audience",schemaPath:"#/properties/api/properties/backends/items/properties/audience/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err416];
}
else {
vErrors.push(err416);
}
errors++;
}
}
if(data161.apiKey !== undefined){
let data167 = data161.apiKey;
if(data167 && typeof data167 == "object" && !Array.isArray(data167)){
if(data167.secret === undefined){
const err417 = {instancePath:instancePath+"/api/backends/" + i22+"/apiKey",schemaPath:"#/properties/api/properties/backends/items/properties/apiKey/required",keyword:"required",params:{missingProperty: "secret"}};
if(vErrors === null){
vErrors = [err417];
}
else {
vErrors.push(err417);
}
errors++;
}
for(const key41 in data167){
if(!(key41 === "secret")){
const err418 = {instancePath:instancePath+"/api/backends/" + i22+"/apiKey",schemaPath:"#/properties/api/properties/backends/items/properties/apiKey/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key41}};
if(vErrors === null){
vErrors = [err418];
}
else {
vErrors.push(err418);
}
errors++;
}
}
if(data167.secret !== undefined){
let data168 = data167.secret;
if(typeof data168 === "string"){
if(data168.length > 500){
const err419 = {instancePath:instancePath+"/api/backends/" + i22+"/apiKey/secret",schemaPath:"#/properties/api/properties/backends/items/properties/apiKey/properties/secret/maxLength",keyword:"maxLength",params:{limit: 500}};
if(vErrors === null){
vErrors = [err419];
}
else {
vErrors.push(err419);
}
errors++;
}
if(!pattern42.test(data168)){
const err420 = {instancePath:instancePath+"/api/backends/" + i22+"/apiKey/secret",schemaPath:"#/properties/api/properties/backends/items/properties/apiKey/properties/secret/pattern",keyword:"pattern",params:{pattern: "^https://[a-z0-9-]{3,24}\\.vault\\.azure\\.net/secrets/[A-Za-z0-9-]{1,127}$"}};
if(vErrors === null){
vErrors = [err420];
}
else {
vErrors.push(err420);
}
errors++;
}
}
else {
const err421 = {instancePath:instancePath+"/api/backends/" + i22+"/apiKey/secret",schemaPath:"#/properties/api/properties/backends/items/properties/apiKey/properties/secret/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err421];
}
else {
vErrors.push(err421);
}
errors++;
}
}
}
else {
const err422 = {instancePath:instancePath+"/api/backends/" + i22+"/apiKey",schemaPath:"#/properties/api/properties/backends/items/properties/apiKey/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err422];
}
else {
vErrors.push(err422);
}
errors++;
}
}
}
else {
const err423 = {instancePath:instancePath+"/api/backends/" + i22,schemaPath:"#/properties/api/properties/backends/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err423];
}
else {
vErrors.push(err423);
}
errors++;
}
}
}
else {
const err424 = {instancePath:instancePath+"/api/backends",schemaPath:"#/properties/api/properties/backends/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err424];
}
else {
vErrors.push(err424);
}
errors++;
}
if(data142.contentSafety !== undefined){
let data169 = data142.contentSafety;
if(data169 && typeof data169 == "object" && !Array.isArray(data169)){
if(data169.shieldPrompt === undefined){
data169.shieldPrompt = true;
}
if(data169.categories === undefined){
data169.categories = {};
}
if(data169.completions === undefined){
data169.completions = false;
}
if(data169.blocklists === undefined){
data169.blocklists = [];
}
for(const key42 in data169){
if(!(((((key42 === "endpoint") || (key42 === "shieldPrompt")) || (key42 === "categories")) || (key42 === "completions")) || (key42 === "blocklists"))){
const err425 = {instancePath:instancePath+"/api/contentSafety",schemaPath:"#/properties/api/properties/contentSafety/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key42}};
if(vErrors === null){
vErrors = [err425];
}
else {
vErrors.push(err425);
}
errors++;
}
}
if(data169.endpoint !== undefined){
let data170 = data169.endpoint;
if(typeof data170 === "string"){
if(!pattern43.test(data170)){
const err426 = {instancePath:instancePath+"/api/contentSafety/endpoint",schemaPath:"#/properties/api/properties/contentSafety/properties/endpoint/pattern",keyword:"pattern",params:{pattern: "^https://[a-z0-9][a-z0-9-]{1,62}\\.cognitiveservices\\.azure\\.com$"}};
if(vErrors === null){
vErrors = [err426];
}
else {
vErrors.push(err426);
}
errors++;
}
}
else {
const err427 = {instancePath:instancePath+"/api/contentSafety/endpoint",schemaPath:"#/properties/api/properties/contentSafety/properties/endpoint/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err427];
}
else {
vErrors.push(err427);
}
errors++;
}
}
if(typeof data169.shieldPrompt !== "boolean"){
const err428 = {instancePath:instancePath+"/api/contentSafety/shieldPrompt",schemaPath:"#/properties/api/properties/contentSafety/properties/shieldPrompt/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err428];
}
else {
vErrors.push(err428);
}
errors++;
}
let data172 = data169.categories;
if(data172 && typeof data172 == "object" && !Array.isArray(data172)){
for(const key43 in data172){
if(!((((key43 === "hate") || (key43 === "selfHarm")) || (key43 === "sexual")) || (key43 === "violence"))){
const err429 = {instancePath:instancePath+"/api/contentSafety/categories",schemaPath:"#/properties/api/properties/contentSafety/properties/categories/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key43}};
if(vErrors === null){
vErrors = [err429];
}
else {
vErrors.push(err429);
}
errors++;
}
}
if(data172.hate !== undefined){
let data173 = data172.hate;
if(!(((typeof data173 == "number") && (!(data173 % 1) && !isNaN(data173))) && (isFinite(data173)))){
const err430 = {instancePath:instancePath+"/api/contentSafety/categories/hate",schemaPath:"#/properties/api/properties/contentSafety/properties/categories/properties/hate/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err430];
}
else {
vErrors.push(err430);
}
errors++;
}
if((typeof data173 == "number") && (isFinite(data173))){
if(data173 > 7 || isNaN(data173)){
const err431 = {instancePath:instancePath+"/api/contentSafety/categories/hate",schemaPath:"#/properties/api/properties/contentSafety/properties/categories/properties/hate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 7}};
if(vErrors === null){
vErrors = [err431];
}
else {
vErrors.push(err431);
}
errors++;
}
if(data173 < 0 || isNaN(data173)){
const err432 = {instancePath:instancePath+"/api/contentSafety/categories/hate",schemaPath:"#/properties/api/properties/contentSafety/properties/categories/properties/hate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err432];
}
else {
vErrors.push(err432);
}
errors++;
}
}
}
if(data172.selfHarm !== undefined){
let data174 = data172.selfHarm;
if(!(((typeof data174 == "number") && (!(data174 % 1) && !isNaN(data174))) && (isFinite(data174)))){
const err433 = {instancePath:instancePath+"/api/contentSafety/categories/selfHarm",schemaPath:"#/properties/api/properties/contentSafety/properties/categories/properties/selfHarm/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err433];
}
else {
vErrors.push(err433);
}
errors++;
}
if((typeof data174 == "number") && (isFinite(data174))){
if(data174 > 7 || isNaN(data174)){
const err434 = {instancePath:instancePath+"/api/contentSafety/categories/selfHarm",schemaPath:"#/properties/api/properties/contentSafety/properties/categories/properties/selfHarm/maximum",keyword:"maximum",params:{comparison: "<=", limit: 7}};
if(vErrors === null){
vErrors = [err434];
}
else {
vErrors.push(err434);
}
errors++;
}
if(data174 < 0 || isNaN(data174)){
const err435 = {instancePath:instancePath+"/api/contentSafety/categories/selfHarm",schemaPath:"#/properties/api/properties/contentSafety/properties/categories/properties/selfHarm/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err435];
}
else {
vErrors.push(err435);
}
errors++;
}
}
}
if(data172.sexual !== undefined){
let data175 = data172.sexual;
if(!(((typeof data175 == "number") && (!(data175 % 1) && !isNaN(data175))) && (isFinite(data175)))){
const err436 = {instancePath:instancePath+"/api/contentSafety/categories/sexual",schemaPath:"#/properties/api/properties/contentSafety/properties/categories/properties/sexual/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err436];
}
else {
vErrors.push(err436);
}
errors++;
}
if((typeof data175 == "number") && (isFinite(data175))){
if(data175 > 7 || isNaN(data175)){
const err437 = {instancePath:instancePath+"/api/contentSafety/categories/sexual",schemaPath:"#/properties/api/properties/contentSafety/properties/categories/properties/sexual/maximum",keyword:"maximum",params:{comparison: "<=", limit: 7}};
if(vErrors === null){
vErrors = [err437];
}
else {
vErrors.push(err437);
}
errors++;
}
if(data175 < 0 || isNaN(data175)){
const err438 = {instancePath:instancePath+"/api/contentSafety/categories/sexual",schemaPath:"#/properties/api/properties/contentSafety/properties/categories/properties/sexual/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err438];
}
else {
vErrors.push(err438);
}
errors++;
}
}
}
if(data172.violence !== undefined){
let data176 = data172.violence;
if(!(((typeof data176 == "number") && (!(data176 % 1) && !isNaN(data176))) && (isFinite(data176)))){
const err439 = {instancePath:instancePath+"/api/contentSafety/categories/violence",schemaPath:"#/properties/api/properties/contentSafety/properties/categories/properties/violence/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err439];
}
else {
vErrors.push(err439);
}
errors++;
}
if((typeof data176 == "number") && (isFinite(data176))){
if(data176 > 7 || isNaN(data176)){
const err440 = {instancePath:instancePath+"/api/contentSafety/categories/violence",schemaPath:"#/properties/api/properties/contentSafety/properties/categories/properties/violence/maximum",keyword:"maximum",params:{comparison: "<=", limit: 7}};
if(vErrors === null){
vErrors = [err440];
}
else {
vErrors.push(err440);
}
errors++;
}
if(data176 < 0 || isNaN(data176)){
const err441 = {instancePath:instancePath+"/api/contentSafety/categories/violence",schemaPath:"#/properties/api/properties/contentSafety/properties/categories/properties/violence/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err441];
}
else {
vErrors.push(err441);
}
errors++;
}
}
}
}
else {
const err442 = {instancePath:instancePath+"/api/contentSafety/categories",schemaPath:"#/properties/api/properties/contentSafety/properties/categories/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err442];
}
else {
vErrors.push(err442);
}
errors++;
}
if(typeof data169.completions !== "boolean"){
const err443 = {instancePath:instancePath+"/api/contentSafety/completions",schemaPath:"#/properties/api/properties/contentSafety/properties/completions/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err443];
}
else {
vErrors.push(err443);
}
errors++;
}
let data178 = data169.blocklists;
if(Array.isArray(data178)){
if(data178.length > 10){
const err444 = {instancePath:instancePath+"/api/contentSafety/blocklists",schemaPath:"#/properties/api/properties/contentSafety/properties/blocklists/maxItems",keyword:"maxItems",params:{limit: 10}};
if(vErrors === null){
vErrors = [err444];
}
else {
vErrors.push(err444);
}
errors++;
}
const len17 = data178.length;
for(let i23=0; i23<len17; i23++){
let data179 = data178[i23];
if(typeof data179 === "string"){
if(!pattern44.test(data179)){
const err445 = {instancePath:instancePath+"/api/contentSafety/blocklists/" + i23,schemaPath:"#/properties/api/properties/contentSafety/properties/blocklists/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9~._-]{1,64}$"}};
if(vErrors === null){
vErrors = [err445];
}
else {
vErrors.push(err445);
}
errors++;
}
}
else {
const err446 = {instancePath:instancePath+"/api/contentSafety/blocklists/" + i23,schemaPath:"#/properties/api/properties/contentSafety/properties/blocklists/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err446];
}
else {
vErrors.push(err446);
}
errors++;
}
}
}
else {
const err447 = {instancePath:instancePath+"/api/contentSafety/blocklists",schemaPath:"#/properties/api/properties/contentSafety/properties/blocklists/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err447];
}
else {
vErrors.push(err447);
}
errors++;
}
}
else {
const err448 = {instancePath:instancePath+"/api/contentSafety",schemaPath:"#/properties/api/properties/contentSafety/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err448];
}
else {
vErrors.push(err448);
}
errors++;
}
}
if(data142.semanticCache !== undefined){
let data180 = data142.semanticCache;
if(data180 && typeof data180 == "object" && !Array.isArray(data180)){
if(data180.scoreThreshold === undefined){
data180.scoreThreshold = 0.05;
}
if(data180.minutes === undefined){
data180.minutes = 60;
}
if(data180.embeddings === undefined){
const err449 = {instancePath:instancePath+"/api/semanticCache",schemaPath:"#/properties/api/properties/semanticCache/required",keyword:"required",params:{missingProperty: "embeddings"}};
if(vErrors === null){
vErrors = [err449];
}
else {
vErrors.push(err449);
}
errors++;
}
if(data180.cache === undefined){
const err450 = {instancePath:instancePath+"/api/semanticCache",schemaPath:"#/properties/api/properties/semanticCache/required",keyword:"required",params:{missingProperty: "cache"}};
if(vErrors === null){
vErrors = [err450];
}
else {
vErrors.push(err450);
}
errors++;
}
for(const key44 in data180){
if(!((((key44 === "embeddings") || (key44 === "cache")) || (key44 === "scoreThreshold")) || (key44 === "minutes"))){
const err451 = {instancePath:instancePath+"/api/semanticCache",schemaPath:"#/properties/api/properties/semanticCache/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key44}};
if(vErrors === null){
vErrors = [err451];
}
else {
vErrors.push(err451);
}
errors++;
}
}
if(data180.embeddings !== undefined){
let data181 = data180.embeddings;
if(typeof data181 === "string"){
if(data181.length > 64){
const err452 = {instancePath:instancePath+"/api/semanticCache/embeddings",schemaPath:"#/properties/api/properties/semanticCache/properties/embeddings/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err452];
}
else {
vErrors.push(err452);
}
errors++;
}
}
else {
const err453 = {instancePath:instancePath+"/api/semanticCache/embeddings",schemaPath:"#/properties/api/properties/semanticCache/properties/embeddings/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err453];
}
else {
vErrors.push(err453);
}
errors++;
}
}
if(data180.cache !== undefined){
let data182 = data180.cache;
if(typeof data182 === "string"){
if(!pattern45.test(data182)){
const err454 = {instancePath:instancePath+"/api/semanticCache/cache",schemaPath:"#/properties/api/properties/semanticCache/properties/cache/pattern",keyword:"pattern",params:{pattern: "^[^*#&+:<>?/\\s]{1,80}$"}};
if(vErrors === null){
vErrors = [err454];
}
else {
vErrors.push(err454);
}
errors++;
}
}
else {
const err455 = {instancePath:instancePath+"/api/semanticCache/cache",schemaPath:"#/properties/api/properties/semanticCache/properties/cache/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err455];
}
else {
vErrors.push(err455);
}
errors++;
}
}
let data183 = data180.scoreThreshold;
if((typeof data183 == "number") && (isFinite(data183))){
if(data183 > 1 || isNaN(data183)){
const err456 = {instancePath:instancePath+"/api/semanticCache/scoreThreshold",schemaPath:"#/properties/api/properties/semanticCache/properties/scoreThreshold/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err456];
}
else {
vErrors.push(err456);
}
errors++;
}
if(data183 < 0 || isNaN(data183)){
const err457 = {instancePath:instancePath+"/api/semanticCache/scoreThreshold",schemaPath:"#/properties/api/properties/semanticCache/properties/scoreThreshold/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err457];
}
else {
vErrors.push(err457);
}
errors++;
}
}
else {
const err458 = {instancePath:instancePath+"/api/semanticCache/scoreThreshold",schemaPath:"#/properties/api/properties/semanticCache/properties/scoreThreshold/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err458];
}
else {
vErrors.push(err458);
}
errors++;
}
let data184 = data180.minutes;
if(!(((typeof data184 == "number") && (!(data184 % 1) && !isNaN(data184))) && (isFinite(data184)))){
const err459 = {instancePath:instancePath+"/api/semanticCache/minutes",schemaPath:"#/properties/api/properties/semanticCache/properties/minutes/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err459];
}
else {
vErrors.push(err459);
}
errors++;
}
if((typeof data184 == "number") && (isFinite(data184))){
if(data184 > 10080 || isNaN(data184)){
const err460 = {instancePath:instancePath+"/api/semanticCache/minutes",schemaPath:"#/properties/api/properties/semanticCache/properties/minutes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10080}};
if(vErrors === null){
vErrors = [err460];
}
else {
vErrors.push(err460);
}
errors++;
}
if(data184 < 1 || isNaN(data184)){
const err461 = {instancePath:instancePath+"/api/semanticCache/minutes",schemaPath:"#/properties/api/properties/semanticCache/properties/minutes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err461];
}
else {
vErrors.push(err461);
}
errors++;
}
}
}
else {
const err462 = {instancePath:instancePath+"/api/semanticCache",schemaPath:"#/properties/api/properties/semanticCache/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err462];
}
else {
vErrors.push(err462);
}
errors++;
}
}
let data185 = data142.fragments;
if(data185 && typeof data185 == "object" && !Array.isArray(data185)){
if(data185.inbound === undefined){
data185.inbound = {};
}
if(data185.outbound === undefined){
data185.outbound = {};
}
if(data185.onError === undefined){
data185.onError = {};
}
for(const key45 in data185){
if(!(((key45 === "inbound") || (key45 === "outbound")) || (key45 === "onError"))){
const err463 = {instancePath:instancePath+"/api/fragments",schemaPath:"#/properties/api/properties/fragments/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key45}};
if(vErrors === null){
vErrors = [err463];
}
else {
vErrors.push(err463);
}
errors++;
}
}
let data186 = data185.inbound;
if(data186 && typeof data186 == "object" && !Array.isArray(data186)){
if(data186.before === undefined){
data186.before = [];
}
if(data186.after === undefined){
data186.after = [];
}
for(const key46 in data186){
if(!((key46 === "before") || (key46 === "after"))){
const err464 = {instancePath:instancePath+"/api/fragments/inbound",schemaPath:"#/properties/api/properties/fragments/properties/inbound/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key46}};
if(vErrors === null){
vErrors = [err464];
}
else {
vErrors.push(err464);
}
errors++;
}
}
let data187 = data186.before;
if(Array.isArray(data187)){
if(data187.length > 10){
const err465 = {instancePath:instancePath+"/api/fragments/inbound/before",schemaPath:"#/properties/api/properties/fragments/properties/inbound/properties/before/maxItems",keyword:"maxItems",params:{limit: 10}};
if(vErrors === null){
vErrors = [err465];
}
else {
vErrors.push(err465);
}
errors++;
}
const len18 = data187.length;
for(let i24=0; i24<len18; i24++){
let data188 = data187[i24];
if(typeof data188 === "string"){
if(data188.length > 500){
const err466 = {instancePath:instancePath+"/api/fragments/inbound/before/" + i24,schemaPath:"#/properties/api/properties/fragments/properties/inbound/properties/before/items/maxLength",keyword:"maxLength",params:{limit: 500}};
if(vErrors === null){
vErrors = [err466];
}
else {
vErrors.push(err466);
}
errors++;
}
if(data188.length < 1){
const err467 = {instancePath:instancePath+"/api/fragments/inbound/before/" + i24,schemaPath:"#/properties/api/properties/fragments/properties/inbound/properties/before/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err467];
}
else {
vErrors.push(err467);
}
errors++;
}
if(!pattern46.test(data188)){
const err468 = {instancePath:instancePath+"/api/fragments/inbound/before/" + i24,schemaPath:"#/properties/api/properties/fragments/properties/inbound/properties/before/items/pattern",keyword:"pattern",params:{pattern: "\\.xml$"}};
if(vErrors === null){
vErrors = [err468];
}
else {
vErrors.push(err468);
}
errors++;
}
}
else {
const err469 = {instancePath:instancePath+"/api/fragments/inbound/before/" + i24,schemaPath:"#/properties/api/properties/fragments/properties/inbound/properties/before/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err469];
}
else {
vErrors.push(err469);
}
errors++;
}
}
}
else {
const err470 = {instancePath:instancePath+"/api/fragments/inbound/before",schemaPath:"#/properties/api/properties/fragments/properties/inbound/properties/before/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err470];
}
else {
vErrors.push(err470);
}
errors++;
}
let data189 = data186.after;
if(Array.isArray(data189)){
if(data189.length > 10){
const err471 = {instancePath:instancePath+"/api/fragments/inbound/after",schemaPath:"#/properties/api/properties/fragments/properties/inbound/properties/after/maxItems",keyword:"maxItems",params:{limit: 10}};
if(vErrors === null){
vErrors = [err471];
}
else {
vErrors.push(err471);
}
errors++;
}
const len19 = data189.length;
for(let i25=0; i25<len19; i25++){
let data190 = data189[i25];
if(typeof data190 === "string"){
if(data190.length > 500){
const err472 = {instancePath:instancePath+"/api/fragments/inbound/after/" + i25,schemaPath:"#/properties/api/properties/fragments/properties/inbound/properties/after/items/maxLength",keyword:"maxLength",params:{limit: 500}};
if(vErrors === null){
vErrors = [err472];
}
else {
vErrors.push(err472);
}
errors++;
}
if(data190.length < 1){
const err473 = {instancePath:instancePath+"/api/fragments/inbound/after/" + i25,schemaPath:"#/properties/api/properties/fragments/properties/inbound/properties/after/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err473];
}
else {
vErrors.push(err473);
}
errors++;
}
if(!pattern46.test(data190)){
const err474 = {instancePath:instancePath+"/api/fragments/inbound/after/" + i25,schemaPath:"#/properties/api/properties/fragments/properties/inbound/properties/after/items/pattern",keyword:"pattern",params:{pattern: "\\.xml$"}};
if(vErrors === null){
vErrors = [err474];
}
else {
vErrors.push(err474);
}
errors++;
}
}
else {
const err475 = {instancePath:instancePath+"/api/fragments/inbound/after/" + i25,schemaPath:"#/properties/api/properties/fragments/properties/inbound/properties/after/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err475];
}
else {
vErrors.push(err475);
}
errors++;
}
}
}
else {
const err476 = {instancePath:instancePath+"/api/fragments/inbound/after",schemaPath:"#/properties/api/properties/fragments/properties/inbound/properties/after/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err476];
}
else {
vErrors.push(err476);
}
errors++;
}
}
else {
const err477 = {instancePath:instancePath+"/api/fragments/inbound",schemaPath:"#/properties/api/properties/fragments/properties/inbound/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err477];
}
else {
vErrors.push(err477);
}
errors++;
}
let data191 = data185.outbound;
if(data191 && typeof data191 == "object" && !Array.isArray(data191)){
if(data191.before === undefined){
data191.before = [];
}
if(data191.after === undefined){
data191.after = [];
}
for(const key47 in data191){
if(!((key47 === "before") || (key47 === "after"))){
const err478 = {instancePath:instancePath+"/api/fragments/outbound",schemaPath:"#/properties/api/properties/fragments/properties/outbound/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key47}};
if(vErrors === null){
vErrors = [err478];
}
else {
vErrors.push(err478);
}
errors++;
}
}
let data192 = data191.before;
if(Array.isArray(data192)){
if(data192.length > 10){
const err479 = {instancePath:instancePath+"/api/fragments/outbound/before",schemaPath:"#/properties/api/properties/fragments/properties/outbound/properties/before/maxItems",keyword:"maxItems",params:{limit: 10}};
if(vErrors === null){
vErrors = [err479];
}
else {
vErrors.push(err479);
}
errors++;
}
const len20 = data192.length;
for(let i26=0; i26<len20; i26++){
let data193 = data192[i26];
if(typeof data193 === "string"){
if(data193.length > 500){
const err480 = {instancePath:instancePath+"/api/fragments/outbound/before/" + i26,schemaPath:"#/properties/api/properties/fragments/properties/outbound/properties/before/items/maxLength",keyword:"maxLength",params:{limit: 500}};
if(vErrors === null){
vErrors = [err480];
}
else {
vErrors.push(err480);
}
errors++;
}
if(data193.length < 1){
const err481 = {instancePath:instancePath+"/api/fragments/outbound/before/" + i26,schemaPath:"#/properties/api/properties/fragments/properties/outbound/properties/before/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err481];
}
else {
vErrors.push(err481);
}
errors++;
}
if(!pattern46.test(data193)){
const err482 = {instancePath:instancePath+"/api/fragments/outbound/before/" + i26,schemaPath:"#/properties/api/properties/fragments/properties/outbound/properties/before/items/pattern",keyword:"pattern",params:{pattern: "\\.xml$"}};
if(vErrors === null){
vErrors = [err482];
}
else {
vErrors.push(err482);
}
errors++;
}
}
else {
const err483 = {instancePath:instancePath+"/api/fragments/outbound/before/" + i26,schemaPath:"#/properties/api/properties/fragments/properties/outbound/properties/before/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err483];
}
else {
vErrors.push(err483);
}
errors++;
}
}
}
else {
const err484 = {instancePath:instancePath+"/api/fragments/outbound/before",schemaPath:"#/properties/api/properties/fragments/properties/outbound/properties/before/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err484];
}
else {
vErrors.push(err484);
}
errors++;
}
let data194 = data191.after;
if(Array.isArray(data194)){
if(data194.length > 10){
const err485 = {instancePath:instancePath+"/api/fragments/outbound/after",schemaPath:"#/properties/api/properties/fragments/properties/outbound/properties/after/maxItems",keyword:"maxItems",params:{limit: 10}};
if(vErrors === null){
vErrors = [err485];
}
else {
vErrors.push(err485);
}
errors++;
}
const len21 = data194.length;
for(let i27=0; i27<len21; i27++){
let data195 = data194[i27];
if(typeof data195 === "string"){
if(data195.length > 500){
const err486 = {instancePath:instancePath+"/api/fragments/outbound/after/" + i27,schemaPath:"#/properties/api/properties/fragments/properties/outbound/properties/after/items/maxLength",keyword:"maxLength",params:{limit: 500}};
if(vErrors === null){
vErrors = [err486];
}
else {
vErrors.push(err486);
}
errors++;
}
if(data195.length < 1){
const err487 = {instancePath:instancePath+"/api/fragments/outbound/after/" + i27,schemaPath:"#/properties/api/properties/fragments/properties/outbound/properties/after/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err487];
}
else {
vErrors.push(err487);
}
errors++;
}
if(!pattern46.test(data195)){
const err488 = {instancePath:instancePath+"/api/fragments/outbound/after/" + i27,schemaPath:"#/properties/api/properties/fragments/properties/outbound/properties/after/items/pattern",keyword:"pattern",params:{pattern: "\\.xml$"}};
if(vErrors === null){
vErrors = [err488];
}
else {
vErrors.push(err488);
}
errors++;
}
}
else {
const err489 = {instancePath:instancePath+"/api/fragments/outbound/after/" + i27,schemaPath:"#/properties/api/properties/fragments/properties/outbound/properties/after/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err489];
}
else {
vErrors.push(err489);
}
errors++;
}
}
}
else {
const err490 = {instancePath:instancePath+"/api/fragments/outbound/after",schemaPath:"#/properties/api/properties/fragments/properties/outbound/properties/after/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err490];
}
else {
vErrors.push(err490);
}
errors++;
}
}
else {
const err491 = {instancePath:instancePath+"/api/fragments/outbound",schemaPath:"#/properties/api/properties/fragments/properties/outbound/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err491];
}
else {
vErrors.push(err491);
}
errors++;
}
let data196 = data185.onError;
if(data196 && typeof data196 == "object" && !Array.isArray(data196)){
if(data196.before === undefined){
data196.before = [];
}
for(const key48 in data196){
if(!(key48 === "before")){
const err492 = {instancePath:instancePath+"/api/fragments/onError",schemaPath:"#/properties/api/properties/fragments/properties/onError/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key48}};
if(vErrors === null){
vErrors = [err492];
}
else {
vErrors.push(err492);
}
errors++;
}
}
let data197 = data196.before;
if(Array.isArray(data197)){
if(data197.length > 10){
const err493 = {instancePath:instancePath+"/api/fragments/onError/before",schemaPath:"#/properties/api/properties/fragments/properties/onError/properties/before/maxItems",keyword:"maxItems",params:{limit: 10}};
if(vErrors === null){
vErrors = [err493];
}
else {
vErrors.push(err493);
}
errors++;
}
const len22 = data197.length;
for(let i28=0; i28<len22; i28++){
let data198 = data197[i28];
if(typeof data198 === "string"){
if(data198.length > 500){
const err494 = {instancePath:instancePath+"/api/fragments/onError/before/" + i28,schemaPath:"#/properties/api/properties/fragments/properties/onError/properties/before/items/maxLength",keyword:"maxLength",params:{limit: 500}};
if(vErrors === null){
vErrors = [err494];
}
else {
vErrors.push(err494);
}
errors++;
}
if(data198.length < 1){
const err495 = {instancePath:instancePath+"/api/fragments/onError/before/" + i28,schemaPath:"#/properties/api/properties/fragments/properties/onError/properties/before/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err495];
}
else {
vErrors.push(err495);
}
errors++;
}
if(!pattern46.test(data198)){
const err496 = {instancePath:instancePath+"/api/fragments/onError/before/" + i28,schemaPath:"#/properties/api/properties/fragments/properties/onError/properties/before/items/pattern",keyword:"pattern",params:{pattern: "\\.xml$"}};
if(vErrors === null){
vErrors = [err496];
}
else {
vErrors.push(err496);
}
errors++;
}
}
else {
const err497 = {instancePath:instancePath+"/api/fragments/onError/before/" + i28,schemaPath:"#/properties/api/properties/fragments/properties/onError/properties/before/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err497];
}
else {
vErrors.push(err497);
}
errors++;
}
}
}
else {
const err498 = {instancePath:instancePath+"/api/fragments/onError/before",schemaPath:"#/properties/api/properties/fragments/properties/onError/properties/before/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err498];
}
else {
vErrors.push(err498);
}
errors++;
}
}
else {
const err499 = {instancePath:instancePath+"/api/fragments/onError",schemaPath:"#/properties/api/properties/fragments/properties/onError/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err499];
}
else {
vErrors.push(err499);
}
errors++;
}
}
else {
const err500 = {instancePath:instancePath+"/api/fragments",schemaPath:"#/properties/api/properties/fragments/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err500];
}
else {
vErrors.push(err500);
}
errors++;
}
let data199 = data142.namedValues;
if(data199 && typeof data199 == "object" && !Array.isArray(data199)){
if(Object.keys(data199).length > 100){
const err501 = {instancePath:instancePath+"/api/namedValues",schemaPath:"#/properties/api/properties/namedValues/maxProperties",keyword:"maxProperties",params:{limit: 100}};
if(vErrors === null){
vErrors = [err501];
}
else {
vErrors.push(err501);
}
errors++;
}
for(const key49 in data199){
const _errs476 = errors;
if(typeof key49 === "string"){
if(!pattern51.test(key49)){
const err502 = {instancePath:instancePath+"/api/namedValues",schemaPath:"#/properties/api/properties/namedValues/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9]([A-Za-z0-9._]|-(?!-)){0,99}$"},propertyName:key49};
if(vErrors === null){
vErrors = [err502];
}
else {
vErrors.push(err502);
}
errors++;
}
}
var valid123 = _errs476 === errors;
if(!valid123){
const err503 = {instancePath:instancePath+"/api/namedValues",schemaPath:"#/properties/api/properties/namedValues/propertyNames",keyword:"propertyNames",params:{propertyName: key49}};
if(vErrors === null){
vErrors = [err503];
}
else {
vErrors.push(err503);
}
errors++;
}
}
for(const key50 in data199){
let data200 = data199[key50];
if((typeof data200 !== "string") && (!(data200 && typeof data200 == "object" && !Array.isArray(data200)))){
const err504 = {instancePath:instancePath+"/api/namedValues/" + key50.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/api/properties/namedValues/additionalProperties/type",keyword:"type",params:{type: schema31.properties.api.properties.namedValues.additionalProperties.type}};
if(vErrors === null){
vErrors = [err504];
}
else {
vErrors.push(err504);
}
errors++;
}
if(typeof data200 === "string"){
if(data200.length > 4096){
const err505 = {instancePath:instancePath+"/api/namedValues/" + key50.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/api/properties/namedValues/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 4096}};
if(vErrors === null){
vErrors = [err505];
}
else {
vErrors.push(err505);
}
errors++;
}
if(data200.length < 1){
const err506 = {instancePath:instancePath+"/api/namedValues/" + key50.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/api/properties/namedValues/additionalProperties/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err506];
}
else {
vErrors.push(err506);
}
errors++;
}
}
if(data200 && typeof data200 == "object" && !Array.isArray(data200)){
if(data200.secret === undefined){
const err507 = {instancePath:instancePath+"/api/namedValues/" + key50.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/api/properties/namedValues/additionalProperties/required",keyword:"required",params:{missingProperty: "secret"}};
if(vErrors === null){
vErrors = [err507];
}
else {
vErrors.push(err507);
}
errors++;
}
for(const key51 in data200){
if(!(key51 === "secret")){
const err508 = {instancePath:instancePath+"/api/namedValues/" + key50.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/api/properties/namedValues/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key51}};
if(vErrors === null){
vErrors = [err508];
}
else {
vErrors.push(err508);
}
errors++;
}
}
if(data200.secret !== undefined){
let data201 = data200.secret;
if(typeof data201 === "string"){
if(data201.length > 500){
const err509 = {instancePath:instancePath+"/api/namedValues/" + key50.replace(/~/g, "~0").replace(/\//g, "~1")+"/secret",schemaPath:"#/properties/api/properties/namedValues/additionalProperties/properties/secret/maxLength",keyword:"maxLength",params:{limit: 500}};
if(vErrors === null){
vErrors = [err509];
}
else {
vErrors.push(err509);
}
errors++;
}
if(!pattern42.test(data201)){
const err510 = {instancePath:instancePath+"/api/namedValues/" + key50.replace(/~/g, "~0").replace(/\//g, "~1")+"/secret",schemaPath:"#/properties/api/properties/namedValues/additionalProperties/properties/secret/pattern",keyword:"pattern",params:{pattern: "^https://[a-z0-9-]{3,24}\\.vault\\.azure\\.net/secrets/[A-Za-z0-9-]{1,127}$"}};
if(vErrors === null){
vErrors = [err510];
}
else {
vErrors.push(err510);
}
errors++;
}
}
else {
const err511 = {instancePath:instancePath+"/api/namedValues/" + key50.replace(/~/g, "~0").replace(/\//g, "~1")+"/secret",schemaPath:"#/properties/api/properties/namedValues/additionalProperties/properties/secret/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err511];
}
else {
vErrors.push(err511);
}
errors++;
}
}
}
}
}
else {
const err512 = {instancePath:instancePath+"/api/namedValues",schemaPath:"#/properties/api/properties/namedValues/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err512];
}
else {
vErrors.push(err512);
}
errors++;
}
if(data142.logPrompts !== undefined){
let data202 = data142.logPrompts;
if(data202 && typeof data202 == "object" && !Array.isArray(data202)){
if(data202.maxSizeInBytes === undefined){
data202.maxSizeInBytes = 262144;
}
for(const key52 in data202){
if(!(key52 === "maxSizeInBytes")){
const err513 = {instancePath:instancePath+"/api/logPrompts",schemaPath:"#/properties/api/properties/logPrompts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key52}};
if(vErrors === null){
vErrors = [err513];
}
else {
vErrors.push(err513);
}
errors++;
}
}
let data203 = data202.maxSizeInBytes;
if(!(((typeof data203 == "number") && (!(data203 % 1) && !isNaN(data203))) && (isFinite(data203)))){
const err514 = {instancePath:instancePath+"/api/logPrompts/maxSizeInBytes",schemaPath:"#/properties/api/properties/logPrompts/properties/maxSizeInBytes/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err514];
}
else {
vErrors.push(err514);
}
errors++;
}
if((typeof data203 == "number") && (isFinite(data203))){
if(data203 > 262144 || isNaN(data203)){
const err515 = {instancePath:instancePath+"/api/logPrompts/maxSizeInBytes",schemaPath:"#/properties/api/properties/logPrompts/properties/maxSizeInBytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 262144}};
if(vErrors === null){
vErrors = [err515];
}
else {
vErrors.push(err515);
}
errors++;
}
if(data203 < 1 || isNaN(data203)){
const err516 = {instancePath:instancePath+"/api/logPrompts/maxSizeInBytes",schemaPath:"#/properties/api/properties/logPrompts/properties/maxSizeInBytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err516];
}
else {
vErrors.push(err516);
}
errors++;
}
}
}
else {
const err517 = {instancePath:instancePath+"/api/logPrompts",schemaPath:"#/properties/api/properties/logPrompts/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err517];
}
else {
vErrors.push(err517);
}
errors++;
}
}
}
else {
const err518 = {instancePath:instancePath+"/api",schemaPath:"#/properties/api/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err518];
}
else {
vErrors.push(err518);
}
errors++;
}
let data204 = data.smoke;
if(data204 && typeof data204 == "object" && !Array.isArray(data204)){
if(data204.prompt === undefined){
data204.prompt = "Answer with one short sentence: is the chat platform up?";
}
if(data204.firstTokenSeconds === undefined){
data204.firstTokenSeconds = 60;
}
for(const key53 in data204){
if(!(((key53 === "model") || (key53 === "prompt")) || (key53 === "firstTokenSeconds"))){
const err519 = {instancePath:instancePath+"/smoke",schemaPath:"#/properties/smoke/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key53}};
if(vErrors === null){
vErrors = [err519];
}
else {
vErrors.push(err519);
}
errors++;
}
}
if(data204.model !== undefined){
let data205 = data204.model;
if(typeof data205 === "string"){
if(data205.length < 1){
const err520 = {instancePath:instancePath+"/smoke/model",schemaPath:"#/properties/smoke/properties/model/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err520];
}
else {
vErrors.push(err520);
}
errors++;
}
}
else {
const err521 = {instancePath:instancePath+"/smoke/model",schemaPath:"#/properties/smoke/properties/model/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err521];
}
else {
vErrors.push(err521);
}
errors++;
}
}
let data206 = data204.prompt;
if(typeof data206 === "string"){
if(data206.length > 2000){
const err522 = {instancePath:instancePath+"/smoke/prompt",schemaPath:"#/properties/smoke/properties/prompt/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err522];
}
else {
vErrors.push(err522);
}
errors++;
}
if(data206.length < 1){
const err523 = {instancePath:instancePath+"/smoke/prompt",schemaPath:"#/properties/smoke/properties/prompt/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err523];
}
else {
vErrors.push(err523);
}
errors++;
}
}
else {
const err524 = {instancePath:instancePath+"/smoke/prompt",schemaPath:"#/properties/smoke/properties/prompt/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err524];
}
else {
vErrors.push(err524);
}
errors++;
}
let data207 = data204.firstTokenSeconds;
if(!(((typeof data207 == "number") && (!(data207 % 1) && !isNaN(data207))) && (isFinite(data207)))){
const err525 = {instancePath:instancePath+"/smoke/firstTokenSeconds",schemaPath:"#/properties/smoke/properties/firstTokenSeconds/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err525];
}
else {
vErrors.push(err525);
}
errors++;
}
if((typeof data207 == "number") && (isFinite(data207))){
if(data207 > 300 || isNaN(data207)){
const err526 = {instancePath:instancePath+"/smoke/firstTokenSeconds",schemaPath:"#/properties/smoke/properties/firstTokenSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 300}};
if(vErrors === null){
vErrors = [err526];
}
else {
vErrors.push(err526);
}
errors++;
}
if(data207 < 1 || isNaN(data207)){
const err527 = {instancePath:instancePath+"/smoke/firstTokenSeconds",schemaPath:"#/properties/smoke/properties/firstTokenSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err527];
}
else {
vErrors.push(err527);
}
errors++;
}
}
}
else {
const err528 = {instancePath:instancePath+"/smoke",schemaPath:"#/properties/smoke/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err528];
}
else {
vErrors.push(err528);
}
errors++;
}
}
else {
const err529 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err529];
}
else {
vErrors.push(err529);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export { schema31 as schema };
