// Made by packages/config/scripts/generate-validator.ts from environment.schema.json. Do not edit.
"use strict";
export const validate = validate20;
export default validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"environment.schema.json","title":"Environment file","type":"object","additionalProperties":false,"required":["name","location","hub"],"if":{"required":["hub"],"properties":{"hub":{"type":"object","required":["addressSpace"]}},"not":{"anyOf":[{"required":["spoke"]},{"required":["models"]}]}},"else":{"required":["spoke","models"]},"properties":{"name":{"type":"string","pattern":"^[a-z][a-z0-9-]{1,18}[a-z0-9]$","patternErrorMessage":"must be 3 to 20 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen","examples":["contoso-dev"]},"location":{"type":"string","enum":["australiacentral","australiaeast","australiasoutheast","austriaeast","belgiumcentral","brazilsouth","brazilsoutheast","canadacentral","canadaeast","centralindia","centralus","chilecentral","denmarkeast","eastasia","eastus","eastus2","francecentral","francesouth","germanynorth","germanywestcentral","indonesiacentral","israelcentral","italynorth","japaneast","japanwest","koreacentral","koreasouth","malaysiawest","mexicocentral","newzealandnorth","northcentralus","northeurope","norwayeast","norwaywest","polandcentral","qatarcentral","southafricanorth","southafricawest","southcentralus","southeastasia","southindia","spaincentral","swedencentral","swedensouth","switzerlandnorth","switzerlandwest","uaecentral","uaenorth","uksouth","ukwest","westcentralus","westeurope","westindia","westus","westus2","westus3"],"examples":["swedencentral"]},"tags":{"type":"object","default":{},"maxProperties":12,"propertyNames":{"pattern":"^[A-Za-z][^\\s<>%&\\\\?/()]{0,127}$","patternErrorMessage":"a tag's name must start with a letter, have at most 128 characters, and no space or any of < > % & \\ ? / ( )"},"additionalProperties":{"type":"string","maxLength":256},"examples":[{"cost-center":"4711","owner":"chat-team"}]},"hub":{"type":"object","additionalProperties":false,"examples":[{"addressSpace":"10.10.0.0/22","gateway":{"publisherEmail":"platform@contoso.com"}}],"properties":{"addressSpace":{"type":"string","pattern":"^\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}$","patternErrorMessage":"must be an address range in CIDR notation, such as 10.10.0.0/22","examples":["10.10.0.0/22"]},"gateway":{"type":"object","additionalProperties":false,"required":["publisherEmail"],"examples":[{"publisherEmail":"platform@contoso.com"}],"properties":{"sku":{"type":"string","enum":["Developer","Premium","StandardV2","PremiumV2"],"refused":{"values":["Consumption","Basic","BasicV2","Standard"],"message":"has no way into a virtual network, so it would not reach the models, which are private","fix":"write `Developer` for a trial, `StandardV2` for production at the lowest price, `PremiumV2` for more units or `Premium` for zones"},"default":"Developer"},"capacity":{"type":"integer","minimum":1,"maximum":31,"default":1},"zones":{"type":"array","maxItems":3,"default":[],"items":{"type":"integer","enum":[1,2,3]},"examples":[[1,2,3]]},"publisherEmail":{"type":"string","maxLength":100,"pattern":"^[^\\s@<>\"',;]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$","patternErrorMessage":"must be an e-mail address","examples":["platform@contoso.com"]},"publisherName":{"type":"string","minLength":1,"maxLength":100,"default":"Platform team","examples":["Contoso platform team"]}}},"reference":{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z][a-z0-9-]{1,18}[a-z0-9]$","patternErrorMessage":"must be 3 to 20 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen","examples":["contoso-hub"]},"subscriptionId":{"$ref":"#/$defs/guid","examples":["11111111-2222-3333-4444-555555555555"]}},"examples":[{"name":"contoso-hub"}]}},"if":{"not":{"required":["reference"]}},"then":{"required":["addressSpace","gateway"]}},"spoke":{"type":"object","additionalProperties":false,"required":["addressSpace","exposure"],"examples":[{"addressSpace":"10.10.4.0/22","exposure":{"kind":"app-gateway","hostname":"chat.contoso.com","certificate":"self-signed"}}],"properties":{"addressSpace":{"type":"string","pattern":"^\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}$","patternErrorMessage":"must be an address range in CIDR notation, such as 10.10.4.0/22","examples":["10.10.4.0/22"]},"exposure":{"type":"object","additionalProperties":false,"required":["kind"],"examples":[{"kind":"app-gateway","hostname":"chat.contoso.com","certificate":"self-signed"}],"properties":{"kind":{"type":"string","enum":["app-gateway","container-app","private"],"examples":["app-gateway"]},"hostname":{"type":"string","maxLength":253,"pattern":"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$","patternErrorMessage":"must be a full host name in lower case, without scheme, port or path","examples":["chat.contoso.com"]},"certificate":{"type":["string","object"],"examples":["self-signed",{"kind":"key-vault","secretId":"https://kv-contoso.vault.azure.net/secrets/chat"}],"if":{"type":"string"},"then":{"enum":["self-signed","managed"]},"required":["kind"],"additionalProperties":false,"properties":{"kind":{"type":"string","enum":["self-signed","managed","key-vault"],"examples":["self-signed"]},"secretId":{"type":"string","pattern":"^https://[a-z][a-z0-9-]{1,22}[a-z0-9]\\.vault\\.azure\\.net/secrets/[A-Za-z0-9-]{1,127}$","patternErrorMessage":"must be the address of a Key Vault secret without a version","examples":["https://kv-contoso.vault.azure.net/secrets/chat"]}}},"dns":{"type":"object","additionalProperties":false,"required":["zone","resourceGroup"],"examples":[{"zone":"contoso.com","resourceGroup":"rg-dns"}],"properties":{"zone":{"type":"string","maxLength":253,"pattern":"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$","patternErrorMessage":"must be a full domain name in lower case","examples":["contoso.com"]},"resourceGroup":{"type":"string","minLength":1,"maxLength":90,"pattern":"^[\\w().-]*[\\w()-]$","patternErrorMessage":"must be the name of a resource group","examples":["rg-dns"]},"subscriptionId":{"$ref":"#/$defs/guid","examples":["11111111-2222-3333-4444-555555555555"]}}},"allowedAddresses":{"type":"array","maxItems":100,"default":[],"examples":[["203.0.113.0/24"]],"items":{"type":"string","pattern":"^\\d{1,3}(\\.\\d{1,3}){3}(/\\d{1,2})?$","patternErrorMessage":"must be an IPv4 address or range such as 203.0.113.0/24"}}},"if":{"properties":{"kind":{"const":"app-gateway"}},"required":["kind"]},"then":{"required":["hostname"]}},"openWebUi":{"type":"object","additionalProperties":false,"default":{},"properties":{"version":{"type":"string","pattern":"^v\\d+\\.\\d+\\.\\d+(-slim)?(@sha256:[0-9a-f]{64})?$","patternErrorMessage":"must be a released version: v, three numbers, optionally -slim and @sha256:… (tags that move, such as main, are refused)","default":"v0.11.4@sha256:9591b13f13843c7721c2b8eaf7382846c81b3ffe126526d1888d1fed50c6a33f","examples":["v0.11.4"]},"allowDowngrade":{"type":"boolean","default":false},"cpu":{"type":"number","minimum":0.25,"maximum":4,"multipleOf":0.25,"default":1},"memoryGiB":{"type":"number","minimum":0.5,"maximum":8,"examples":[2]},"replicas":{"type":"object","additionalProperties":false,"default":{},"properties":{"min":{"type":"integer","minimum":0,"maximum":300,"default":1},"max":{"type":"integer","minimum":1,"maximum":300,"default":1}}},"environment":{"type":"object","default":{},"maxProperties":100,"propertyNames":{"pattern":"^[A-Za-z_][A-Za-z0-9_]*$","patternErrorMessage":"a variable's name must have only letters, digits and underscores, and not start with a digit"},"additionalProperties":{"type":"string","maxLength":8192},"examples":[{"WEBUI_NAME":"Contoso Chat"}]}}},"postgres":{"type":"object","additionalProperties":false,"default":{},"properties":{"sku":{"type":"string","pattern":"^Standard_(B1ms|B(2|4|8|12|16|20)ms|B2s|D(2|4|8|16|32|48|64)(s_v3|ds_v4)|D(2|4|8|16|32|48|64|96)(ds|ads)_v5|E(2|4|8|16|20|32|48|64)(s_v3|ds_v4)|E(2|4|8|16|20|32|48|64|96)(ds|ads)_v5)$","patternErrorMessage":"must be a compute size of PostgreSQL flexible server","default":"Standard_B2s","examples":["Standard_B2s","Standard_D2ds_v5"]},"storageGiB":{"type":"integer","enum":[32,64,128,256,512,1024,2048,4096,8192,16384],"default":32},"version":{"type":["integer","string"],"enum":[15,16,17,"15","16","17"],"default":16},"backupRetentionDays":{"type":"integer","minimum":7,"maximum":35,"default":7},"highAvailability":{"type":["boolean","string"],"enum":[false,true,"zone-redundant","same-zone"],"default":false},"geoRedundantBackup":{"type":"boolean","default":false},"network":{"type":"string","enum":["private-endpoint","vnet-integration"],"default":"private-endpoint"},"availabilityZone":{"type":["integer","string"],"enum":[1,2,3,"1","2","3"],"examples":[1]}}},"storage":{"type":"object","additionalProperties":false,"default":{},"properties":{"kind":{"type":"string","enum":["blob","azure-files"],"default":"blob"},"protocol":{"type":"string","enum":["nfs","smb"],"examples":["smb"]},"quotaGiB":{"type":"integer","minimum":100,"maximum":102400,"examples":[256]},"redundancy":{"type":"string","enum":["local","zone"],"default":"local"}}},"entra":{"type":"object","additionalProperties":false,"default":{},"properties":{"kind":{"type":"string","enum":["new","existing"],"default":"new"},"clientId":{"$ref":"#/$defs/guid","examples":["11111111-2222-3333-4444-555555555555"]}},"if":{"properties":{"kind":{"const":"existing"}},"required":["kind"]},"then":{"required":["clientId"]}}}},"models":{"type":"array","minItems":1,"maxItems":32,"examples":[["gpt-5-mini"]],"items":{"type":["string","object"],"pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9]$","patternErrorMessage":"must be 2 to 64 letters, digits, dots, underscores or hyphens, and start and end with a letter or digit","examples":["gpt-5-mini"],"required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9]$","patternErrorMessage":"must be 2 to 64 letters, digits, dots, underscores or hyphens, and start and end with a letter or digit","examples":["gpt-5-mini"]},"model":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,126}$","patternErrorMessage":"must be a name of Foundry's model catalogue","examples":["gpt-5-mini"]},"format":{"type":"string","enum":["OpenAI","OpenAI-OSS","xAI","Meta","Mistral AI","DeepSeek","Microsoft","Cohere","MoonshotAI","Alibaba","AI21 Labs","Core42","NVIDIA","Black Forest Labs","Stability AI","Anthropic"],"examples":["OpenAI"]},"version":{"type":"string","maxLength":64,"pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*$","patternErrorMessage":"must be a model version: letters, digits, dots, underscores and hyphens","examples":["2025-08-07"]},"sku":{"type":"string","enum":["GlobalStandard","DataZoneStandard","Standard","GlobalProvisionedManaged","DataZoneProvisionedManaged","ProvisionedManaged"],"default":"GlobalStandard"},"capacity":{"type":"integer","minimum":1,"maximum":100000,"examples":[50]},"versionUpgrade":{"type":"string","enum":["OnceNewDefaultVersionAvailable","OnceCurrentVersionExpired","NoAutoUpgrade"],"examples":["NoAutoUpgrade"]},"contentFilter":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$","patternErrorMessage":"must be the name of a content filter: at most 63 letters, digits, dots, underscores or hyphens, and start with a letter or digit","examples":["strict"]}}}},"contentFilters":{"type":"array","maxItems":16,"default":[],"examples":[[{"name":"strict","hate":"Low"}]],"items":{"type":"object","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$","patternErrorMessage":"must be the name of a content filter: at most 63 letters, digits, dots, underscores or hyphens, and start with a letter or digit","examples":["strict"]},"hate":{"$ref":"#/$defs/severity","default":"Medium"},"sexual":{"$ref":"#/$defs/severity","default":"Medium"},"violence":{"$ref":"#/$defs/severity","default":"Medium"},"selfHarm":{"$ref":"#/$defs/severity","default":"Medium"},"jailbreak":{"type":"boolean","default":true},"indirectAttack":{"type":"boolean","default":false},"protectedMaterial":{"type":"boolean","default":true},"streaming":{"type":"string","enum":["buffered","immediate"],"default":"buffered"}}}},"access":{"type":"object","additionalProperties":false,"default":{},"examples":[{"admins":[{"user":"11111111-2222-3333-4444-555555555555"}],"users":[{"group":"66666666-7777-8888-9999-aaaaaaaaaaaa"}]}],"properties":{"admins":{"type":"array","maxItems":200,"default":[],"items":{"$ref":"#/$defs/principal"}},"users":{"type":"array","maxItems":200,"default":[],"items":{"$ref":"#/$defs/principal"}}}},"limits":{"type":"object","additionalProperties":false,"default":{},"properties":{"perPerson":{"type":"object","additionalProperties":false,"default":{},"properties":{"tokensPerMinute":{"type":"integer","minimum":1,"maximum":1000000000,"default":50000},"tokenQuota":{"type":"object","additionalProperties":false,"required":["tokens","period"],"examples":[{"tokens":2000000,"period":"Monthly"}],"properties":{"tokens":{"type":"integer","minimum":1,"maximum":1000000000000,"examples":[2000000]},"period":{"type":"string","enum":["Hourly","Daily","Weekly","Monthly"],"examples":["Monthly"]}}}}},"perRole":{"type":["object","array"]},"perGroup":{"type":["object","array"]},"perModel":{"type":["object","array"]}}},"api":{"type":"object","additionalProperties":false,"default":{},"properties":{"path":{"type":"string","maxLength":60,"pattern":"^[a-z0-9]([a-z0-9._-]*[a-z0-9])?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)*$","patternErrorMessage":"must be lower-case path segments separated by /, without a leading or trailing one","examples":["openai/v1"]},"spec":{"type":"string","minLength":1,"maxLength":2000,"default":"built-in","examples":["built-in","../specs/openai.json"]}}},"smoke":{"type":"object","additionalProperties":false,"default":{},"properties":{"model":{"type":"string","minLength":1,"examples":["gpt-5-mini"]},"prompt":{"type":"string","minLength":1,"maxLength":2000,"default":"Answer with one short sentence: is the chat platform up?"},"firstTokenSeconds":{"type":"integer","minimum":1,"maximum":300,"default":60}}}},"$defs":{"severity":{"type":"string","enum":["Low","Medium","High"]},"guid":{"type":"string","pattern":"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$","patternErrorMessage":"must be a GUID"},"principal":{"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"examples":[{"group":"66666666-7777-8888-9999-aaaaaaaaaaaa"}],"properties":{"user":{"$ref":"#/$defs/guid","examples":["11111111-2222-3333-4444-555555555555"]},"group":{"$ref":"#/$defs/guid","examples":["66666666-7777-8888-9999-aaaaaaaaaaaa"]}}}}};
const schema32 = {"type":"string","pattern":"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$","patternErrorMessage":"must be a GUID"};
const schema35 = {"type":"string","enum":["Low","Medium","High"]};
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
const pattern21 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9]$", "u");
const pattern23 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]{0,126}$", "u");
const pattern24 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]*$", "u");
const pattern25 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$", "u");
const pattern29 = new RegExp("^[a-z0-9]([a-z0-9._-]*[a-z0-9])?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)*$", "u");
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
if(!((((((key6 === "addressSpace") || (key6 === "exposure")) || (key6 === "openWebUi")) || (key6 === "postgres")) || (key6 === "storage")) || (key6 === "entra"))){
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
if(data32.environment === undefined){
data32.environment = {};
}
for(const key10 in data32){
if(!((((((key10 === "version") || (key10 === "allowDowngrade")) || (key10 === "cpu")) || (key10 === "memoryGiB")) || (key10 === "replicas")) || (key10 === "environment"))){
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
let data40 = data32.environment;
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(Object.keys(data40).length > 100){
const err121 = {instancePath:instancePath+"/spoke/openWebUi/environment",schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/maxProperties",keyword:"maxProperties",params:{limit: 100}};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
for(const key12 in data40){
const _errs116 = errors;
if(typeof key12 === "string"){
if(!pattern18.test(key12)){
const err122 = {instancePath:instancePath+"/spoke/openWebUi/environment",schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},propertyName:key12};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
var valid27 = _errs116 === errors;
if(!valid27){
const err123 = {instancePath:instancePath+"/spoke/openWebUi/environment",schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/propertyNames",keyword:"propertyNames",params:{propertyName: key12}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
for(const key13 in data40){
let data41 = data40[key13];
if(typeof data41 === "string"){
if(data41.length > 8192){
const err124 = {instancePath:instancePath+"/spoke/openWebUi/environment/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 8192}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
else {
const err125 = {instancePath:instancePath+"/spoke/openWebUi/environment/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
}
else {
const err126 = {instancePath:instancePath+"/spoke/openWebUi/environment",schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
else {
const err127 = {instancePath:instancePath+"/spoke/openWebUi",schemaPath:"#/properties/spoke/properties/openWebUi/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
let data42 = data17.postgres;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(data42.sku === undefined){
data42.sku = "Standard_B2s";
}
if(data42.storageGiB === undefined){
data42.storageGiB = 32;
}
if(data42.version === undefined){
data42.version = 16;
}
if(data42.backupRetentionDays === undefined){
data42.backupRetentionDays = 7;
}
if(data42.highAvailability === undefined){
data42.highAvailability = false;
}
if(data42.geoRedundantBackup === undefined){
data42.geoRedundantBackup = false;
}
if(data42.network === undefined){
data42.network = "private-endpoint";
}
for(const key14 in data42){
if(!((((((((key14 === "sku") || (key14 === "storageGiB")) || (key14 === "version")) || (key14 === "backupRetentionDays")) || (key14 === "highAvailability")) || (key14 === "geoRedundantBackup")) || (key14 === "network")) || (key14 === "availabilityZone"))){
const err128 = {instancePath:instancePath+"/spoke/postgres",schemaPath:"#/properties/spoke/properties/postgres/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
let data43 = data42.sku;
if(typeof data43 === "string"){
if(!pattern19.test(data43)){
const err129 = {instancePath:instancePath+"/spoke/postgres/sku",schemaPath:"#/properties/spoke/properties/postgres/properties/sku/pattern",keyword:"pattern",params:{pattern: "^Standard_(B1ms|B(2|4|8|12|16|20)ms|B2s|D(2|4|8|16|32|48|64)(s_v3|ds_v4)|D(2|4|8|16|32|48|64|96)(ds|ads)_v5|E(2|4|8|16|20|32|48|64)(s_v3|ds_v4)|E(2|4|8|16|20|32|48|64|96)(ds|ads)_v5)$"}};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
else {
const err130 = {instancePath:instancePath+"/spoke/postgres/sku",schemaPath:"#/properties/spoke/properties/postgres/properties/sku/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
let data44 = data42.storageGiB;
if(!(((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44))) && (isFinite(data44)))){
const err131 = {instancePath:instancePath+"/spoke/postgres/storageGiB",schemaPath:"#/properties/spoke/properties/postgres/properties/storageGiB/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if(!((((((((((data44 === 32) || (data44 === 64)) || (data44 === 128)) || (data44 === 256)) || (data44 === 512)) || (data44 === 1024)) || (data44 === 2048)) || (data44 === 4096)) || (data44 === 8192)) || (data44 === 16384))){
const err132 = {instancePath:instancePath+"/spoke/postgres/storageGiB",schemaPath:"#/properties/spoke/properties/postgres/properties/storageGiB/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.postgres.properties.storageGiB.enum}};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
let data45 = data42.version;
if((!(((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45))) && (isFinite(data45)))) && (typeof data45 !== "string")){
const err133 = {instancePath:instancePath+"/spoke/postgres/version",schemaPath:"#/properties/spoke/properties/postgres/properties/version/type",keyword:"type",params:{type: schema31.properties.spoke.properties.postgres.properties.version.type}};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if(!((((((data45 === 15) || (data45 === 16)) || (data45 === 17)) || (data45 === "15")) || (data45 === "16")) || (data45 === "17"))){
const err134 = {instancePath:instancePath+"/spoke/postgres/version",schemaPath:"#/properties/spoke/properties/postgres/properties/version/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.postgres.properties.version.enum}};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
let data46 = data42.backupRetentionDays;
if(!(((typeof data46 == "number") && (!(data46 % 1) && !isNaN(data46))) && (isFinite(data46)))){
const err135 = {instancePath:instancePath+"/spoke/postgres/backupRetentionDays",schemaPath:"#/properties/spoke/properties/postgres/properties/backupRetentionDays/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
if((typeof data46 == "number") && (isFinite(data46))){
if(data46 > 35 || isNaN(data46)){
const err136 = {instancePath:instancePath+"/spoke/postgres/backupRetentionDays",schemaPath:"#/properties/spoke/properties/postgres/properties/backupRetentionDays/maximum",keyword:"maximum",params:{comparison: "<=", limit: 35}};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
if(data46 < 7 || isNaN(data46)){
const err137 = {instancePath:instancePath+"/spoke/postgres/backupRetentionDays",schemaPath:"#/properties/spoke/properties/postgres/properties/backupRetentionDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 7}};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
let data47 = data42.highAvailability;
if((typeof data47 !== "boolean") && (typeof data47 !== "string")){
const err138 = {instancePath:instancePath+"/spoke/postgres/highAvailability",schemaPath:"#/properties/spoke/properties/postgres/properties/highAvailability/type",keyword:"type",params:{type: schema31.properties.spoke.properties.postgres.properties.highAvailability.type}};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(!((((data47 === false) || (data47 === true)) || (data47 === "zone-redundant")) || (data47 === "same-zone"))){
const err139 = {instancePath:instancePath+"/spoke/postgres/highAvailability",schemaPath:"#/properties/spoke/properties/postgres/properties/highAvailability/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.postgres.properties.highAvailability.enum}};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(typeof data42.geoRedundantBackup !== "boolean"){
const err140 = {instancePath:instancePath+"/spoke/postgres/geoRedundantBackup",schemaPath:"#/properties/spoke/properties/postgres/properties/geoRedundantBackup/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
let data49 = data42.network;
if(typeof data49 !== "string"){
const err141 = {instancePath:instancePath+"/spoke/postgres/network",schemaPath:"#/properties/spoke/properties/postgres/properties/network/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
if(!((data49 === "private-endpoint") || (data49 === "vnet-integration"))){
const err142 = {instancePath:instancePath+"/spoke/postgres/network",schemaPath:"#/properties/spoke/properties/postgres/properties/network/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.postgres.properties.network.enum}};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
if(data42.availabilityZone !== undefined){
let data50 = data42.availabilityZone;
if((!(((typeof data50 == "number") && (!(data50 % 1) && !isNaN(data50))) && (isFinite(data50)))) && (typeof data50 !== "string")){
const err143 = {instancePath:instancePath+"/spoke/postgres/availabilityZone",schemaPath:"#/properties/spoke/properties/postgres/properties/availabilityZone/type",keyword:"type",params:{type: schema31.properties.spoke.properties.postgres.properties.availabilityZone.type}};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
if(!((((((data50 === 1) || (data50 === 2)) || (data50 === 3)) || (data50 === "1")) || (data50 === "2")) || (data50 === "3"))){
const err144 = {instancePath:instancePath+"/spoke/postgres/availabilityZone",schemaPath:"#/properties/spoke/properties/postgres/properties/availabilityZone/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.postgres.properties.availabilityZone.enum}};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
}
else {
const err145 = {instancePath:instancePath+"/spoke/postgres",schemaPath:"#/properties/spoke/properties/postgres/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
let data51 = data17.storage;
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
if(data51.kind === undefined){
data51.kind = "blob";
}
if(data51.redundancy === undefined){
data51.redundancy = "local";
}
for(const key15 in data51){
if(!((((key15 === "kind") || (key15 === "protocol")) || (key15 === "quotaGiB")) || (key15 === "redundancy"))){
const err146 = {instancePath:instancePath+"/spoke/storage",schemaPath:"#/properties/spoke/properties/storage/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
let data52 = data51.kind;
if(typeof data52 !== "string"){
const err147 = {instancePath:instancePath+"/spoke/storage/kind",schemaPath:"#/properties/spoke/properties/storage/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
if(!((data52 === "blob") || (data52 === "azure-files"))){
const err148 = {instancePath:instancePath+"/spoke/storage/kind",schemaPath:"#/properties/spoke/properties/storage/properties/kind/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.storage.properties.kind.enum}};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
if(data51.protocol !== undefined){
let data53 = data51.protocol;
if(typeof data53 !== "string"){
const err149 = {instancePath:instancePath+"/spoke/storage/protocol",schemaPath:"#/properties/spoke/properties/storage/properties/protocol/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
if(!((data53 === "nfs") || (data53 === "smb"))){
const err150 = {instancePath:instancePath+"/spoke/storage/protocol",schemaPath:"#/properties/spoke/properties/storage/properties/protocol/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.storage.properties.protocol.enum}};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
if(data51.quotaGiB !== undefined){
let data54 = data51.quotaGiB;
if(!(((typeof data54 == "number") && (!(data54 % 1) && !isNaN(data54))) && (isFinite(data54)))){
const err151 = {instancePath:instancePath+"/spoke/storage/quotaGiB",schemaPath:"#/properties/spoke/properties/storage/properties/quotaGiB/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
if((typeof data54 == "number") && (isFinite(data54))){
if(data54 > 102400 || isNaN(data54)){
const err152 = {instancePath:instancePath+"/spoke/storage/quotaGiB",schemaPath:"#/properties/spoke/properties/storage/properties/quotaGiB/maximum",keyword:"maximum",params:{comparison: "<=", limit: 102400}};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
if(data54 < 100 || isNaN(data54)){
const err153 = {instancePath:instancePath+"/spoke/storage/quotaGiB",schemaPath:"#/properties/spoke/properties/storage/properties/quotaGiB/minimum",keyword:"minimum",params:{comparison: ">=", limit: 100}};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
}
let data55 = data51.redundancy;
if(typeof data55 !== "string"){
const err154 = {instancePath:instancePath+"/spoke/storage/redundancy",schemaPath:"#/properties/spoke/properties/storage/properties/redundancy/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
if(!((data55 === "local") || (data55 === "zone"))){
const err155 = {instancePath:instancePath+"/spoke/storage/redundancy",schemaPath:"#/properties/spoke/properties/storage/properties/redundancy/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.storage.properties.redundancy.enum}};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
else {
const err156 = {instancePath:instancePath+"/spoke/storage",schemaPath:"#/properties/spoke/properties/storage/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
let data56 = data17.entra;
const _errs152 = errors;
let valid31 = true;
const _errs153 = errors;
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
let missing6;
if((data56.kind === undefined) && (missing6 = "kind")){
const err157 = {};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
else {
if(data56.kind !== undefined){
if("existing" !== data56.kind){
const err158 = {};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
}
}
var _valid5 = _errs153 === errors;
errors = _errs152;
if(vErrors !== null){
if(_errs152){
vErrors.length = _errs152;
}
else {
vErrors = null;
}
}
if(_valid5){
const _errs155 = errors;
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
if(data56.clientId === undefined){
const err159 = {instancePath:instancePath+"/spoke/entra",schemaPath:"#/properties/spoke/properties/entra/then/required",keyword:"required",params:{missingProperty: "clientId"}};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
var _valid5 = _errs155 === errors;
valid31 = _valid5;
}
if(!valid31){
const err160 = {instancePath:instancePath+"/spoke/entra",schemaPath:"#/properties/spoke/properties/entra/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
if(data56.kind === undefined){
data56.kind = "new";
}
for(const key16 in data56){
if(!((key16 === "kind") || (key16 === "clientId"))){
const err161 = {instancePath:instancePath+"/spoke/entra",schemaPath:"#/properties/spoke/properties/entra/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
let data58 = data56.kind;
if(typeof data58 !== "string"){
const err162 = {instancePath:instancePath+"/spoke/entra/kind",schemaPath:"#/properties/spoke/properties/entra/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
if(!((data58 === "new") || (data58 === "existing"))){
const err163 = {instancePath:instancePath+"/spoke/entra/kind",schemaPath:"#/properties/spoke/properties/entra/properties/kind/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.entra.properties.kind.enum}};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
if(data56.clientId !== undefined){
let data59 = data56.clientId;
if(typeof data59 === "string"){
if(!pattern9.test(data59)){
const err164 = {instancePath:instancePath+"/spoke/entra/clientId",schemaPath:"#/$defs/guid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"}};
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
const err165 = {instancePath:instancePath+"/spoke/entra/clientId",schemaPath:"#/$defs/guid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
}
else {
const err166 = {instancePath:instancePath+"/spoke/entra",schemaPath:"#/properties/spoke/properties/entra/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
else {
const err167 = {instancePath:instancePath+"/spoke",schemaPath:"#/properties/spoke/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
if(data.models !== undefined){
let data60 = data.models;
if(Array.isArray(data60)){
if(data60.length > 32){
const err168 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
if(data60.length < 1){
const err169 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
const len2 = data60.length;
for(let i2=0; i2<len2; i2++){
let data61 = data60[i2];
if((typeof data61 !== "string") && (!(data61 && typeof data61 == "object" && !Array.isArray(data61)))){
const err170 = {instancePath:instancePath+"/models/" + i2,schemaPath:"#/properties/models/items/type",keyword:"type",params:{type: schema31.properties.models.items.type}};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
if(typeof data61 === "string"){
if(!pattern21.test(data61)){
const err171 = {instancePath:instancePath+"/models/" + i2,schemaPath:"#/properties/models/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9]$"}};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
if(data61.sku === undefined){
data61.sku = "GlobalStandard";
}
if(data61.name === undefined){
const err172 = {instancePath:instancePath+"/models/" + i2,schemaPath:"#/properties/models/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
for(const key17 in data61){
if(!((((((((key17 === "name") || (key17 === "model")) || (key17 === "format")) || (key17 === "version")) || (key17 === "sku")) || (key17 === "capacity")) || (key17 === "versionUpgrade")) || (key17 === "contentFilter"))){
const err173 = {instancePath:instancePath+"/models/" + i2,schemaPath:"#/properties/models/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17}};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
if(data61.name !== undefined){
let data62 = data61.name;
if(typeof data62 === "string"){
if(!pattern21.test(data62)){
const err174 = {instancePath:instancePath+"/models/" + i2+"/name",schemaPath:"#/properties/models/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9]$"}};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
else {
const err175 = {instancePath:instancePath+"/models/" + i2+"/name",schemaPath:"#/properties/models/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
if(data61.model !== undefined){
let data63 = data61.model;
if(typeof data63 === "string"){
if(!pattern23.test(data63)){
const err176 = {instancePath:instancePath+"/models/" + i2+"/model",schemaPath:"#/properties/models/items/properties/model/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,126}$"}};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
else {
const err177 = {instancePath:instancePath+"/models/" + i2+"/model",schemaPath:"#/properties/models/items/properties/model/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
if(data61.format !== undefined){
let data64 = data61.format;
if(typeof data64 !== "string"){
const err178 = {instancePath:instancePath+"/models/" + i2+"/format",schemaPath:"#/properties/models/items/properties/format/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
if(!((((((((((((((((data64 === "OpenAI") || (data64 === "OpenAI-OSS")) || (data64 === "xAI")) || (data64 === "Meta")) || (data64 === "Mistral AI")) || (data64 === "DeepSeek")) || (data64 === "Microsoft")) || (data64 === "Cohere")) || (data64 === "MoonshotAI")) || (data64 === "Alibaba")) || (data64 === "AI21 Labs")) || (data64 === "Core42")) || (data64 === "NVIDIA")) || (data64 === "Black Forest Labs")) || (data64 === "Stability AI")) || (data64 === "Anthropic"))){
const err179 = {instancePath:instancePath+"/models/" + i2+"/format",schemaPath:"#/properties/models/items/properties/format/enum",keyword:"enum",params:{allowedValues: schema31.properties.models.items.properties.format.enum}};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
if(data61.version !== undefined){
let data65 = data61.version;
if(typeof data65 === "string"){
if(data65.length > 64){
const err180 = {instancePath:instancePath+"/models/" + i2+"/version",schemaPath:"#/properties/models/items/properties/version/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
if(!pattern24.test(data65)){
const err181 = {instancePath:instancePath+"/models/" + i2+"/version",schemaPath:"#/properties/models/items/properties/version/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"}};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
else {
const err182 = {instancePath:instancePath+"/models/" + i2+"/version",schemaPath:"#/properties/models/items/properties/version/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
let data66 = data61.sku;
if(typeof data66 !== "string"){
const err183 = {instancePath:instancePath+"/models/" + i2+"/sku",schemaPath:"#/properties/models/items/properties/sku/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
if(!((((((data66 === "GlobalStandard") || (data66 === "DataZoneStandard")) || (data66 === "Standard")) || (data66 === "GlobalProvisionedManaged")) || (data66 === "DataZoneProvisionedManaged")) || (data66 === "ProvisionedManaged"))){
const err184 = {instancePath:instancePath+"/models/" + i2+"/sku",schemaPath:"#/properties/models/items/properties/sku/enum",keyword:"enum",params:{allowedValues: schema31.properties.models.items.properties.sku.enum}};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
if(data61.capacity !== undefined){
let data67 = data61.capacity;
if(!(((typeof data67 == "number") && (!(data67 % 1) && !isNaN(data67))) && (isFinite(data67)))){
const err185 = {instancePath:instancePath+"/models/" + i2+"/capacity",schemaPath:"#/properties/models/items/properties/capacity/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
if((typeof data67 == "number") && (isFinite(data67))){
if(data67 > 100000 || isNaN(data67)){
const err186 = {instancePath:instancePath+"/models/" + i2+"/capacity",schemaPath:"#/properties/models/items/properties/capacity/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
if(data67 < 1 || isNaN(data67)){
const err187 = {instancePath:instancePath+"/models/" + i2+"/capacity",schemaPath:"#/properties/models/items/properties/capacity/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
}
if(data61.versionUpgrade !== undefined){
let data68 = data61.versionUpgrade;
if(typeof data68 !== "string"){
const err188 = {instancePath:instancePath+"/models/" + i2+"/versionUpgrade",schemaPath:"#/properties/models/items/properties/versionUpgrade/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
if(!(((data68 === "OnceNewDefaultVersionAvailable") || (data68 === "OnceCurrentVersionExpired")) || (data68 === "NoAutoUpgrade"))){
const err189 = {instancePath:instancePath+"/models/" + i2+"/versionUpgrade",schemaPath:"#/properties/models/items/properties/versionUpgrade/enum",keyword:"enum",params:{allowedValues: schema31.properties.models.items.properties.versionUpgrade.enum}};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
if(data61.contentFilter !== undefined){
let data69 = data61.contentFilter;
if(typeof data69 === "string"){
if(!pattern25.test(data69)){
const err190 = {instancePath:instancePath+"/models/" + i2+"/contentFilter",schemaPath:"#/properties/models/items/properties/contentFilter/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"}};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
else {
const err191 = {instancePath:instancePath+"/models/" + i2+"/contentFilter",schemaPath:"#/properties/models/items/properties/contentFilter/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
}
}
}
else {
const err192 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
let data70 = data.contentFilters;
if(Array.isArray(data70)){
if(data70.length > 16){
const err193 = {instancePath:instancePath+"/contentFilters",schemaPath:"#/properties/contentFilters/maxItems",keyword:"maxItems",params:{limit: 16}};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
const len3 = data70.length;
for(let i3=0; i3<len3; i3++){
let data71 = data70[i3];
if(data71 && typeof data71 == "object" && !Array.isArray(data71)){
if(data71.hate === undefined){
data71.hate = "Medium";
}
if(data71.sexual === undefined){
data71.sexual = "Medium";
}
if(data71.violence === undefined){
data71.violence = "Medium";
}
if(data71.selfHarm === undefined){
data71.selfHarm = "Medium";
}
if(data71.jailbreak === undefined){
data71.jailbreak = true;
}
if(data71.indirectAttack === undefined){
data71.indirectAttack = false;
}
if(data71.protectedMaterial === undefined){
data71.protectedMaterial = true;
}
if(data71.streaming === undefined){
data71.streaming = "buffered";
}
if(data71.name === undefined){
const err194 = {instancePath:instancePath+"/contentFilters/" + i3,schemaPath:"#/properties/contentFilters/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
for(const key18 in data71){
if(!(func1.call(schema31.properties.contentFilters.items.properties, key18))){
const err195 = {instancePath:instancePath+"/contentFilters/" + i3,schemaPath:"#/properties/contentFilters/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
if(data71.name !== undefined){
let data72 = data71.name;
if(typeof data72 === "string"){
if(!pattern25.test(data72)){
const err196 = {instancePath:instancePath+"/contentFilters/" + i3+"/name",schemaPath:"#/properties/contentFilters/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"}};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
else {
const err197 = {instancePath:instancePath+"/contentFilters/" + i3+"/name",schemaPath:"#/properties/contentFilters/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
let data73 = data71.hate;
if(typeof data73 !== "string"){
const err198 = {instancePath:instancePath+"/contentFilters/" + i3+"/hate",schemaPath:"#/$defs/severity/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
if(!(((data73 === "Low") || (data73 === "Medium")) || (data73 === "High"))){
const err199 = {instancePath:instancePath+"/contentFilters/" + i3+"/hate",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema35.enum}};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
let data74 = data71.sexual;
if(typeof data74 !== "string"){
const err200 = {instancePath:instancePath+"/contentFilters/" + i3+"/sexual",schemaPath:"#/$defs/severity/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
if(!(((data74 === "Low") || (data74 === "Medium")) || (data74 === "High"))){
const err201 = {instancePath:instancePath+"/contentFilters/" + i3+"/sexual",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema35.enum}};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
let data75 = data71.violence;
if(typeof data75 !== "string"){
const err202 = {instancePath:instancePath+"/contentFilters/" + i3+"/violence",schemaPath:"#/$defs/severity/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
if(!(((data75 === "Low") || (data75 === "Medium")) || (data75 === "High"))){
const err203 = {instancePath:instancePath+"/contentFilters/" + i3+"/violence",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema35.enum}};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
let data76 = data71.selfHarm;
if(typeof data76 !== "string"){
const err204 = {instancePath:instancePath+"/contentFilters/" + i3+"/selfHarm",schemaPath:"#/$defs/severity/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
if(!(((data76 === "Low") || (data76 === "Medium")) || (data76 === "High"))){
const err205 = {instancePath:instancePath+"/contentFilters/" + i3+"/selfHarm",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema35.enum}};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
if(typeof data71.jailbreak !== "boolean"){
const err206 = {instancePath:instancePath+"/contentFilters/" + i3+"/jailbreak",schemaPath:"#/properties/contentFilters/items/properties/jailbreak/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
if(typeof data71.indirectAttack !== "boolean"){
const err207 = {instancePath:instancePath+"/contentFilters/" + i3+"/indirectAttack",schemaPath:"#/properties/contentFilters/items/properties/indirectAttack/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
if(typeof data71.protectedMaterial !== "boolean"){
const err208 = {instancePath:instancePath+"/contentFilters/" + i3+"/protectedMaterial",schemaPath:"#/properties/contentFilters/items/properties/protectedMaterial/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
let data80 = data71.streaming;
if(typeof data80 !== "string"){
const err209 = {instancePath:instancePath+"/contentFilters/" + i3+"/streaming",schemaPath:"#/properties/contentFilters/items/properties/streaming/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
if(!((data80 === "buffered") || (data80 === "immediate"))){
const err210 = {instancePath:instancePath+"/contentFilters/" + i3+"/streaming",schemaPath:"#/properties/contentFilters/items/properties/streaming/enum",keyword:"enum",params:{allowedValues: schema31.properties.contentFilters.items.properties.streaming.enum}};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
else {
const err211 = {instancePath:instancePath+"/contentFilters/" + i3,schemaPath:"#/properties/contentFilters/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
}
else {
const err212 = {instancePath:instancePath+"/contentFilters",schemaPath:"#/properties/contentFilters/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
let data81 = data.access;
if(data81 && typeof data81 == "object" && !Array.isArray(data81)){
if(data81.admins === undefined){
data81.admins = [];
}
if(data81.users === undefined){
data81.users = [];
}
for(const key19 in data81){
if(!((key19 === "admins") || (key19 === "users"))){
const err213 = {instancePath:instancePath+"/access",schemaPath:"#/properties/access/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19}};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
let data82 = data81.admins;
if(Array.isArray(data82)){
if(data82.length > 200){
const err214 = {instancePath:instancePath+"/access/admins",schemaPath:"#/properties/access/properties/admins/maxItems",keyword:"maxItems",params:{limit: 200}};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
const len4 = data82.length;
for(let i4=0; i4<len4; i4++){
if(!(validate21(data82[i4], {instancePath:instancePath+"/access/admins/" + i4,parentData:data82,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err215 = {instancePath:instancePath+"/access/admins",schemaPath:"#/properties/access/properties/admins/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
let data84 = data81.users;
if(Array.isArray(data84)){
if(data84.length > 200){
const err216 = {instancePath:instancePath+"/access/users",schemaPath:"#/properties/access/properties/users/maxItems",keyword:"maxItems",params:{limit: 200}};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
const len5 = data84.length;
for(let i5=0; i5<len5; i5++){
if(!(validate21(data84[i5], {instancePath:instancePath+"/access/users/" + i5,parentData:data84,parentDataProperty:i5,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err217 = {instancePath:instancePath+"/access/users",schemaPath:"#/properties/access/properties/users/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
}
else {
const err218 = {instancePath:instancePath+"/access",schemaPath:"#/properties/access/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
let data86 = data.limits;
if(data86 && typeof data86 == "object" && !Array.isArray(data86)){
if(data86.perPerson === undefined){
data86.perPerson = {};
}
for(const key20 in data86){
if(!((((key20 === "perPerson") || (key20 === "perRole")) || (key20 === "perGroup")) || (key20 === "perModel"))){
const err219 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20}};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
let data87 = data86.perPerson;
if(data87 && typeof data87 == "object" && !Array.isArray(data87)){
if(data87.tokensPerMinute === undefined){
data87.tokensPerMinute = 50000;
}
for(const key21 in data87){
if(!((key21 === "tokensPerMinute") || (key21 === "tokenQuota"))){
const err220 = {instancePath:instancePath+"/limits/perPerson",schemaPath:"#/properties/limits/properties/perPerson/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21}};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
let data88 = data87.tokensPerMinute;
if(!(((typeof data88 == "number") && (!(data88 % 1) && !isNaN(data88))) && (isFinite(data88)))){
const err221 = {instancePath:instancePath+"/limits/perPerson/tokensPerMinute",schemaPath:"#/properties/limits/properties/perPerson/properties/tokensPerMinute/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
if((typeof data88 == "number") && (isFinite(data88))){
if(data88 > 1000000000 || isNaN(data88)){
const err222 = {instancePath:instancePath+"/limits/perPerson/tokensPerMinute",schemaPath:"#/properties/limits/properties/perPerson/properties/tokensPerMinute/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000}};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
if(data88 < 1 || isNaN(data88)){
const err223 = {instancePath:instancePath+"/limits/perPerson/tokensPerMinute",schemaPath:"#/properties/limits/properties/perPerson/properties/tokensPerMinute/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
}
if(data87.tokenQuota !== undefined){
let data89 = data87.tokenQuota;
if(data89 && typeof data89 == "object" && !Array.isArray(data89)){
if(data89.tokens === undefined){
const err224 = {instancePath:instancePath+"/limits/perPerson/tokenQuota",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/required",keyword:"required",params:{missingProperty: "tokens"}};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
if(data89.period === undefined){
const err225 = {instancePath:instancePath+"/limits/perPerson/tokenQuota",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/required",keyword:"required",params:{missingProperty: "period"}};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
for(const key22 in data89){
if(!((key22 === "tokens") || (key22 === "period"))){
const err226 = {instancePath:instancePath+"/limits/perPerson/tokenQuota",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22}};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
}
if(data89.tokens !== undefined){
let data90 = data89.tokens;
if(!(((typeof data90 == "number") && (!(data90 % 1) && !isNaN(data90))) && (isFinite(data90)))){
const err227 = {instancePath:instancePath+"/limits/perPerson/tokenQuota/tokens",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/properties/tokens/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
if((typeof data90 == "number") && (isFinite(data90))){
if(data90 > 1000000000000 || isNaN(data90)){
const err228 = {instancePath:instancePath+"/limits/perPerson/tokenQuota/tokens",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/properties/tokens/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000}};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
if(data90 < 1 || isNaN(data90)){
const err229 = {instancePath:instancePath+"/limits/perPerson/tokenQuota/tokens",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/properties/tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
if(data89.period !== undefined){
let data91 = data89.period;
if(typeof data91 !== "string"){
const err230 = {instancePath:instancePath+"/limits/perPerson/tokenQuota/period",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/properties/period/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
if(!((((data91 === "Hourly") || (data91 === "Daily")) || (data91 === "Weekly")) || (data91 === "Monthly"))){
const err231 = {instancePath:instancePath+"/limits/perPerson/tokenQuota/period",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/properties/period/enum",keyword:"enum",params:{allowedValues: schema31.properties.limits.properties.perPerson.properties.tokenQuota.properties.period.enum}};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
}
}
else {
const err232 = {instancePath:instancePath+"/limits/perPerson/tokenQuota",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
}
}
else {
const err233 = {instancePath:instancePath+"/limits/perPerson",schemaPath:"#/properties/limits/properties/perPerson/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
if(data86.perRole !== undefined){
let data92 = data86.perRole;
if(!data92 || typeof data92 != "object"){
const err234 = {instancePath:instancePath+"/limits/perRole",schemaPath:"#/properties/limits/properties/perRole/type",keyword:"type",params:{type: schema31.properties.limits.properties.perRole.type}};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
}
if(data86.perGroup !== undefined){
let data93 = data86.perGroup;
if(!data93 || typeof data93 != "object"){
const err235 = {instancePath:instancePath+"/limits/perGroup",schemaPath:"#/properties/limits/properties/perGroup/type",keyword:"type",params:{type: schema31.properties.limits.properties.perGroup.type}};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
}
if(data86.perModel !== undefined){
let data94 = data86.perModel;
if(!data94 || typeof data94 != "object"){
const err236 = {instancePath:instancePath+"/limits/perModel",schemaPath:"#/properties/limits/properties/perModel/type",keyword:"type",params:{type: schema31.properties.limits.properties.perModel.type}};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
}
}
else {
const err237 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
let data95 = data.api;
if(data95 && typeof data95 == "object" && !Array.isArray(data95)){
if(data95.spec === undefined){
data95.spec = "built-in";
}
for(const key23 in data95){
if(!((key23 === "path") || (key23 === "spec"))){
const err238 = {instancePath:instancePath+"/api",schemaPath:"#/properties/api/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23}};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
}
if(data95.path !== undefined){
let data96 = data95.path;
if(typeof data96 === "string"){
if(data96.length > 60){
const err239 = {instancePath:instancePath+"/api/path",schemaPath:"#/properties/api/properties/path/maxLength",keyword:"maxLength",params:{limit: 60}};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
if(!pattern29.test(data96)){
const err240 = {instancePath:instancePath+"/api/path",schemaPath:"#/properties/api/properties/path/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9._-]*[a-z0-9])?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)*$"}};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
}
else {
const err241 = {instancePath:instancePath+"/api/path",schemaPath:"#/properties/api/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
}
let data97 = data95.spec;
if(typeof data97 === "string"){
if(data97.length > 2000){
const err242 = {instancePath:instancePath+"/api/spec",schemaPath:"#/properties/api/properties/spec/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
if(data97.length < 1){
const err243 = {instancePath:instancePath+"/api/spec",schemaPath:"#/properties/api/properties/spec/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
}
else {
const err244 = {instancePath:instancePath+"/api/spec",schemaPath:"#/properties/api/properties/spec/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
}
else {
const err245 = {instancePath:instancePath+"/api",schemaPath:"#/properties/api/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
let data98 = data.smoke;
if(data98 && typeof data98 == "object" && !Array.isArray(data98)){
if(data98.prompt === undefined){
data98.prompt = "Answer with one short sentence: is the chat platform up?";
}
if(data98.firstTokenSeconds === undefined){
data98.firstTokenSeconds = 60;
}
for(const key24 in data98){
if(!(((key24 === "model") || (key24 === "prompt")) || (key24 === "firstTokenSeconds"))){
const err246 = {instancePath:instancePath+"/smoke",schemaPath:"#/properties/smoke/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24}};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
}
if(data98.model !== undefined){
let data99 = data98.model;
if(typeof data99 === "string"){
if(data99.length < 1){
const err247 = {instancePath:instancePath+"/smoke/model",schemaPath:"#/properties/smoke/properties/model/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
}
else {
const err248 = {instancePath:instancePath+"/smoke/model",schemaPath:"#/properties/smoke/properties/model/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
}
let data100 = data98.prompt;
if(typeof data100 === "string"){
if(data100.length > 2000){
const err249 = {instancePath:instancePath+"/smoke/prompt",schemaPath:"#/properties/smoke/properties/prompt/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
if(data100.length < 1){
const err250 = {instancePath:instancePath+"/smoke/prompt",schemaPath:"#/properties/smoke/properties/prompt/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
}
else {
const err251 = {instancePath:instancePath+"/smoke/prompt",schemaPath:"#/properties/smoke/properties/prompt/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
let data101 = data98.firstTokenSeconds;
if(!(((typeof data101 == "number") && (!(data101 % 1) && !isNaN(data101))) && (isFinite(data101)))){
const err252 = {instancePath:instancePath+"/smoke/firstTokenSeconds",schemaPath:"#/properties/smoke/properties/firstTokenSeconds/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
if((typeof data101 == "number") && (isFinite(data101))){
if(data101 > 300 || isNaN(data101)){
const err253 = {instancePath:instancePath+"/smoke/firstTokenSeconds",schemaPath:"#/properties/smoke/properties/firstTokenSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 300}};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
if(data101 < 1 || isNaN(data101)){
const err254 = {instancePath:instancePath+"/smoke/firstTokenSeconds",schemaPath:"#/properties/smoke/properties/firstTokenSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
}
}
else {
const err255 = {instancePath:instancePath+"/smoke",schemaPath:"#/properties/smoke/type",keyword:"type",params:{type: "object"}};
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
const err256 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export { schema31 as schema };
