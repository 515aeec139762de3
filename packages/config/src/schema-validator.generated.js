// Made by packages/config/scripts/generate-validator.ts from environment.schema.json. Do not edit.
"use strict";
export const validate = validate20;
export default validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"environment.schema.json","title":"Environment file","type":"object","additionalProperties":false,"required":["name","location","hub"],"if":{"required":["hub"],"properties":{"hub":{"type":"object","required":["addressSpace"]}},"not":{"anyOf":[{"required":["spoke"]},{"required":["models"]}]}},"else":{"required":["spoke","models"]},"properties":{"name":{"type":"string","pattern":"^[a-z][a-z0-9-]{1,18}[a-z0-9]$","patternErrorMessage":"must be 3 to 20 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen","examples":["contoso-dev"]},"location":{"type":"string","enum":["australiacentral","australiaeast","australiasoutheast","austriaeast","belgiumcentral","brazilsouth","brazilsoutheast","canadacentral","canadaeast","centralindia","centralus","chilecentral","denmarkeast","eastasia","eastus","eastus2","francecentral","francesouth","germanynorth","germanywestcentral","indonesiacentral","israelcentral","italynorth","japaneast","japanwest","koreacentral","koreasouth","malaysiawest","mexicocentral","newzealandnorth","northcentralus","northeurope","norwayeast","norwaywest","polandcentral","qatarcentral","southafricanorth","southafricawest","southcentralus","southeastasia","southindia","spaincentral","swedencentral","swedensouth","switzerlandnorth","switzerlandwest","uaecentral","uaenorth","uksouth","ukwest","westcentralus","westeurope","westindia","westus","westus2","westus3"],"examples":["swedencentral"]},"tags":{"type":"object","default":{},"maxProperties":12,"propertyNames":{"pattern":"^[A-Za-z][^\\s<>%&\\\\?/()]{0,127}$","patternErrorMessage":"a tag's name must start with a letter, have at most 128 characters, and no space or any of < > % & \\ ? / ( )"},"additionalProperties":{"type":"string","maxLength":256},"examples":[{"cost-center":"4711","owner":"chat-team"}]},"hub":{"type":"object","additionalProperties":false,"examples":[{"addressSpace":"10.10.0.0/22","gateway":{"publisherEmail":"platform@contoso.com"}}],"properties":{"addressSpace":{"type":"string","pattern":"^\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}$","patternErrorMessage":"must be an address range in CIDR notation, such as 10.10.0.0/22","examples":["10.10.0.0/22"]},"gateway":{"type":"object","additionalProperties":false,"required":["publisherEmail"],"examples":[{"publisherEmail":"platform@contoso.com"}],"properties":{"sku":{"type":"string","enum":["Developer","Premium","StandardV2","PremiumV2"],"default":"Developer"},"capacity":{"type":"integer","minimum":1,"maximum":31,"default":1},"publisherEmail":{"type":"string","maxLength":100,"pattern":"^[^\\s@<>\"',;]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$","patternErrorMessage":"must be an e-mail address","examples":["platform@contoso.com"]},"publisherName":{"type":"string","minLength":1,"maxLength":100,"default":"Platform team","examples":["Contoso platform team"]}}},"reference":{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z][a-z0-9-]{1,18}[a-z0-9]$","patternErrorMessage":"must be 3 to 20 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen","examples":["contoso-hub"]},"subscriptionId":{"$ref":"#/$defs/guid","examples":["11111111-2222-3333-4444-555555555555"]}},"examples":[{"name":"contoso-hub"}]}},"if":{"not":{"required":["reference"]}},"then":{"required":["addressSpace","gateway"]}},"spoke":{"type":"object","additionalProperties":false,"required":["addressSpace","exposure"],"examples":[{"addressSpace":"10.10.4.0/22","exposure":{"kind":"app-gateway","hostname":"chat.contoso.com","certificate":"self-signed"}}],"properties":{"addressSpace":{"type":"string","pattern":"^\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}$","patternErrorMessage":"must be an address range in CIDR notation, such as 10.10.4.0/22","examples":["10.10.4.0/22"]},"exposure":{"type":"object","additionalProperties":false,"required":["kind"],"examples":[{"kind":"app-gateway","hostname":"chat.contoso.com","certificate":"self-signed"}],"properties":{"kind":{"type":"string","enum":["app-gateway","container-app","private"],"examples":["app-gateway"]},"hostname":{"type":"string","maxLength":253,"pattern":"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$","patternErrorMessage":"must be a full host name in lower case, without scheme, port or path","examples":["chat.contoso.com"]},"certificate":{"type":["string","object"],"examples":["self-signed",{"kind":"key-vault","secretId":"https://kv-contoso.vault.azure.net/secrets/chat"}],"if":{"type":"string"},"then":{"enum":["self-signed","managed"]},"required":["kind"],"additionalProperties":false,"properties":{"kind":{"type":"string","enum":["self-signed","managed","key-vault"],"examples":["self-signed"]},"secretId":{"type":"string","pattern":"^https://[a-z][a-z0-9-]{1,22}[a-z0-9]\\.vault\\.azure\\.net/secrets/[A-Za-z0-9-]{1,127}$","patternErrorMessage":"must be the address of a Key Vault secret without a version","examples":["https://kv-contoso.vault.azure.net/secrets/chat"]}}},"dns":{"type":"object","additionalProperties":false,"required":["zone","resourceGroup"],"examples":[{"zone":"contoso.com","resourceGroup":"rg-dns"}],"properties":{"zone":{"type":"string","maxLength":253,"pattern":"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$","patternErrorMessage":"must be a full domain name in lower case","examples":["contoso.com"]},"resourceGroup":{"type":"string","minLength":1,"maxLength":90,"pattern":"^[\\w().-]*[\\w()-]$","patternErrorMessage":"must be the name of a resource group","examples":["rg-dns"]},"subscriptionId":{"$ref":"#/$defs/guid","examples":["11111111-2222-3333-4444-555555555555"]}}},"allowedAddresses":{"type":"array","maxItems":100,"default":[],"examples":[["203.0.113.0/24"]],"items":{"type":"string","pattern":"^\\d{1,3}(\\.\\d{1,3}){3}(/\\d{1,2})?$","patternErrorMessage":"must be an IPv4 address or range such as 203.0.113.0/24"}}},"if":{"properties":{"kind":{"const":"app-gateway"}},"required":["kind"]},"then":{"required":["hostname"]}},"openWebUi":{"type":"object","additionalProperties":false,"default":{},"properties":{"version":{"type":"string","pattern":"^v\\d+\\.\\d+\\.\\d+(-slim)?(@sha256:[0-9a-f]{64})?$","patternErrorMessage":"must be a released version: v, three numbers, optionally -slim and @sha256:… (tags that move, such as main, are refused)","default":"v0.11.4@sha256:9591b13f13843c7721c2b8eaf7382846c81b3ffe126526d1888d1fed50c6a33f","examples":["v0.11.4"]},"allowDowngrade":{"type":"boolean","default":false},"cpu":{"type":"number","minimum":0.25,"maximum":4,"multipleOf":0.25,"default":1},"memoryGiB":{"type":"number","minimum":0.5,"maximum":8,"examples":[2]},"replicas":{"type":"object","additionalProperties":false,"default":{},"properties":{"min":{"type":"integer","minimum":0,"maximum":300,"default":1},"max":{"type":"integer","minimum":1,"maximum":300,"default":1}}},"environment":{"type":"object","default":{},"maxProperties":100,"propertyNames":{"pattern":"^[A-Za-z_][A-Za-z0-9_]*$","patternErrorMessage":"a variable's name must have only letters, digits and underscores, and not start with a digit"},"additionalProperties":{"type":"string","maxLength":8192},"examples":[{"WEBUI_NAME":"Contoso Chat"}]}}},"postgres":{"type":"object","additionalProperties":false,"default":{},"properties":{"sku":{"type":"string","pattern":"^Standard_(B1ms|B(2|4|8|12|16|20)ms|B2s|D(2|4|8|16|32|48|64)(s_v3|ds_v4)|D(2|4|8|16|32|48|64|96)(ds|ads)_v5|E(2|4|8|16|20|32|48|64)(s_v3|ds_v4)|E(2|4|8|16|20|32|48|64|96)(ds|ads)_v5)$","patternErrorMessage":"must be a compute size of PostgreSQL flexible server","default":"Standard_B2s","examples":["Standard_B2s","Standard_D2ds_v5"]},"storageGiB":{"type":"integer","enum":[32,64,128,256,512,1024,2048,4096,8192,16384],"default":32},"version":{"type":["integer","string"],"enum":[15,16,17,"15","16","17"],"default":16},"backupRetentionDays":{"type":"integer","minimum":7,"maximum":35,"default":7},"highAvailability":{"type":["boolean","string"],"enum":[false,true,"zone-redundant","same-zone"],"default":false},"geoRedundantBackup":{"type":"boolean","default":false},"network":{"type":"string","enum":["private-endpoint","vnet-integration"],"default":"private-endpoint"},"availabilityZone":{"type":["integer","string"],"enum":[1,2,3,"1","2","3"],"examples":[1]}}},"storage":{"type":"object","additionalProperties":false,"default":{},"properties":{"kind":{"type":"string","enum":["blob","azure-files"],"default":"blob"}}},"entra":{"type":"object","additionalProperties":false,"default":{},"properties":{"kind":{"type":"string","enum":["new","existing"],"default":"new"},"clientId":{"$ref":"#/$defs/guid","examples":["11111111-2222-3333-4444-555555555555"]}},"if":{"properties":{"kind":{"const":"existing"}},"required":["kind"]},"then":{"required":["clientId"]}}}},"models":{"type":"array","minItems":1,"maxItems":32,"examples":[["gpt-5-mini"]],"items":{"type":["string","object"],"pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9]$","patternErrorMessage":"must be 2 to 64 letters, digits, dots, underscores or hyphens, and start and end with a letter or digit","examples":["gpt-5-mini"],"required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9]$","patternErrorMessage":"must be 2 to 64 letters, digits, dots, underscores or hyphens, and start and end with a letter or digit","examples":["gpt-5-mini"]},"model":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,126}$","patternErrorMessage":"must be a name of Foundry's model catalogue","examples":["gpt-5-mini"]},"format":{"type":"string","enum":["OpenAI","OpenAI-OSS","xAI","Meta","Mistral AI","DeepSeek","Microsoft","Cohere","MoonshotAI","Alibaba","AI21 Labs","Core42","NVIDIA","Black Forest Labs","Stability AI","Anthropic"],"examples":["OpenAI"]},"version":{"type":"string","maxLength":64,"pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*$","patternErrorMessage":"must be a model version: letters, digits, dots, underscores and hyphens","examples":["2025-08-07"]},"sku":{"type":"string","enum":["GlobalStandard","DataZoneStandard","Standard","GlobalProvisionedManaged","DataZoneProvisionedManaged","ProvisionedManaged"],"default":"GlobalStandard"},"capacity":{"type":"integer","minimum":1,"maximum":100000,"examples":[50]},"versionUpgrade":{"type":"string","enum":["OnceNewDefaultVersionAvailable","OnceCurrentVersionExpired","NoAutoUpgrade"],"examples":["NoAutoUpgrade"]},"contentFilter":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$","patternErrorMessage":"must be the name of a content filter: at most 63 letters, digits, dots, underscores or hyphens, and start with a letter or digit","examples":["strict"]}}}},"contentFilters":{"type":"array","maxItems":16,"default":[],"examples":[[{"name":"strict","hate":"Low"}]],"items":{"type":"object","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$","patternErrorMessage":"must be the name of a content filter: at most 63 letters, digits, dots, underscores or hyphens, and start with a letter or digit","examples":["strict"]},"hate":{"$ref":"#/$defs/severity","default":"Medium"},"sexual":{"$ref":"#/$defs/severity","default":"Medium"},"violence":{"$ref":"#/$defs/severity","default":"Medium"},"selfHarm":{"$ref":"#/$defs/severity","default":"Medium"},"jailbreak":{"type":"boolean","default":true},"indirectAttack":{"type":"boolean","default":false},"protectedMaterial":{"type":"boolean","default":true},"streaming":{"type":"string","enum":["buffered","immediate"],"default":"buffered"}}}},"access":{"type":"object","additionalProperties":false,"default":{},"examples":[{"admins":[{"user":"11111111-2222-3333-4444-555555555555"}],"users":[{"group":"66666666-7777-8888-9999-aaaaaaaaaaaa"}]}],"properties":{"admins":{"type":"array","maxItems":200,"default":[],"items":{"$ref":"#/$defs/principal"}},"users":{"type":"array","maxItems":200,"default":[],"items":{"$ref":"#/$defs/principal"}}}},"limits":{"type":"object","additionalProperties":false,"default":{},"properties":{"perPerson":{"type":"object","additionalProperties":false,"default":{},"properties":{"tokensPerMinute":{"type":"integer","minimum":1,"maximum":1000000000,"default":50000},"tokenQuota":{"type":"object","additionalProperties":false,"required":["tokens","period"],"examples":[{"tokens":2000000,"period":"Monthly"}],"properties":{"tokens":{"type":"integer","minimum":1,"maximum":1000000000000,"examples":[2000000]},"period":{"type":"string","enum":["Hourly","Daily","Weekly","Monthly"],"examples":["Monthly"]}}}}},"perRole":{"type":["object","array"]},"perGroup":{"type":["object","array"]},"perModel":{"type":["object","array"]}}},"api":{"type":"object","additionalProperties":false,"default":{},"properties":{"path":{"type":"string","maxLength":60,"pattern":"^[a-z0-9]([a-z0-9._-]*[a-z0-9])?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)*$","patternErrorMessage":"must be lower-case path segments separated by /, without a leading or trailing one","examples":["openai/v1"]},"spec":{"type":"string","minLength":1,"maxLength":2000,"default":"built-in","examples":["built-in","../specs/openai.json"]}}},"smoke":{"type":"object","additionalProperties":false,"default":{},"properties":{"model":{"type":"string","minLength":1,"examples":["gpt-5-mini"]},"prompt":{"type":"string","minLength":1,"maxLength":2000,"default":"Answer with one short sentence: is the chat platform up?"},"firstTokenSeconds":{"type":"integer","minimum":1,"maximum":300,"default":60}}}},"$defs":{"severity":{"type":"string","enum":["Low","Medium","High"]},"guid":{"type":"string","pattern":"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$","patternErrorMessage":"must be a GUID"},"principal":{"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"examples":[{"group":"66666666-7777-8888-9999-aaaaaaaaaaaa"}],"properties":{"user":{"$ref":"#/$defs/guid","examples":["11111111-2222-3333-4444-555555555555"]},"group":{"$ref":"#/$defs/guid","examples":["66666666-7777-8888-9999-aaaaaaaaaaaa"]}}}}};
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
if(!((((key4 === "sku") || (key4 === "capacity")) || (key4 === "publisherEmail")) || (key4 === "publisherName"))){
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
if(data7.publisherEmail !== undefined){
let data10 = data7.publisherEmail;
if(typeof data10 === "string"){
if(data10.length > 100){
const err39 = {instancePath:instancePath+"/hub/gateway/publisherEmail",schemaPath:"#/properties/hub/properties/gateway/properties/publisherEmail/maxLength",keyword:"maxLength",params:{limit: 100}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(!pattern7.test(data10)){
const err40 = {instancePath:instancePath+"/hub/gateway/publisherEmail",schemaPath:"#/properties/hub/properties/gateway/properties/publisherEmail/pattern",keyword:"pattern",params:{pattern: "^[^\\s@<>\"',;]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/hub/gateway/publisherEmail",schemaPath:"#/properties/hub/properties/gateway/properties/publisherEmail/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
let data11 = data7.publisherName;
if(typeof data11 === "string"){
if(data11.length > 100){
const err42 = {instancePath:instancePath+"/hub/gateway/publisherName",schemaPath:"#/properties/hub/properties/gateway/properties/publisherName/maxLength",keyword:"maxLength",params:{limit: 100}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data11.length < 1){
const err43 = {instancePath:instancePath+"/hub/gateway/publisherName",schemaPath:"#/properties/hub/properties/gateway/properties/publisherName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/hub/gateway/publisherName",schemaPath:"#/properties/hub/properties/gateway/properties/publisherName/type",keyword:"type",params:{type: "string"}};
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
const err45 = {instancePath:instancePath+"/hub/gateway",schemaPath:"#/properties/hub/properties/gateway/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data5.reference !== undefined){
let data12 = data5.reference;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.name === undefined){
const err46 = {instancePath:instancePath+"/hub/reference",schemaPath:"#/properties/hub/properties/reference/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
for(const key5 in data12){
if(!((key5 === "name") || (key5 === "subscriptionId"))){
const err47 = {instancePath:instancePath+"/hub/reference",schemaPath:"#/properties/hub/properties/reference/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data12.name !== undefined){
let data13 = data12.name;
if(typeof data13 === "string"){
if(!pattern4.test(data13)){
const err48 = {instancePath:instancePath+"/hub/reference/name",schemaPath:"#/properties/hub/properties/reference/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]{1,18}[a-z0-9]$"}};
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
const err49 = {instancePath:instancePath+"/hub/reference/name",schemaPath:"#/properties/hub/properties/reference/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data12.subscriptionId !== undefined){
let data14 = data12.subscriptionId;
if(typeof data14 === "string"){
if(!pattern9.test(data14)){
const err50 = {instancePath:instancePath+"/hub/reference/subscriptionId",schemaPath:"#/$defs/guid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/hub/reference/subscriptionId",schemaPath:"#/$defs/guid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath:instancePath+"/hub/reference",schemaPath:"#/properties/hub/properties/reference/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath:instancePath+"/hub",schemaPath:"#/properties/hub/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data.spoke !== undefined){
let data15 = data.spoke;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.openWebUi === undefined){
data15.openWebUi = {};
}
if(data15.postgres === undefined){
data15.postgres = {};
}
if(data15.storage === undefined){
data15.storage = {};
}
if(data15.entra === undefined){
data15.entra = {};
}
if(data15.addressSpace === undefined){
const err54 = {instancePath:instancePath+"/spoke",schemaPath:"#/properties/spoke/required",keyword:"required",params:{missingProperty: "addressSpace"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(data15.exposure === undefined){
const err55 = {instancePath:instancePath+"/spoke",schemaPath:"#/properties/spoke/required",keyword:"required",params:{missingProperty: "exposure"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
for(const key6 in data15){
if(!((((((key6 === "addressSpace") || (key6 === "exposure")) || (key6 === "openWebUi")) || (key6 === "postgres")) || (key6 === "storage")) || (key6 === "entra"))){
const err56 = {instancePath:instancePath+"/spoke",schemaPath:"#/properties/spoke/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data15.addressSpace !== undefined){
let data16 = data15.addressSpace;
if(typeof data16 === "string"){
if(!pattern6.test(data16)){
const err57 = {instancePath:instancePath+"/spoke/addressSpace",schemaPath:"#/properties/spoke/properties/addressSpace/pattern",keyword:"pattern",params:{pattern: "^\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}$"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
else {
const err58 = {instancePath:instancePath+"/spoke/addressSpace",schemaPath:"#/properties/spoke/properties/addressSpace/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data15.exposure !== undefined){
let data17 = data15.exposure;
const _errs58 = errors;
let valid14 = true;
const _errs59 = errors;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
let missing5;
if((data17.kind === undefined) && (missing5 = "kind")){
const err59 = {};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
else {
if(data17.kind !== undefined){
if("app-gateway" !== data17.kind){
const err60 = {};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
}
var _valid3 = _errs59 === errors;
errors = _errs58;
if(vErrors !== null){
if(_errs58){
vErrors.length = _errs58;
}
else {
vErrors = null;
}
}
if(_valid3){
const _errs61 = errors;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.hostname === undefined){
const err61 = {instancePath:instancePath+"/spoke/exposure",schemaPath:"#/properties/spoke/properties/exposure/then/required",keyword:"required",params:{missingProperty: "hostname"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
var _valid3 = _errs61 === errors;
valid14 = _valid3;
}
if(!valid14){
const err62 = {instancePath:instancePath+"/spoke/exposure",schemaPath:"#/properties/spoke/properties/exposure/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.allowedAddresses === undefined){
data17.allowedAddresses = [];
}
if(data17.kind === undefined){
const err63 = {instancePath:instancePath+"/spoke/exposure",schemaPath:"#/properties/spoke/properties/exposure/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
for(const key7 in data17){
if(!(((((key7 === "kind") || (key7 === "hostname")) || (key7 === "certificate")) || (key7 === "dns")) || (key7 === "allowedAddresses"))){
const err64 = {instancePath:instancePath+"/spoke/exposure",schemaPath:"#/properties/spoke/properties/exposure/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data17.kind !== undefined){
let data19 = data17.kind;
if(typeof data19 !== "string"){
const err65 = {instancePath:instancePath+"/spoke/exposure/kind",schemaPath:"#/properties/spoke/properties/exposure/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(!(((data19 === "app-gateway") || (data19 === "container-app")) || (data19 === "private"))){
const err66 = {instancePath:instancePath+"/spoke/exposure/kind",schemaPath:"#/properties/spoke/properties/exposure/properties/kind/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.exposure.properties.kind.enum}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data17.hostname !== undefined){
let data20 = data17.hostname;
if(typeof data20 === "string"){
if(data20.length > 253){
const err67 = {instancePath:instancePath+"/spoke/exposure/hostname",schemaPath:"#/properties/spoke/properties/exposure/properties/hostname/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(!pattern11.test(data20)){
const err68 = {instancePath:instancePath+"/spoke/exposure/hostname",schemaPath:"#/properties/spoke/properties/exposure/properties/hostname/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
else {
const err69 = {instancePath:instancePath+"/spoke/exposure/hostname",schemaPath:"#/properties/spoke/properties/exposure/properties/hostname/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data17.certificate !== undefined){
let data21 = data17.certificate;
if((typeof data21 !== "string") && (!(data21 && typeof data21 == "object" && !Array.isArray(data21)))){
const err70 = {instancePath:instancePath+"/spoke/exposure/certificate",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/type",keyword:"type",params:{type: schema31.properties.spoke.properties.exposure.properties.certificate.type}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
const _errs69 = errors;
let valid17 = true;
const _errs70 = errors;
if(typeof data21 !== "string"){
const err71 = {};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
var _valid4 = _errs70 === errors;
errors = _errs69;
if(vErrors !== null){
if(_errs69){
vErrors.length = _errs69;
}
else {
vErrors = null;
}
}
if(_valid4){
const _errs72 = errors;
if(!((data21 === "self-signed") || (data21 === "managed"))){
const err72 = {instancePath:instancePath+"/spoke/exposure/certificate",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/then/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.exposure.properties.certificate.then.enum}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
var _valid4 = _errs72 === errors;
valid17 = _valid4;
}
if(!valid17){
const err73 = {instancePath:instancePath+"/spoke/exposure/certificate",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.kind === undefined){
const err74 = {instancePath:instancePath+"/spoke/exposure/certificate",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
for(const key8 in data21){
if(!((key8 === "kind") || (key8 === "secretId"))){
const err75 = {instancePath:instancePath+"/spoke/exposure/certificate",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data21.kind !== undefined){
let data22 = data21.kind;
if(typeof data22 !== "string"){
const err76 = {instancePath:instancePath+"/spoke/exposure/certificate/kind",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(!(((data22 === "self-signed") || (data22 === "managed")) || (data22 === "key-vault"))){
const err77 = {instancePath:instancePath+"/spoke/exposure/certificate/kind",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/properties/kind/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.exposure.properties.certificate.properties.kind.enum}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data21.secretId !== undefined){
let data23 = data21.secretId;
if(typeof data23 === "string"){
if(!pattern12.test(data23)){
const err78 = {instancePath:instancePath+"/spoke/exposure/certificate/secretId",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/properties/secretId/pattern",keyword:"pattern",params:{pattern: "^https://[a-z][a-z0-9-]{1,22}[a-z0-9]\\.vault\\.azure\\.net/secrets/[A-Za-z0-9-]{1,127}$"}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
else {
const err79 = {instancePath:instancePath+"/spoke/exposure/certificate/secretId",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/properties/secretId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
}
if(data17.dns !== undefined){
let data24 = data17.dns;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
if(data24.zone === undefined){
const err80 = {instancePath:instancePath+"/spoke/exposure/dns",schemaPath:"#/properties/spoke/properties/exposure/properties/dns/required",keyword:"required",params:{missingProperty: "zone"}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(data24.resourceGroup === undefined){
const err81 = {instancePath:instancePath+"/spoke/exposure/dns",schemaPath:"#/properties/spoke/properties/exposure/properties/dns/required",keyword:"required",params:{missingProperty: "resourceGroup"}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
for(const key9 in data24){
if(!(((key9 === "zone") || (key9 === "resourceGroup")) || (key9 === "subscriptionId"))){
const err82 = {instancePath:instancePath+"/spoke/exposure/dns",schemaPath:"#/properties/spoke/properties/exposure/properties/dns/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data24.zone !== undefined){
let data25 = data24.zone;
if(typeof data25 === "string"){
if(data25.length > 253){
const err83 = {instancePath:instancePath+"/spoke/exposure/dns/zone",schemaPath:"#/properties/spoke/properties/exposure/properties/dns/properties/zone/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
if(!pattern11.test(data25)){
const err84 = {instancePath:instancePath+"/spoke/exposure/dns/zone",schemaPath:"#/properties/spoke/properties/exposure/properties/dns/properties/zone/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$"}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
else {
const err85 = {instancePath:instancePath+"/spoke/exposure/dns/zone",schemaPath:"#/properties/spoke/properties/exposure/properties/dns/properties/zone/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data24.resourceGroup !== undefined){
let data26 = data24.resourceGroup;
if(typeof data26 === "string"){
if(data26.length > 90){
const err86 = {instancePath:instancePath+"/spoke/exposure/dns/resourceGroup",schemaPath:"#/properties/spoke/properties/exposure/properties/dns/properties/resourceGroup/maxLength",keyword:"maxLength",params:{limit: 90}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(data26.length < 1){
const err87 = {instancePath:instancePath+"/spoke/exposure/dns/resourceGroup",schemaPath:"#/properties/spoke/properties/exposure/properties/dns/properties/resourceGroup/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(!pattern14.test(data26)){
const err88 = {instancePath:instancePath+"/spoke/exposure/dns/resourceGroup",schemaPath:"#/properties/spoke/properties/exposure/properties/dns/properties/resourceGroup/pattern",keyword:"pattern",params:{pattern: "^[\\w().-]*[\\w()-]$"}};
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
const err89 = {instancePath:instancePath+"/spoke/exposure/dns/resourceGroup",schemaPath:"#/properties/spoke/properties/exposure/properties/dns/properties/resourceGroup/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data24.subscriptionId !== undefined){
let data27 = data24.subscriptionId;
if(typeof data27 === "string"){
if(!pattern9.test(data27)){
const err90 = {instancePath:instancePath+"/spoke/exposure/dns/subscriptionId",schemaPath:"#/$defs/guid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
else {
const err91 = {instancePath:instancePath+"/spoke/exposure/dns/subscriptionId",schemaPath:"#/$defs/guid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
}
else {
const err92 = {instancePath:instancePath+"/spoke/exposure/dns",schemaPath:"#/properties/spoke/properties/exposure/properties/dns/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
let data28 = data17.allowedAddresses;
if(Array.isArray(data28)){
if(data28.length > 100){
const err93 = {instancePath:instancePath+"/spoke/exposure/allowedAddresses",schemaPath:"#/properties/spoke/properties/exposure/properties/allowedAddresses/maxItems",keyword:"maxItems",params:{limit: 100}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
const len0 = data28.length;
for(let i0=0; i0<len0; i0++){
let data29 = data28[i0];
if(typeof data29 === "string"){
if(!pattern16.test(data29)){
const err94 = {instancePath:instancePath+"/spoke/exposure/allowedAddresses/" + i0,schemaPath:"#/properties/spoke/properties/exposure/properties/allowedAddresses/items/pattern",keyword:"pattern",params:{pattern: "^\\d{1,3}(\\.\\d{1,3}){3}(/\\d{1,2})?$"}};
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
const err95 = {instancePath:instancePath+"/spoke/exposure/allowedAddresses/" + i0,schemaPath:"#/properties/spoke/properties/exposure/properties/allowedAddresses/items/type",keyword:"type",params:{type: "string"}};
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
const err96 = {instancePath:instancePath+"/spoke/exposure/allowedAddresses",schemaPath:"#/properties/spoke/properties/exposure/properties/allowedAddresses/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
else {
const err97 = {instancePath:instancePath+"/spoke/exposure",schemaPath:"#/properties/spoke/properties/exposure/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
let data30 = data15.openWebUi;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(data30.version === undefined){
data30.version = "v0.11.4@sha256:9591b13f13843c7721c2b8eaf7382846c81b3ffe126526d1888d1fed50c6a33f";
}
if(data30.allowDowngrade === undefined){
data30.allowDowngrade = false;
}
if(data30.cpu === undefined){
data30.cpu = 1;
}
if(data30.replicas === undefined){
data30.replicas = {};
}
if(data30.environment === undefined){
data30.environment = {};
}
for(const key10 in data30){
if(!((((((key10 === "version") || (key10 === "allowDowngrade")) || (key10 === "cpu")) || (key10 === "memoryGiB")) || (key10 === "replicas")) || (key10 === "environment"))){
const err98 = {instancePath:instancePath+"/spoke/openWebUi",schemaPath:"#/properties/spoke/properties/openWebUi/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
let data31 = data30.version;
if(typeof data31 === "string"){
if(!pattern17.test(data31)){
const err99 = {instancePath:instancePath+"/spoke/openWebUi/version",schemaPath:"#/properties/spoke/properties/openWebUi/properties/version/pattern",keyword:"pattern",params:{pattern: "^v\\d+\\.\\d+\\.\\d+(-slim)?(@sha256:[0-9a-f]{64})?$"}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
else {
const err100 = {instancePath:instancePath+"/spoke/openWebUi/version",schemaPath:"#/properties/spoke/properties/openWebUi/properties/version/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if(typeof data30.allowDowngrade !== "boolean"){
const err101 = {instancePath:instancePath+"/spoke/openWebUi/allowDowngrade",schemaPath:"#/properties/spoke/properties/openWebUi/properties/allowDowngrade/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
let data33 = data30.cpu;
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 > 4 || isNaN(data33)){
const err102 = {instancePath:instancePath+"/spoke/openWebUi/cpu",schemaPath:"#/properties/spoke/properties/openWebUi/properties/cpu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(data33 < 0.25 || isNaN(data33)){
const err103 = {instancePath:instancePath+"/spoke/openWebUi/cpu",schemaPath:"#/properties/spoke/properties/openWebUi/properties/cpu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.25}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
let res0;
if((0.25 === 0 || (res0 = data33/0.25, res0 !== parseInt(res0)))){
const err104 = {instancePath:instancePath+"/spoke/openWebUi/cpu",schemaPath:"#/properties/spoke/properties/openWebUi/properties/cpu/multipleOf",keyword:"multipleOf",params:{multipleOf: 0.25}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
else {
const err105 = {instancePath:instancePath+"/spoke/openWebUi/cpu",schemaPath:"#/properties/spoke/properties/openWebUi/properties/cpu/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if(data30.memoryGiB !== undefined){
let data34 = data30.memoryGiB;
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 > 8 || isNaN(data34)){
const err106 = {instancePath:instancePath+"/spoke/openWebUi/memoryGiB",schemaPath:"#/properties/spoke/properties/openWebUi/properties/memoryGiB/maximum",keyword:"maximum",params:{comparison: "<=", limit: 8}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if(data34 < 0.5 || isNaN(data34)){
const err107 = {instancePath:instancePath+"/spoke/openWebUi/memoryGiB",schemaPath:"#/properties/spoke/properties/openWebUi/properties/memoryGiB/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.5}};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
else {
const err108 = {instancePath:instancePath+"/spoke/openWebUi/memoryGiB",schemaPath:"#/properties/spoke/properties/openWebUi/properties/memoryGiB/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
let data35 = data30.replicas;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(data35.min === undefined){
data35.min = 1;
}
if(data35.max === undefined){
data35.max = 1;
}
for(const key11 in data35){
if(!((key11 === "min") || (key11 === "max"))){
const err109 = {instancePath:instancePath+"/spoke/openWebUi/replicas",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
let data36 = data35.min;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
const err110 = {instancePath:instancePath+"/spoke/openWebUi/replicas/min",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/properties/min/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 > 300 || isNaN(data36)){
const err111 = {instancePath:instancePath+"/spoke/openWebUi/replicas/min",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/properties/min/maximum",keyword:"maximum",params:{comparison: "<=", limit: 300}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(data36 < 0 || isNaN(data36)){
const err112 = {instancePath:instancePath+"/spoke/openWebUi/replicas/min",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/properties/min/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
let data37 = data35.max;
if(!(((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37))) && (isFinite(data37)))){
const err113 = {instancePath:instancePath+"/spoke/openWebUi/replicas/max",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/properties/max/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 > 300 || isNaN(data37)){
const err114 = {instancePath:instancePath+"/spoke/openWebUi/replicas/max",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/properties/max/maximum",keyword:"maximum",params:{comparison: "<=", limit: 300}};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(data37 < 1 || isNaN(data37)){
const err115 = {instancePath:instancePath+"/spoke/openWebUi/replicas/max",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/properties/max/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
}
else {
const err116 = {instancePath:instancePath+"/spoke/openWebUi/replicas",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
let data38 = data30.environment;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(Object.keys(data38).length > 100){
const err117 = {instancePath:instancePath+"/spoke/openWebUi/environment",schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/maxProperties",keyword:"maxProperties",params:{limit: 100}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
for(const key12 in data38){
const _errs112 = errors;
if(typeof key12 === "string"){
if(!pattern18.test(key12)){
const err118 = {instancePath:instancePath+"/spoke/openWebUi/environment",schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},propertyName:key12};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
var valid25 = _errs112 === errors;
if(!valid25){
const err119 = {instancePath:instancePath+"/spoke/openWebUi/environment",schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/propertyNames",keyword:"propertyNames",params:{propertyName: key12}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
for(const key13 in data38){
let data39 = data38[key13];
if(typeof data39 === "string"){
if(data39.length > 8192){
const err120 = {instancePath:instancePath+"/spoke/openWebUi/environment/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 8192}};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
else {
const err121 = {instancePath:instancePath+"/spoke/openWebUi/environment/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
}
else {
const err122 = {instancePath:instancePath+"/spoke/openWebUi/environment",schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
else {
const err123 = {instancePath:instancePath+"/spoke/openWebUi",schemaPath:"#/properties/spoke/properties/openWebUi/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
let data40 = data15.postgres;
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(data40.sku === undefined){
data40.sku = "Standard_B2s";
}
if(data40.storageGiB === undefined){
data40.storageGiB = 32;
}
if(data40.version === undefined){
data40.version = 16;
}
if(data40.backupRetentionDays === undefined){
data40.backupRetentionDays = 7;
}
if(data40.highAvailability === undefined){
data40.highAvailability = false;
}
if(data40.geoRedundantBackup === undefined){
data40.geoRedundantBackup = false;
}
if(data40.network === undefined){
data40.network = "private-endpoint";
}
for(const key14 in data40){
if(!((((((((key14 === "sku") || (key14 === "storageGiB")) || (key14 === "version")) || (key14 === "backupRetentionDays")) || (key14 === "highAvailability")) || (key14 === "geoRedundantBackup")) || (key14 === "network")) || (key14 === "availabilityZone"))){
const err124 = {instancePath:instancePath+"/spoke/postgres",schemaPath:"#/properties/spoke/properties/postgres/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
let data41 = data40.sku;
if(typeof data41 === "string"){
if(!pattern19.test(data41)){
const err125 = {instancePath:instancePath+"/spoke/postgres/sku",schemaPath:"#/properties/spoke/properties/postgres/properties/sku/pattern",keyword:"pattern",params:{pattern: "^Standard_(B1ms|B(2|4|8|12|16|20)ms|B2s|D(2|4|8|16|32|48|64)(s_v3|ds_v4)|D(2|4|8|16|32|48|64|96)(ds|ads)_v5|E(2|4|8|16|20|32|48|64)(s_v3|ds_v4)|E(2|4|8|16|20|32|48|64|96)(ds|ads)_v5)$"}};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
else {
const err126 = {instancePath:instancePath+"/spoke/postgres/sku",schemaPath:"#/properties/spoke/properties/postgres/properties/sku/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
let data42 = data40.storageGiB;
if(!(((typeof data42 == "number") && (!(data42 % 1) && !isNaN(data42))) && (isFinite(data42)))){
const err127 = {instancePath:instancePath+"/spoke/postgres/storageGiB",schemaPath:"#/properties/spoke/properties/postgres/properties/storageGiB/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
if(!((((((((((data42 === 32) || (data42 === 64)) || (data42 === 128)) || (data42 === 256)) || (data42 === 512)) || (data42 === 1024)) || (data42 === 2048)) || (data42 === 4096)) || (data42 === 8192)) || (data42 === 16384))){
const err128 = {instancePath:instancePath+"/spoke/postgres/storageGiB",schemaPath:"#/properties/spoke/properties/postgres/properties/storageGiB/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.postgres.properties.storageGiB.enum}};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
let data43 = data40.version;
if((!(((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43))) && (isFinite(data43)))) && (typeof data43 !== "string")){
const err129 = {instancePath:instancePath+"/spoke/postgres/version",schemaPath:"#/properties/spoke/properties/postgres/properties/version/type",keyword:"type",params:{type: schema31.properties.spoke.properties.postgres.properties.version.type}};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
if(!((((((data43 === 15) || (data43 === 16)) || (data43 === 17)) || (data43 === "15")) || (data43 === "16")) || (data43 === "17"))){
const err130 = {instancePath:instancePath+"/spoke/postgres/version",schemaPath:"#/properties/spoke/properties/postgres/properties/version/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.postgres.properties.version.enum}};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
let data44 = data40.backupRetentionDays;
if(!(((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44))) && (isFinite(data44)))){
const err131 = {instancePath:instancePath+"/spoke/postgres/backupRetentionDays",schemaPath:"#/properties/spoke/properties/postgres/properties/backupRetentionDays/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if((typeof data44 == "number") && (isFinite(data44))){
if(data44 > 35 || isNaN(data44)){
const err132 = {instancePath:instancePath+"/spoke/postgres/backupRetentionDays",schemaPath:"#/properties/spoke/properties/postgres/properties/backupRetentionDays/maximum",keyword:"maximum",params:{comparison: "<=", limit: 35}};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
if(data44 < 7 || isNaN(data44)){
const err133 = {instancePath:instancePath+"/spoke/postgres/backupRetentionDays",schemaPath:"#/properties/spoke/properties/postgres/properties/backupRetentionDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 7}};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
let data45 = data40.highAvailability;
if((typeof data45 !== "boolean") && (typeof data45 !== "string")){
const err134 = {instancePath:instancePath+"/spoke/postgres/highAvailability",schemaPath:"#/properties/spoke/properties/postgres/properties/highAvailability/type",keyword:"type",params:{type: schema31.properties.spoke.properties.postgres.properties.highAvailability.type}};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
if(!((((data45 === false) || (data45 === true)) || (data45 === "zone-redundant")) || (data45 === "same-zone"))){
const err135 = {instancePath:instancePath+"/spoke/postgres/highAvailability",schemaPath:"#/properties/spoke/properties/postgres/properties/highAvailability/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.postgres.properties.highAvailability.enum}};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
if(typeof data40.geoRedundantBackup !== "boolean"){
const err136 = {instancePath:instancePath+"/spoke/postgres/geoRedundantBackup",schemaPath:"#/properties/spoke/properties/postgres/properties/geoRedundantBackup/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
let data47 = data40.network;
if(typeof data47 !== "string"){
const err137 = {instancePath:instancePath+"/spoke/postgres/network",schemaPath:"#/properties/spoke/properties/postgres/properties/network/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
if(!((data47 === "private-endpoint") || (data47 === "vnet-integration"))){
const err138 = {instancePath:instancePath+"/spoke/postgres/network",schemaPath:"#/properties/spoke/properties/postgres/properties/network/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.postgres.properties.network.enum}};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(data40.availabilityZone !== undefined){
let data48 = data40.availabilityZone;
if((!(((typeof data48 == "number") && (!(data48 % 1) && !isNaN(data48))) && (isFinite(data48)))) && (typeof data48 !== "string")){
const err139 = {instancePath:instancePath+"/spoke/postgres/availabilityZone",schemaPath:"#/properties/spoke/properties/postgres/properties/availabilityZone/type",keyword:"type",params:{type: schema31.properties.spoke.properties.postgres.properties.availabilityZone.type}};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(!((((((data48 === 1) || (data48 === 2)) || (data48 === 3)) || (data48 === "1")) || (data48 === "2")) || (data48 === "3"))){
const err140 = {instancePath:instancePath+"/spoke/postgres/availabilityZone",schemaPath:"#/properties/spoke/properties/postgres/properties/availabilityZone/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.postgres.properties.availabilityZone.enum}};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
}
else {
const err141 = {instancePath:instancePath+"/spoke/postgres",schemaPath:"#/properties/spoke/properties/postgres/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
let data49 = data15.storage;
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
if(data49.kind === undefined){
data49.kind = "blob";
}
for(const key15 in data49){
if(!(key15 === "kind")){
const err142 = {instancePath:instancePath+"/spoke/storage",schemaPath:"#/properties/spoke/properties/storage/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
let data50 = data49.kind;
if(typeof data50 !== "string"){
const err143 = {instancePath:instancePath+"/spoke/storage/kind",schemaPath:"#/properties/spoke/properties/storage/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
if(!((data50 === "blob") || (data50 === "azure-files"))){
const err144 = {instancePath:instancePath+"/spoke/storage/kind",schemaPath:"#/properties/spoke/properties/storage/properties/kind/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.storage.properties.kind.enum}};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
else {
const err145 = {instancePath:instancePath+"/spoke/storage",schemaPath:"#/properties/spoke/properties/storage/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
let data51 = data15.entra;
const _errs142 = errors;
let valid29 = true;
const _errs143 = errors;
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
let missing6;
if((data51.kind === undefined) && (missing6 = "kind")){
const err146 = {};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
else {
if(data51.kind !== undefined){
if("existing" !== data51.kind){
const err147 = {};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
}
}
var _valid5 = _errs143 === errors;
errors = _errs142;
if(vErrors !== null){
if(_errs142){
vErrors.length = _errs142;
}
else {
vErrors = null;
}
}
if(_valid5){
const _errs145 = errors;
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
if(data51.clientId === undefined){
const err148 = {instancePath:instancePath+"/spoke/entra",schemaPath:"#/properties/spoke/properties/entra/then/required",keyword:"required",params:{missingProperty: "clientId"}};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
var _valid5 = _errs145 === errors;
valid29 = _valid5;
}
if(!valid29){
const err149 = {instancePath:instancePath+"/spoke/entra",schemaPath:"#/properties/spoke/properties/entra/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
if(data51.kind === undefined){
data51.kind = "new";
}
for(const key16 in data51){
if(!((key16 === "kind") || (key16 === "clientId"))){
const err150 = {instancePath:instancePath+"/spoke/entra",schemaPath:"#/properties/spoke/properties/entra/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
let data53 = data51.kind;
if(typeof data53 !== "string"){
const err151 = {instancePath:instancePath+"/spoke/entra/kind",schemaPath:"#/properties/spoke/properties/entra/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
if(!((data53 === "new") || (data53 === "existing"))){
const err152 = {instancePath:instancePath+"/spoke/entra/kind",schemaPath:"#/properties/spoke/properties/entra/properties/kind/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.entra.properties.kind.enum}};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
if(data51.clientId !== undefined){
let data54 = data51.clientId;
if(typeof data54 === "string"){
if(!pattern9.test(data54)){
const err153 = {instancePath:instancePath+"/spoke/entra/clientId",schemaPath:"#/$defs/guid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"}};
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
const err154 = {instancePath:instancePath+"/spoke/entra/clientId",schemaPath:"#/$defs/guid/type",keyword:"type",params:{type: "string"}};
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
const err155 = {instancePath:instancePath+"/spoke/entra",schemaPath:"#/properties/spoke/properties/entra/type",keyword:"type",params:{type: "object"}};
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
const err156 = {instancePath:instancePath+"/spoke",schemaPath:"#/properties/spoke/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
if(data.models !== undefined){
let data55 = data.models;
if(Array.isArray(data55)){
if(data55.length > 32){
const err157 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
if(data55.length < 1){
const err158 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
const len1 = data55.length;
for(let i1=0; i1<len1; i1++){
let data56 = data55[i1];
if((typeof data56 !== "string") && (!(data56 && typeof data56 == "object" && !Array.isArray(data56)))){
const err159 = {instancePath:instancePath+"/models/" + i1,schemaPath:"#/properties/models/items/type",keyword:"type",params:{type: schema31.properties.models.items.type}};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
if(typeof data56 === "string"){
if(!pattern21.test(data56)){
const err160 = {instancePath:instancePath+"/models/" + i1,schemaPath:"#/properties/models/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9]$"}};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
if(data56.sku === undefined){
data56.sku = "GlobalStandard";
}
if(data56.name === undefined){
const err161 = {instancePath:instancePath+"/models/" + i1,schemaPath:"#/properties/models/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
for(const key17 in data56){
if(!((((((((key17 === "name") || (key17 === "model")) || (key17 === "format")) || (key17 === "version")) || (key17 === "sku")) || (key17 === "capacity")) || (key17 === "versionUpgrade")) || (key17 === "contentFilter"))){
const err162 = {instancePath:instancePath+"/models/" + i1,schemaPath:"#/properties/models/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17}};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
if(data56.name !== undefined){
let data57 = data56.name;
if(typeof data57 === "string"){
if(!pattern21.test(data57)){
const err163 = {instancePath:instancePath+"/models/" + i1+"/name",schemaPath:"#/properties/models/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9]$"}};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
else {
const err164 = {instancePath:instancePath+"/models/" + i1+"/name",schemaPath:"#/properties/models/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
if(data56.model !== undefined){
let data58 = data56.model;
if(typeof data58 === "string"){
if(!pattern23.test(data58)){
const err165 = {instancePath:instancePath+"/models/" + i1+"/model",schemaPath:"#/properties/models/items/properties/model/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,126}$"}};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
else {
const err166 = {instancePath:instancePath+"/models/" + i1+"/model",schemaPath:"#/properties/models/items/properties/model/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
if(data56.format !== undefined){
let data59 = data56.format;
if(typeof data59 !== "string"){
const err167 = {instancePath:instancePath+"/models/" + i1+"/format",schemaPath:"#/properties/models/items/properties/format/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
if(!((((((((((((((((data59 === "OpenAI") || (data59 === "OpenAI-OSS")) || (data59 === "xAI")) || (data59 === "Meta")) || (data59 === "Mistral AI")) || (data59 === "DeepSeek")) || (data59 === "Microsoft")) || (data59 === "Cohere")) || (data59 === "MoonshotAI")) || (data59 === "Alibaba")) || (data59 === "AI21 Labs")) || (data59 === "Core42")) || (data59 === "NVIDIA")) || (data59 === "Black Forest Labs")) || (data59 === "Stability AI")) || (data59 === "Anthropic"))){
const err168 = {instancePath:instancePath+"/models/" + i1+"/format",schemaPath:"#/properties/models/items/properties/format/enum",keyword:"enum",params:{allowedValues: schema31.properties.models.items.properties.format.enum}};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
if(data56.version !== undefined){
let data60 = data56.version;
if(typeof data60 === "string"){
if(data60.length > 64){
const err169 = {instancePath:instancePath+"/models/" + i1+"/version",schemaPath:"#/properties/models/items/properties/version/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
if(!pattern24.test(data60)){
const err170 = {instancePath:instancePath+"/models/" + i1+"/version",schemaPath:"#/properties/models/items/properties/version/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"}};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
else {
const err171 = {instancePath:instancePath+"/models/" + i1+"/version",schemaPath:"#/properties/models/items/properties/version/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
let data61 = data56.sku;
if(typeof data61 !== "string"){
const err172 = {instancePath:instancePath+"/models/" + i1+"/sku",schemaPath:"#/properties/models/items/properties/sku/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
if(!((((((data61 === "GlobalStandard") || (data61 === "DataZoneStandard")) || (data61 === "Standard")) || (data61 === "GlobalProvisionedManaged")) || (data61 === "DataZoneProvisionedManaged")) || (data61 === "ProvisionedManaged"))){
const err173 = {instancePath:instancePath+"/models/" + i1+"/sku",schemaPath:"#/properties/models/items/properties/sku/enum",keyword:"enum",params:{allowedValues: schema31.properties.models.items.properties.sku.enum}};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
if(data56.capacity !== undefined){
let data62 = data56.capacity;
if(!(((typeof data62 == "number") && (!(data62 % 1) && !isNaN(data62))) && (isFinite(data62)))){
const err174 = {instancePath:instancePath+"/models/" + i1+"/capacity",schemaPath:"#/properties/models/items/properties/capacity/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
if((typeof data62 == "number") && (isFinite(data62))){
if(data62 > 100000 || isNaN(data62)){
const err175 = {instancePath:instancePath+"/models/" + i1+"/capacity",schemaPath:"#/properties/models/items/properties/capacity/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
if(data62 < 1 || isNaN(data62)){
const err176 = {instancePath:instancePath+"/models/" + i1+"/capacity",schemaPath:"#/properties/models/items/properties/capacity/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
}
if(data56.versionUpgrade !== undefined){
let data63 = data56.versionUpgrade;
if(typeof data63 !== "string"){
const err177 = {instancePath:instancePath+"/models/" + i1+"/versionUpgrade",schemaPath:"#/properties/models/items/properties/versionUpgrade/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
if(!(((data63 === "OnceNewDefaultVersionAvailable") || (data63 === "OnceCurrentVersionExpired")) || (data63 === "NoAutoUpgrade"))){
const err178 = {instancePath:instancePath+"/models/" + i1+"/versionUpgrade",schemaPath:"#/properties/models/items/properties/versionUpgrade/enum",keyword:"enum",params:{allowedValues: schema31.properties.models.items.properties.versionUpgrade.enum}};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
if(data56.contentFilter !== undefined){
let data64 = data56.contentFilter;
if(typeof data64 === "string"){
if(!pattern25.test(data64)){
const err179 = {instancePath:instancePath+"/models/" + i1+"/contentFilter",schemaPath:"#/properties/models/items/properties/contentFilter/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"}};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
else {
const err180 = {instancePath:instancePath+"/models/" + i1+"/contentFilter",schemaPath:"#/properties/models/items/properties/contentFilter/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
}
}
}
else {
const err181 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
let data65 = data.contentFilters;
if(Array.isArray(data65)){
if(data65.length > 16){
const err182 = {instancePath:instancePath+"/contentFilters",schemaPath:"#/properties/contentFilters/maxItems",keyword:"maxItems",params:{limit: 16}};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
const len2 = data65.length;
for(let i2=0; i2<len2; i2++){
let data66 = data65[i2];
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
if(data66.hate === undefined){
data66.hate = "Medium";
}
if(data66.sexual === undefined){
data66.sexual = "Medium";
}
if(data66.violence === undefined){
data66.violence = "Medium";
}
if(data66.selfHarm === undefined){
data66.selfHarm = "Medium";
}
if(data66.jailbreak === undefined){
data66.jailbreak = true;
}
if(data66.indirectAttack === undefined){
data66.indirectAttack = false;
}
if(data66.protectedMaterial === undefined){
data66.protectedMaterial = true;
}
if(data66.streaming === undefined){
data66.streaming = "buffered";
}
if(data66.name === undefined){
const err183 = {instancePath:instancePath+"/contentFilters/" + i2,schemaPath:"#/properties/contentFilters/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
for(const key18 in data66){
if(!(func1.call(schema31.properties.contentFilters.items.properties, key18))){
const err184 = {instancePath:instancePath+"/contentFilters/" + i2,schemaPath:"#/properties/contentFilters/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
if(data66.name !== undefined){
let data67 = data66.name;
if(typeof data67 === "string"){
if(!pattern25.test(data67)){
const err185 = {instancePath:instancePath+"/contentFilters/" + i2+"/name",schemaPath:"#/properties/contentFilters/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"}};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
}
else {
const err186 = {instancePath:instancePath+"/contentFilters/" + i2+"/name",schemaPath:"#/properties/contentFilters/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
let data68 = data66.hate;
if(typeof data68 !== "string"){
const err187 = {instancePath:instancePath+"/contentFilters/" + i2+"/hate",schemaPath:"#/$defs/severity/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
if(!(((data68 === "Low") || (data68 === "Medium")) || (data68 === "High"))){
const err188 = {instancePath:instancePath+"/contentFilters/" + i2+"/hate",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema35.enum}};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
let data69 = data66.sexual;
if(typeof data69 !== "string"){
const err189 = {instancePath:instancePath+"/contentFilters/" + i2+"/sexual",schemaPath:"#/$defs/severity/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
if(!(((data69 === "Low") || (data69 === "Medium")) || (data69 === "High"))){
const err190 = {instancePath:instancePath+"/contentFilters/" + i2+"/sexual",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema35.enum}};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
let data70 = data66.violence;
if(typeof data70 !== "string"){
const err191 = {instancePath:instancePath+"/contentFilters/" + i2+"/violence",schemaPath:"#/$defs/severity/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
if(!(((data70 === "Low") || (data70 === "Medium")) || (data70 === "High"))){
const err192 = {instancePath:instancePath+"/contentFilters/" + i2+"/violence",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema35.enum}};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
let data71 = data66.selfHarm;
if(typeof data71 !== "string"){
const err193 = {instancePath:instancePath+"/contentFilters/" + i2+"/selfHarm",schemaPath:"#/$defs/severity/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
if(!(((data71 === "Low") || (data71 === "Medium")) || (data71 === "High"))){
const err194 = {instancePath:instancePath+"/contentFilters/" + i2+"/selfHarm",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema35.enum}};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
if(typeof data66.jailbreak !== "boolean"){
const err195 = {instancePath:instancePath+"/contentFilters/" + i2+"/jailbreak",schemaPath:"#/properties/contentFilters/items/properties/jailbreak/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
if(typeof data66.indirectAttack !== "boolean"){
const err196 = {instancePath:instancePath+"/contentFilters/" + i2+"/indirectAttack",schemaPath:"#/properties/contentFilters/items/properties/indirectAttack/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
if(typeof data66.protectedMaterial !== "boolean"){
const err197 = {instancePath:instancePath+"/contentFilters/" + i2+"/protectedMaterial",schemaPath:"#/properties/contentFilters/items/properties/protectedMaterial/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
let data75 = data66.streaming;
if(typeof data75 !== "string"){
const err198 = {instancePath:instancePath+"/contentFilters/" + i2+"/streaming",schemaPath:"#/properties/contentFilters/items/properties/streaming/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
if(!((data75 === "buffered") || (data75 === "immediate"))){
const err199 = {instancePath:instancePath+"/contentFilters/" + i2+"/streaming",schemaPath:"#/properties/contentFilters/items/properties/streaming/enum",keyword:"enum",params:{allowedValues: schema31.properties.contentFilters.items.properties.streaming.enum}};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
else {
const err200 = {instancePath:instancePath+"/contentFilters/" + i2,schemaPath:"#/properties/contentFilters/items/type",keyword:"type",params:{type: "object"}};
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
else {
const err201 = {instancePath:instancePath+"/contentFilters",schemaPath:"#/properties/contentFilters/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
let data76 = data.access;
if(data76 && typeof data76 == "object" && !Array.isArray(data76)){
if(data76.admins === undefined){
data76.admins = [];
}
if(data76.users === undefined){
data76.users = [];
}
for(const key19 in data76){
if(!((key19 === "admins") || (key19 === "users"))){
const err202 = {instancePath:instancePath+"/access",schemaPath:"#/properties/access/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19}};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
let data77 = data76.admins;
if(Array.isArray(data77)){
if(data77.length > 200){
const err203 = {instancePath:instancePath+"/access/admins",schemaPath:"#/properties/access/properties/admins/maxItems",keyword:"maxItems",params:{limit: 200}};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
const len3 = data77.length;
for(let i3=0; i3<len3; i3++){
if(!(validate21(data77[i3], {instancePath:instancePath+"/access/admins/" + i3,parentData:data77,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err204 = {instancePath:instancePath+"/access/admins",schemaPath:"#/properties/access/properties/admins/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
let data79 = data76.users;
if(Array.isArray(data79)){
if(data79.length > 200){
const err205 = {instancePath:instancePath+"/access/users",schemaPath:"#/properties/access/properties/users/maxItems",keyword:"maxItems",params:{limit: 200}};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
const len4 = data79.length;
for(let i4=0; i4<len4; i4++){
if(!(validate21(data79[i4], {instancePath:instancePath+"/access/users/" + i4,parentData:data79,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err206 = {instancePath:instancePath+"/access/users",schemaPath:"#/properties/access/properties/users/type",keyword:"type",params:{type: "array"}};
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
const err207 = {instancePath:instancePath+"/access",schemaPath:"#/properties/access/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
let data81 = data.limits;
if(data81 && typeof data81 == "object" && !Array.isArray(data81)){
if(data81.perPerson === undefined){
data81.perPerson = {};
}
for(const key20 in data81){
if(!((((key20 === "perPerson") || (key20 === "perRole")) || (key20 === "perGroup")) || (key20 === "perModel"))){
const err208 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20}};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
let data82 = data81.perPerson;
if(data82 && typeof data82 == "object" && !Array.isArray(data82)){
if(data82.tokensPerMinute === undefined){
data82.tokensPerMinute = 50000;
}
for(const key21 in data82){
if(!((key21 === "tokensPerMinute") || (key21 === "tokenQuota"))){
const err209 = {instancePath:instancePath+"/limits/perPerson",schemaPath:"#/properties/limits/properties/perPerson/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21}};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
let data83 = data82.tokensPerMinute;
if(!(((typeof data83 == "number") && (!(data83 % 1) && !isNaN(data83))) && (isFinite(data83)))){
const err210 = {instancePath:instancePath+"/limits/perPerson/tokensPerMinute",schemaPath:"#/properties/limits/properties/perPerson/properties/tokensPerMinute/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
if((typeof data83 == "number") && (isFinite(data83))){
if(data83 > 1000000000 || isNaN(data83)){
const err211 = {instancePath:instancePath+"/limits/perPerson/tokensPerMinute",schemaPath:"#/properties/limits/properties/perPerson/properties/tokensPerMinute/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000}};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
if(data83 < 1 || isNaN(data83)){
const err212 = {instancePath:instancePath+"/limits/perPerson/tokensPerMinute",schemaPath:"#/properties/limits/properties/perPerson/properties/tokensPerMinute/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
if(data82.tokenQuota !== undefined){
let data84 = data82.tokenQuota;
if(data84 && typeof data84 == "object" && !Array.isArray(data84)){
if(data84.tokens === undefined){
const err213 = {instancePath:instancePath+"/limits/perPerson/tokenQuota",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/required",keyword:"required",params:{missingProperty: "tokens"}};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
if(data84.period === undefined){
const err214 = {instancePath:instancePath+"/limits/perPerson/tokenQuota",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/required",keyword:"required",params:{missingProperty: "period"}};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
for(const key22 in data84){
if(!((key22 === "tokens") || (key22 === "period"))){
const err215 = {instancePath:instancePath+"/limits/perPerson/tokenQuota",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22}};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
if(data84.tokens !== undefined){
let data85 = data84.tokens;
if(!(((typeof data85 == "number") && (!(data85 % 1) && !isNaN(data85))) && (isFinite(data85)))){
const err216 = {instancePath:instancePath+"/limits/perPerson/tokenQuota/tokens",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/properties/tokens/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
if((typeof data85 == "number") && (isFinite(data85))){
if(data85 > 1000000000000 || isNaN(data85)){
const err217 = {instancePath:instancePath+"/limits/perPerson/tokenQuota/tokens",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/properties/tokens/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000}};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
if(data85 < 1 || isNaN(data85)){
const err218 = {instancePath:instancePath+"/limits/perPerson/tokenQuota/tokens",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/properties/tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
}
if(data84.period !== undefined){
let data86 = data84.period;
if(typeof data86 !== "string"){
const err219 = {instancePath:instancePath+"/limits/perPerson/tokenQuota/period",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/properties/period/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
if(!((((data86 === "Hourly") || (data86 === "Daily")) || (data86 === "Weekly")) || (data86 === "Monthly"))){
const err220 = {instancePath:instancePath+"/limits/perPerson/tokenQuota/period",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/properties/period/enum",keyword:"enum",params:{allowedValues: schema31.properties.limits.properties.perPerson.properties.tokenQuota.properties.period.enum}};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
}
else {
const err221 = {instancePath:instancePath+"/limits/perPerson/tokenQuota",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
}
else {
const err222 = {instancePath:instancePath+"/limits/perPerson",schemaPath:"#/properties/limits/properties/perPerson/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
if(data81.perRole !== undefined){
let data87 = data81.perRole;
if(!data87 || typeof data87 != "object"){
const err223 = {instancePath:instancePath+"/limits/perRole",schemaPath:"#/properties/limits/properties/perRole/type",keyword:"type",params:{type: schema31.properties.limits.properties.perRole.type}};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
}
if(data81.perGroup !== undefined){
let data88 = data81.perGroup;
if(!data88 || typeof data88 != "object"){
const err224 = {instancePath:instancePath+"/limits/perGroup",schemaPath:"#/properties/limits/properties/perGroup/type",keyword:"type",params:{type: schema31.properties.limits.properties.perGroup.type}};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
if(data81.perModel !== undefined){
let data89 = data81.perModel;
if(!data89 || typeof data89 != "object"){
const err225 = {instancePath:instancePath+"/limits/perModel",schemaPath:"#/properties/limits/properties/perModel/type",keyword:"type",params:{type: schema31.properties.limits.properties.perModel.type}};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
}
}
else {
const err226 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
let data90 = data.api;
if(data90 && typeof data90 == "object" && !Array.isArray(data90)){
if(data90.spec === undefined){
data90.spec = "built-in";
}
for(const key23 in data90){
if(!((key23 === "path") || (key23 === "spec"))){
const err227 = {instancePath:instancePath+"/api",schemaPath:"#/properties/api/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23}};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
if(data90.path !== undefined){
let data91 = data90.path;
if(typeof data91 === "string"){
if(data91.length > 60){
const err228 = {instancePath:instancePath+"/api/path",schemaPath:"#/properties/api/properties/path/maxLength",keyword:"maxLength",params:{limit: 60}};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
if(!pattern29.test(data91)){
const err229 = {instancePath:instancePath+"/api/path",schemaPath:"#/properties/api/properties/path/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9._-]*[a-z0-9])?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)*$"}};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
else {
const err230 = {instancePath:instancePath+"/api/path",schemaPath:"#/properties/api/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
}
let data92 = data90.spec;
if(typeof data92 === "string"){
if(data92.length > 2000){
const err231 = {instancePath:instancePath+"/api/spec",schemaPath:"#/properties/api/properties/spec/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
if(data92.length < 1){
const err232 = {instancePath:instancePath+"/api/spec",schemaPath:"#/properties/api/properties/spec/minLength",keyword:"minLength",params:{limit: 1}};
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
const err233 = {instancePath:instancePath+"/api/spec",schemaPath:"#/properties/api/properties/spec/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
}
else {
const err234 = {instancePath:instancePath+"/api",schemaPath:"#/properties/api/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
let data93 = data.smoke;
if(data93 && typeof data93 == "object" && !Array.isArray(data93)){
if(data93.prompt === undefined){
data93.prompt = "Answer with one short sentence: is the chat platform up?";
}
if(data93.firstTokenSeconds === undefined){
data93.firstTokenSeconds = 60;
}
for(const key24 in data93){
if(!(((key24 === "model") || (key24 === "prompt")) || (key24 === "firstTokenSeconds"))){
const err235 = {instancePath:instancePath+"/smoke",schemaPath:"#/properties/smoke/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24}};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
}
if(data93.model !== undefined){
let data94 = data93.model;
if(typeof data94 === "string"){
if(data94.length < 1){
const err236 = {instancePath:instancePath+"/smoke/model",schemaPath:"#/properties/smoke/properties/model/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
}
else {
const err237 = {instancePath:instancePath+"/smoke/model",schemaPath:"#/properties/smoke/properties/model/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
}
let data95 = data93.prompt;
if(typeof data95 === "string"){
if(data95.length > 2000){
const err238 = {instancePath:instancePath+"/smoke/prompt",schemaPath:"#/properties/smoke/properties/prompt/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
if(data95.length < 1){
const err239 = {instancePath:instancePath+"/smoke/prompt",schemaPath:"#/properties/smoke/properties/prompt/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
}
else {
const err240 = {instancePath:instancePath+"/smoke/prompt",schemaPath:"#/properties/smoke/properties/prompt/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
let data96 = data93.firstTokenSeconds;
if(!(((typeof data96 == "number") && (!(data96 % 1) && !isNaN(data96))) && (isFinite(data96)))){
const err241 = {instancePath:instancePath+"/smoke/firstTokenSeconds",schemaPath:"#/properties/smoke/properties/firstTokenSeconds/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
if((typeof data96 == "number") && (isFinite(data96))){
if(data96 > 300 || isNaN(data96)){
const err242 = {instancePath:instancePath+"/smoke/firstTokenSeconds",schemaPath:"#/properties/smoke/properties/firstTokenSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 300}};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
if(data96 < 1 || isNaN(data96)){
const err243 = {instancePath:instancePath+"/smoke/firstTokenSeconds",schemaPath:"#/properties/smoke/properties/firstTokenSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
}
}
else {
const err244 = {instancePath:instancePath+"/smoke",schemaPath:"#/properties/smoke/type",keyword:"type",params:{type: "object"}};
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
const err245 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export { schema31 as schema };
