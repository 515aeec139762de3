// Made by packages/config/scripts/generate-validator.ts from environment.schema.json. Do not edit.
"use strict";
export const validate = validate20;
export default validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"environment.schema.json","title":"Environment file","type":"object","additionalProperties":false,"required":["name","location","hub"],"if":{"required":["hub"],"properties":{"hub":{"type":"object","required":["addressSpace"]}},"not":{"anyOf":[{"required":["spoke"]},{"required":["models"]}]}},"else":{"required":["spoke","models"]},"properties":{"name":{"type":"string","pattern":"^[a-z][a-z0-9-]{1,18}[a-z0-9]$","patternErrorMessage":"must be 3 to 20 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen","examples":["contoso-dev"]},"location":{"type":"string","enum":["australiacentral","australiaeast","australiasoutheast","austriaeast","belgiumcentral","brazilsouth","brazilsoutheast","canadacentral","canadaeast","centralindia","centralus","chilecentral","denmarkeast","eastasia","eastus","eastus2","francecentral","francesouth","germanynorth","germanywestcentral","indonesiacentral","israelcentral","italynorth","japaneast","japanwest","koreacentral","koreasouth","malaysiawest","mexicocentral","newzealandnorth","northcentralus","northeurope","norwayeast","norwaywest","polandcentral","qatarcentral","southafricanorth","southafricawest","southcentralus","southeastasia","southindia","spaincentral","swedencentral","swedensouth","switzerlandnorth","switzerlandwest","uaecentral","uaenorth","uksouth","ukwest","westcentralus","westeurope","westindia","westus","westus2","westus3"],"examples":["swedencentral"]},"tags":{"type":"object","default":{},"maxProperties":12,"propertyNames":{"pattern":"^[A-Za-z][^\\s<>%&\\\\?/()]{0,127}$","patternErrorMessage":"a tag's name must start with a letter, have at most 128 characters, and no space or any of < > % & \\ ? / ( )"},"additionalProperties":{"type":"string","maxLength":256},"examples":[{"cost-center":"4711","owner":"chat-team"}]},"hub":{"type":"object","additionalProperties":false,"examples":[{"addressSpace":"10.10.0.0/22","gateway":{"publisherEmail":"platform@contoso.com"}}],"properties":{"addressSpace":{"type":"string","pattern":"^\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}$","patternErrorMessage":"must be an address range in CIDR notation, such as 10.10.0.0/22","examples":["10.10.0.0/22"]},"gateway":{"type":"object","additionalProperties":false,"required":["publisherEmail"],"examples":[{"publisherEmail":"platform@contoso.com"}],"properties":{"sku":{"type":"string","enum":["Developer","Premium","StandardV2","PremiumV2"],"refused":{"values":["Consumption","Basic","BasicV2","Standard"],"message":"has no way into a virtual network, so it would not reach the models, which are private","fix":"write `Developer` for a trial, `StandardV2` for production at the lowest price, `PremiumV2` for more units or `Premium` for zones"},"default":"Developer"},"capacity":{"type":"integer","minimum":1,"maximum":31,"default":1},"zones":{"type":"array","maxItems":3,"default":[],"items":{"type":"integer","enum":[1,2,3]},"examples":[[1,2,3]]},"publisherEmail":{"type":"string","maxLength":100,"pattern":"^[^\\s@<>\"',;]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$","patternErrorMessage":"must be an e-mail address","examples":["platform@contoso.com"]},"publisherName":{"type":"string","minLength":1,"maxLength":100,"default":"Platform team","examples":["Contoso platform team"]}}},"reference":{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z][a-z0-9-]{1,18}[a-z0-9]$","patternErrorMessage":"must be 3 to 20 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen","examples":["contoso-hub"]},"subscriptionId":{"$ref":"#/$defs/guid","examples":["11111111-2222-3333-4444-555555555555"]}},"examples":[{"name":"contoso-hub"}]}},"if":{"not":{"required":["reference"]}},"then":{"required":["addressSpace","gateway"]}},"spoke":{"type":"object","additionalProperties":false,"required":["addressSpace","exposure"],"examples":[{"addressSpace":"10.10.4.0/22","exposure":{"kind":"app-gateway","hostname":"chat.contoso.com","certificate":"self-signed"}}],"properties":{"addressSpace":{"type":"string","pattern":"^\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}$","patternErrorMessage":"must be an address range in CIDR notation, such as 10.10.4.0/22","examples":["10.10.4.0/22"]},"exposure":{"type":"object","additionalProperties":false,"required":["kind"],"examples":[{"kind":"app-gateway","hostname":"chat.contoso.com","certificate":"self-signed"}],"properties":{"kind":{"type":"string","enum":["app-gateway","container-app","private"],"examples":["app-gateway"]},"hostname":{"type":"string","maxLength":253,"pattern":"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$","patternErrorMessage":"must be a full host name in lower case, without scheme, port or path","examples":["chat.contoso.com"]},"certificate":{"type":["string","object"],"default":"self-signed","examples":["self-signed"],"if":{"type":"string"},"then":{"enum":["self-signed"]},"required":["kind"],"additionalProperties":false,"properties":{"kind":{"type":"string","enum":["self-signed","key-vault"],"examples":["self-signed"]},"secretId":{"type":"string","pattern":"^https://[a-z][a-z0-9-]{1,22}[a-z0-9]\\.vault\\.azure\\.net/secrets/[A-Za-z0-9-]{1,127}$","patternErrorMessage":"must be the address of a Key Vault secret without a version","examples":["https://kv-contoso.vault.azure.net/secrets/chat"]}}}},"if":{"properties":{"kind":{"const":"app-gateway"}},"required":["kind"]},"then":{"required":["hostname"]}},"openWebUi":{"type":"object","additionalProperties":false,"default":{},"properties":{"version":{"type":"string","pattern":"^v\\d+\\.\\d+\\.\\d+(-slim)?(@sha256:[0-9a-f]{64})?$","patternErrorMessage":"must be a released version: v, three numbers, optionally -slim and @sha256:… (tags that move, such as main, are refused)","default":"v0.11.4@sha256:9591b13f13843c7721c2b8eaf7382846c81b3ffe126526d1888d1fed50c6a33f","examples":["v0.11.4"]},"allowDowngrade":{"type":"boolean","default":false},"cpu":{"type":"number","minimum":0.25,"maximum":4,"multipleOf":0.25,"default":1},"memoryGiB":{"type":"number","minimum":0.5,"maximum":8,"examples":[2]},"replicas":{"type":"object","additionalProperties":false,"default":{},"properties":{"min":{"type":"integer","minimum":0,"maximum":300,"default":1},"max":{"type":"integer","minimum":1,"maximum":300,"default":1}}},"environment":{"type":"object","default":{},"maxProperties":100,"propertyNames":{"pattern":"^[A-Za-z_][A-Za-z0-9_]*$","patternErrorMessage":"a variable's name must have only letters, digits and underscores, and not start with a digit"},"additionalProperties":{"type":"string","maxLength":8192},"examples":[{"WEBUI_NAME":"Contoso Chat"}]}}},"postgres":{"type":"object","additionalProperties":false,"default":{},"properties":{"sku":{"type":"string","pattern":"^Standard_(B1ms|B(2|4|8|12|16|20)ms|B2s|D(2|4|8|16|32|48|64)(s_v3|ds_v4)|D(2|4|8|16|32|48|64|96)(ds|ads)_v5|E(2|4|8|16|20|32|48|64)(s_v3|ds_v4)|E(2|4|8|16|20|32|48|64|96)(ds|ads)_v5)$","patternErrorMessage":"must be a compute size of PostgreSQL flexible server","default":"Standard_B2s","examples":["Standard_B2s","Standard_D2ds_v5"]},"storageGiB":{"type":"integer","enum":[32,64,128,256,512,1024,2048,4096,8192,16384],"default":32},"version":{"type":["integer","string"],"enum":[15,16,17,"15","16","17"],"default":16},"backupRetentionDays":{"type":"integer","minimum":7,"maximum":35,"default":7},"highAvailability":{"type":["boolean","string"],"enum":[false,true,"zone-redundant","same-zone"],"default":false},"geoRedundantBackup":{"type":"boolean","default":false},"network":{"type":"string","enum":["private-endpoint","vnet-integration"],"default":"private-endpoint"},"availabilityZone":{"type":["integer","string"],"enum":[1,2,3,"1","2","3"],"examples":[1]}}},"storage":{"type":"object","additionalProperties":false,"default":{},"properties":{"kind":{"type":"string","enum":["blob","azure-files"],"default":"blob"}}},"entra":{"type":"object","additionalProperties":false,"default":{},"properties":{"kind":{"type":"string","enum":["new","existing"],"default":"new"},"clientId":{"$ref":"#/$defs/guid","examples":["11111111-2222-3333-4444-555555555555"]}},"if":{"properties":{"kind":{"const":"existing"}},"required":["kind"]},"then":{"required":["clientId"]}}}},"models":{"type":"array","minItems":1,"maxItems":32,"examples":[["gpt-5-mini"]],"items":{"type":["string","object"],"pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9]$","patternErrorMessage":"must be 2 to 64 letters, digits, dots, underscores or hyphens, and start and end with a letter or digit","examples":["gpt-5-mini"],"required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9]$","patternErrorMessage":"must be 2 to 64 letters, digits, dots, underscores or hyphens, and start and end with a letter or digit","examples":["gpt-5-mini"]},"model":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,126}$","patternErrorMessage":"must be a name of Foundry's model catalogue","examples":["gpt-5-mini"]},"format":{"type":"string","enum":["OpenAI","OpenAI-OSS","xAI","Meta","Mistral AI","DeepSeek","Microsoft","Cohere","MoonshotAI","Alibaba","AI21 Labs","Core42","NVIDIA","Black Forest Labs","Stability AI","Anthropic"],"examples":["OpenAI"]},"version":{"type":"string","maxLength":64,"pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*$","patternErrorMessage":"must be a model version: letters, digits, dots, underscores and hyphens","examples":["2025-08-07"]},"sku":{"type":"string","enum":["GlobalStandard","DataZoneStandard","Standard","GlobalProvisionedManaged","DataZoneProvisionedManaged","ProvisionedManaged"],"default":"GlobalStandard"},"capacity":{"type":"integer","minimum":1,"maximum":100000,"examples":[50]},"versionUpgrade":{"type":"string","enum":["OnceNewDefaultVersionAvailable","OnceCurrentVersionExpired","NoAutoUpgrade"],"examples":["NoAutoUpgrade"]},"contentFilter":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$","patternErrorMessage":"must be the name of a content filter: at most 63 letters, digits, dots, underscores or hyphens, and start with a letter or digit","examples":["strict"]}}}},"contentFilters":{"type":"array","maxItems":16,"default":[],"examples":[[{"name":"strict","hate":"Low"}]],"items":{"type":"object","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$","patternErrorMessage":"must be the name of a content filter: at most 63 letters, digits, dots, underscores or hyphens, and start with a letter or digit","examples":["strict"]},"hate":{"$ref":"#/$defs/severity","default":"Medium"},"sexual":{"$ref":"#/$defs/severity","default":"Medium"},"violence":{"$ref":"#/$defs/severity","default":"Medium"},"selfHarm":{"$ref":"#/$defs/severity","default":"Medium"},"jailbreak":{"type":"boolean","default":true},"indirectAttack":{"type":"boolean","default":false},"protectedMaterial":{"type":"boolean","default":true},"streaming":{"type":"string","enum":["buffered","immediate"],"default":"buffered"}}}},"access":{"type":"object","additionalProperties":false,"default":{},"examples":[{"admins":[{"user":"11111111-2222-3333-4444-555555555555"}],"users":[{"group":"66666666-7777-8888-9999-aaaaaaaaaaaa"}]}],"properties":{"admins":{"type":"array","maxItems":200,"default":[],"items":{"$ref":"#/$defs/principal"}},"users":{"type":"array","maxItems":200,"default":[],"items":{"$ref":"#/$defs/principal"}}}},"limits":{"type":"object","additionalProperties":false,"default":{},"properties":{"perPerson":{"type":"object","additionalProperties":false,"default":{},"properties":{"tokensPerMinute":{"type":"integer","minimum":1,"maximum":1000000000,"default":50000},"tokenQuota":{"type":"object","additionalProperties":false,"required":["tokens","period"],"examples":[{"tokens":2000000,"period":"Monthly"}],"properties":{"tokens":{"type":"integer","minimum":1,"maximum":1000000000000,"examples":[2000000]},"period":{"type":"string","enum":["Hourly","Daily","Weekly","Monthly"],"examples":["Monthly"]}}}}},"perRole":{"type":["object","array"]},"perGroup":{"type":["object","array"]},"perModel":{"type":["object","array"]}}},"api":{"type":"object","additionalProperties":false,"default":{},"properties":{"path":{"type":"string","maxLength":60,"pattern":"^[a-z0-9]([a-z0-9._-]*[a-z0-9])?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)*$","patternErrorMessage":"must be lower-case path segments separated by /, without a leading or trailing one","examples":["openai/v1"]},"spec":{"type":"string","minLength":1,"maxLength":2000,"default":"built-in","examples":["built-in","../specs/openai.json"]}}},"smoke":{"type":"object","additionalProperties":false,"default":{},"properties":{"model":{"type":"string","minLength":1,"examples":["gpt-5-mini"]},"prompt":{"type":"string","minLength":1,"maxLength":2000,"default":"Answer with one short sentence: is the chat platform up?"},"firstTokenSeconds":{"type":"integer","minimum":1,"maximum":300,"default":60}}}},"$defs":{"severity":{"type":"string","enum":["Low","Medium","High"]},"guid":{"type":"string","pattern":"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$","patternErrorMessage":"must be a GUID"},"principal":{"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"examples":[{"group":"66666666-7777-8888-9999-aaaaaaaaaaaa"}],"properties":{"user":{"$ref":"#/$defs/guid","examples":["11111111-2222-3333-4444-555555555555"]},"group":{"$ref":"#/$defs/guid","examples":["66666666-7777-8888-9999-aaaaaaaaaaaa"]}}}}};
const schema32 = {"type":"string","pattern":"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$","patternErrorMessage":"must be a GUID"};
const schema34 = {"type":"string","enum":["Low","Medium","High"]};
const func1 = Object.prototype.hasOwnProperty;
const pattern4 = new RegExp("^[a-z][a-z0-9-]{1,18}[a-z0-9]$", "u");
const pattern5 = new RegExp("^[A-Za-z][^\\s<>%&\\\\?/()]{0,127}$", "u");
const pattern6 = new RegExp("^\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}$", "u");
const pattern7 = new RegExp("^[^\\s@<>\"',;]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$", "u");
const pattern9 = new RegExp("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", "u");
const pattern11 = new RegExp("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$", "u");
const pattern12 = new RegExp("^https://[a-z][a-z0-9-]{1,22}[a-z0-9]\\.vault\\.azure\\.net/secrets/[A-Za-z0-9-]{1,127}$", "u");
const pattern13 = new RegExp("^v\\d+\\.\\d+\\.\\d+(-slim)?(@sha256:[0-9a-f]{64})?$", "u");
const pattern14 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
const pattern15 = new RegExp("^Standard_(B1ms|B(2|4|8|12|16|20)ms|B2s|D(2|4|8|16|32|48|64)(s_v3|ds_v4)|D(2|4|8|16|32|48|64|96)(ds|ads)_v5|E(2|4|8|16|20|32|48|64)(s_v3|ds_v4)|E(2|4|8|16|20|32|48|64|96)(ds|ads)_v5)$", "u");
const pattern17 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9]$", "u");
const pattern19 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]{0,126}$", "u");
const pattern20 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]*$", "u");
const pattern21 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$", "u");
const pattern25 = new RegExp("^[a-z0-9]([a-z0-9._-]*[a-z0-9])?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)*$", "u");
const schema38 = {"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"examples":[{"group":"66666666-7777-8888-9999-aaaaaaaaaaaa"}],"properties":{"user":{"$ref":"#/$defs/guid","examples":["11111111-2222-3333-4444-555555555555"]},"group":{"$ref":"#/$defs/guid","examples":["66666666-7777-8888-9999-aaaaaaaaaaaa"]}}};

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
if(data19.certificate === undefined){
data19.certificate = "self-signed";
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
if(!(((key7 === "kind") || (key7 === "hostname")) || (key7 === "certificate"))){
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
if(!(data23 === "self-signed")){
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
if(!((data24 === "self-signed") || (data24 === "key-vault"))){
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
else {
const err84 = {instancePath:instancePath+"/spoke/exposure",schemaPath:"#/properties/spoke/properties/exposure/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
let data26 = data17.openWebUi;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(data26.version === undefined){
data26.version = "v0.11.4@sha256:9591b13f13843c7721c2b8eaf7382846c81b3ffe126526d1888d1fed50c6a33f";
}
if(data26.allowDowngrade === undefined){
data26.allowDowngrade = false;
}
if(data26.cpu === undefined){
data26.cpu = 1;
}
if(data26.replicas === undefined){
data26.replicas = {};
}
if(data26.environment === undefined){
data26.environment = {};
}
for(const key9 in data26){
if(!((((((key9 === "version") || (key9 === "allowDowngrade")) || (key9 === "cpu")) || (key9 === "memoryGiB")) || (key9 === "replicas")) || (key9 === "environment"))){
const err85 = {instancePath:instancePath+"/spoke/openWebUi",schemaPath:"#/properties/spoke/properties/openWebUi/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
let data27 = data26.version;
if(typeof data27 === "string"){
if(!pattern13.test(data27)){
const err86 = {instancePath:instancePath+"/spoke/openWebUi/version",schemaPath:"#/properties/spoke/properties/openWebUi/properties/version/pattern",keyword:"pattern",params:{pattern: "^v\\d+\\.\\d+\\.\\d+(-slim)?(@sha256:[0-9a-f]{64})?$"}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
else {
const err87 = {instancePath:instancePath+"/spoke/openWebUi/version",schemaPath:"#/properties/spoke/properties/openWebUi/properties/version/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(typeof data26.allowDowngrade !== "boolean"){
const err88 = {instancePath:instancePath+"/spoke/openWebUi/allowDowngrade",schemaPath:"#/properties/spoke/properties/openWebUi/properties/allowDowngrade/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
let data29 = data26.cpu;
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 > 4 || isNaN(data29)){
const err89 = {instancePath:instancePath+"/spoke/openWebUi/cpu",schemaPath:"#/properties/spoke/properties/openWebUi/properties/cpu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(data29 < 0.25 || isNaN(data29)){
const err90 = {instancePath:instancePath+"/spoke/openWebUi/cpu",schemaPath:"#/properties/spoke/properties/openWebUi/properties/cpu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.25}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
let res0;
if((0.25 === 0 || (res0 = data29/0.25, res0 !== parseInt(res0)))){
const err91 = {instancePath:instancePath+"/spoke/openWebUi/cpu",schemaPath:"#/properties/spoke/properties/openWebUi/properties/cpu/multipleOf",keyword:"multipleOf",params:{multipleOf: 0.25}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
else {
const err92 = {instancePath:instancePath+"/spoke/openWebUi/cpu",schemaPath:"#/properties/spoke/properties/openWebUi/properties/cpu/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if(data26.memoryGiB !== undefined){
let data30 = data26.memoryGiB;
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 8 || isNaN(data30)){
const err93 = {instancePath:instancePath+"/spoke/openWebUi/memoryGiB",schemaPath:"#/properties/spoke/properties/openWebUi/properties/memoryGiB/maximum",keyword:"maximum",params:{comparison: "<=", limit: 8}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(data30 < 0.5 || isNaN(data30)){
const err94 = {instancePath:instancePath+"/spoke/openWebUi/memoryGiB",schemaPath:"#/properties/spoke/properties/openWebUi/properties/memoryGiB/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.5}};
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
const err95 = {instancePath:instancePath+"/spoke/openWebUi/memoryGiB",schemaPath:"#/properties/spoke/properties/openWebUi/properties/memoryGiB/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
let data31 = data26.replicas;
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
if(data31.min === undefined){
data31.min = 1;
}
if(data31.max === undefined){
data31.max = 1;
}
for(const key10 in data31){
if(!((key10 === "min") || (key10 === "max"))){
const err96 = {instancePath:instancePath+"/spoke/openWebUi/replicas",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
let data32 = data31.min;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
const err97 = {instancePath:instancePath+"/spoke/openWebUi/replicas/min",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/properties/min/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 > 300 || isNaN(data32)){
const err98 = {instancePath:instancePath+"/spoke/openWebUi/replicas/min",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/properties/min/maximum",keyword:"maximum",params:{comparison: "<=", limit: 300}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(data32 < 0 || isNaN(data32)){
const err99 = {instancePath:instancePath+"/spoke/openWebUi/replicas/min",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/properties/min/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
let data33 = data31.max;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
const err100 = {instancePath:instancePath+"/spoke/openWebUi/replicas/max",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/properties/max/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 > 300 || isNaN(data33)){
const err101 = {instancePath:instancePath+"/spoke/openWebUi/replicas/max",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/properties/max/maximum",keyword:"maximum",params:{comparison: "<=", limit: 300}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if(data33 < 1 || isNaN(data33)){
const err102 = {instancePath:instancePath+"/spoke/openWebUi/replicas/max",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/properties/max/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
}
else {
const err103 = {instancePath:instancePath+"/spoke/openWebUi/replicas",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
let data34 = data26.environment;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(Object.keys(data34).length > 100){
const err104 = {instancePath:instancePath+"/spoke/openWebUi/environment",schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/maxProperties",keyword:"maxProperties",params:{limit: 100}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
for(const key11 in data34){
const _errs102 = errors;
if(typeof key11 === "string"){
if(!pattern14.test(key11)){
const err105 = {instancePath:instancePath+"/spoke/openWebUi/environment",schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},propertyName:key11};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
var valid23 = _errs102 === errors;
if(!valid23){
const err106 = {instancePath:instancePath+"/spoke/openWebUi/environment",schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/propertyNames",keyword:"propertyNames",params:{propertyName: key11}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
for(const key12 in data34){
let data35 = data34[key12];
if(typeof data35 === "string"){
if(data35.length > 8192){
const err107 = {instancePath:instancePath+"/spoke/openWebUi/environment/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 8192}};
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
const err108 = {instancePath:instancePath+"/spoke/openWebUi/environment/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
}
else {
const err109 = {instancePath:instancePath+"/spoke/openWebUi/environment",schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
else {
const err110 = {instancePath:instancePath+"/spoke/openWebUi",schemaPath:"#/properties/spoke/properties/openWebUi/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
let data36 = data17.postgres;
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
if(data36.sku === undefined){
data36.sku = "Standard_B2s";
}
if(data36.storageGiB === undefined){
data36.storageGiB = 32;
}
if(data36.version === undefined){
data36.version = 16;
}
if(data36.backupRetentionDays === undefined){
data36.backupRetentionDays = 7;
}
if(data36.highAvailability === undefined){
data36.highAvailability = false;
}
if(data36.geoRedundantBackup === undefined){
data36.geoRedundantBackup = false;
}
if(data36.network === undefined){
data36.network = "private-endpoint";
}
for(const key13 in data36){
if(!((((((((key13 === "sku") || (key13 === "storageGiB")) || (key13 === "version")) || (key13 === "backupRetentionDays")) || (key13 === "highAvailability")) || (key13 === "geoRedundantBackup")) || (key13 === "network")) || (key13 === "availabilityZone"))){
const err111 = {instancePath:instancePath+"/spoke/postgres",schemaPath:"#/properties/spoke/properties/postgres/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
let data37 = data36.sku;
if(typeof data37 === "string"){
if(!pattern15.test(data37)){
const err112 = {instancePath:instancePath+"/spoke/postgres/sku",schemaPath:"#/properties/spoke/properties/postgres/properties/sku/pattern",keyword:"pattern",params:{pattern: "^Standard_(B1ms|B(2|4|8|12|16|20)ms|B2s|D(2|4|8|16|32|48|64)(s_v3|ds_v4)|D(2|4|8|16|32|48|64|96)(ds|ads)_v5|E(2|4|8|16|20|32|48|64)(s_v3|ds_v4)|E(2|4|8|16|20|32|48|64|96)(ds|ads)_v5)$"}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
else {
const err113 = {instancePath:instancePath+"/spoke/postgres/sku",schemaPath:"#/properties/spoke/properties/postgres/properties/sku/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
let data38 = data36.storageGiB;
if(!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))){
const err114 = {instancePath:instancePath+"/spoke/postgres/storageGiB",schemaPath:"#/properties/spoke/properties/postgres/properties/storageGiB/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(!((((((((((data38 === 32) || (data38 === 64)) || (data38 === 128)) || (data38 === 256)) || (data38 === 512)) || (data38 === 1024)) || (data38 === 2048)) || (data38 === 4096)) || (data38 === 8192)) || (data38 === 16384))){
const err115 = {instancePath:instancePath+"/spoke/postgres/storageGiB",schemaPath:"#/properties/spoke/properties/postgres/properties/storageGiB/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.postgres.properties.storageGiB.enum}};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
let data39 = data36.version;
if((!(((typeof data39 == "number") && (!(data39 % 1) && !isNaN(data39))) && (isFinite(data39)))) && (typeof data39 !== "string")){
const err116 = {instancePath:instancePath+"/spoke/postgres/version",schemaPath:"#/properties/spoke/properties/postgres/properties/version/type",keyword:"type",params:{type: schema31.properties.spoke.properties.postgres.properties.version.type}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if(!((((((data39 === 15) || (data39 === 16)) || (data39 === 17)) || (data39 === "15")) || (data39 === "16")) || (data39 === "17"))){
const err117 = {instancePath:instancePath+"/spoke/postgres/version",schemaPath:"#/properties/spoke/properties/postgres/properties/version/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.postgres.properties.version.enum}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
let data40 = data36.backupRetentionDays;
if(!(((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40))) && (isFinite(data40)))){
const err118 = {instancePath:instancePath+"/spoke/postgres/backupRetentionDays",schemaPath:"#/properties/spoke/properties/postgres/properties/backupRetentionDays/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if((typeof data40 == "number") && (isFinite(data40))){
if(data40 > 35 || isNaN(data40)){
const err119 = {instancePath:instancePath+"/spoke/postgres/backupRetentionDays",schemaPath:"#/properties/spoke/properties/postgres/properties/backupRetentionDays/maximum",keyword:"maximum",params:{comparison: "<=", limit: 35}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(data40 < 7 || isNaN(data40)){
const err120 = {instancePath:instancePath+"/spoke/postgres/backupRetentionDays",schemaPath:"#/properties/spoke/properties/postgres/properties/backupRetentionDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 7}};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
let data41 = data36.highAvailability;
if((typeof data41 !== "boolean") && (typeof data41 !== "string")){
const err121 = {instancePath:instancePath+"/spoke/postgres/highAvailability",schemaPath:"#/properties/spoke/properties/postgres/properties/highAvailability/type",keyword:"type",params:{type: schema31.properties.spoke.properties.postgres.properties.highAvailability.type}};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
if(!((((data41 === false) || (data41 === true)) || (data41 === "zone-redundant")) || (data41 === "same-zone"))){
const err122 = {instancePath:instancePath+"/spoke/postgres/highAvailability",schemaPath:"#/properties/spoke/properties/postgres/properties/highAvailability/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.postgres.properties.highAvailability.enum}};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
if(typeof data36.geoRedundantBackup !== "boolean"){
const err123 = {instancePath:instancePath+"/spoke/postgres/geoRedundantBackup",schemaPath:"#/properties/spoke/properties/postgres/properties/geoRedundantBackup/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
let data43 = data36.network;
if(typeof data43 !== "string"){
const err124 = {instancePath:instancePath+"/spoke/postgres/network",schemaPath:"#/properties/spoke/properties/postgres/properties/network/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if(!((data43 === "private-endpoint") || (data43 === "vnet-integration"))){
const err125 = {instancePath:instancePath+"/spoke/postgres/network",schemaPath:"#/properties/spoke/properties/postgres/properties/network/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.postgres.properties.network.enum}};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if(data36.availabilityZone !== undefined){
let data44 = data36.availabilityZone;
if((!(((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44))) && (isFinite(data44)))) && (typeof data44 !== "string")){
const err126 = {instancePath:instancePath+"/spoke/postgres/availabilityZone",schemaPath:"#/properties/spoke/properties/postgres/properties/availabilityZone/type",keyword:"type",params:{type: schema31.properties.spoke.properties.postgres.properties.availabilityZone.type}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
if(!((((((data44 === 1) || (data44 === 2)) || (data44 === 3)) || (data44 === "1")) || (data44 === "2")) || (data44 === "3"))){
const err127 = {instancePath:instancePath+"/spoke/postgres/availabilityZone",schemaPath:"#/properties/spoke/properties/postgres/properties/availabilityZone/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.postgres.properties.availabilityZone.enum}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
}
else {
const err128 = {instancePath:instancePath+"/spoke/postgres",schemaPath:"#/properties/spoke/properties/postgres/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
let data45 = data17.storage;
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
if(data45.kind === undefined){
data45.kind = "blob";
}
for(const key14 in data45){
if(!(key14 === "kind")){
const err129 = {instancePath:instancePath+"/spoke/storage",schemaPath:"#/properties/spoke/properties/storage/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
let data46 = data45.kind;
if(typeof data46 !== "string"){
const err130 = {instancePath:instancePath+"/spoke/storage/kind",schemaPath:"#/properties/spoke/properties/storage/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
if(!((data46 === "blob") || (data46 === "azure-files"))){
const err131 = {instancePath:instancePath+"/spoke/storage/kind",schemaPath:"#/properties/spoke/properties/storage/properties/kind/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.storage.properties.kind.enum}};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
else {
const err132 = {instancePath:instancePath+"/spoke/storage",schemaPath:"#/properties/spoke/properties/storage/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
let data47 = data17.entra;
const _errs132 = errors;
let valid27 = true;
const _errs133 = errors;
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
let missing6;
if((data47.kind === undefined) && (missing6 = "kind")){
const err133 = {};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
else {
if(data47.kind !== undefined){
if("existing" !== data47.kind){
const err134 = {};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
}
}
var _valid5 = _errs133 === errors;
errors = _errs132;
if(vErrors !== null){
if(_errs132){
vErrors.length = _errs132;
}
else {
vErrors = null;
}
}
if(_valid5){
const _errs135 = errors;
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
if(data47.clientId === undefined){
const err135 = {instancePath:instancePath+"/spoke/entra",schemaPath:"#/properties/spoke/properties/entra/then/required",keyword:"required",params:{missingProperty: "clientId"}};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
var _valid5 = _errs135 === errors;
valid27 = _valid5;
}
if(!valid27){
const err136 = {instancePath:instancePath+"/spoke/entra",schemaPath:"#/properties/spoke/properties/entra/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
if(data47.kind === undefined){
data47.kind = "new";
}
for(const key15 in data47){
if(!((key15 === "kind") || (key15 === "clientId"))){
const err137 = {instancePath:instancePath+"/spoke/entra",schemaPath:"#/properties/spoke/properties/entra/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
let data49 = data47.kind;
if(typeof data49 !== "string"){
const err138 = {instancePath:instancePath+"/spoke/entra/kind",schemaPath:"#/properties/spoke/properties/entra/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(!((data49 === "new") || (data49 === "existing"))){
const err139 = {instancePath:instancePath+"/spoke/entra/kind",schemaPath:"#/properties/spoke/properties/entra/properties/kind/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.entra.properties.kind.enum}};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(data47.clientId !== undefined){
let data50 = data47.clientId;
if(typeof data50 === "string"){
if(!pattern9.test(data50)){
const err140 = {instancePath:instancePath+"/spoke/entra/clientId",schemaPath:"#/$defs/guid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"}};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
else {
const err141 = {instancePath:instancePath+"/spoke/entra/clientId",schemaPath:"#/$defs/guid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
}
else {
const err142 = {instancePath:instancePath+"/spoke/entra",schemaPath:"#/properties/spoke/properties/entra/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
else {
const err143 = {instancePath:instancePath+"/spoke",schemaPath:"#/properties/spoke/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
if(data.models !== undefined){
let data51 = data.models;
if(Array.isArray(data51)){
if(data51.length > 32){
const err144 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
if(data51.length < 1){
const err145 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
const len1 = data51.length;
for(let i1=0; i1<len1; i1++){
let data52 = data51[i1];
if((typeof data52 !== "string") && (!(data52 && typeof data52 == "object" && !Array.isArray(data52)))){
const err146 = {instancePath:instancePath+"/models/" + i1,schemaPath:"#/properties/models/items/type",keyword:"type",params:{type: schema31.properties.models.items.type}};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
if(typeof data52 === "string"){
if(!pattern17.test(data52)){
const err147 = {instancePath:instancePath+"/models/" + i1,schemaPath:"#/properties/models/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9]$"}};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
if(data52.sku === undefined){
data52.sku = "GlobalStandard";
}
if(data52.name === undefined){
const err148 = {instancePath:instancePath+"/models/" + i1,schemaPath:"#/properties/models/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
for(const key16 in data52){
if(!((((((((key16 === "name") || (key16 === "model")) || (key16 === "format")) || (key16 === "version")) || (key16 === "sku")) || (key16 === "capacity")) || (key16 === "versionUpgrade")) || (key16 === "contentFilter"))){
const err149 = {instancePath:instancePath+"/models/" + i1,schemaPath:"#/properties/models/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
if(data52.name !== undefined){
let data53 = data52.name;
if(typeof data53 === "string"){
if(!pattern17.test(data53)){
const err150 = {instancePath:instancePath+"/models/" + i1+"/name",schemaPath:"#/properties/models/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9]$"}};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
else {
const err151 = {instancePath:instancePath+"/models/" + i1+"/name",schemaPath:"#/properties/models/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
if(data52.model !== undefined){
let data54 = data52.model;
if(typeof data54 === "string"){
if(!pattern19.test(data54)){
const err152 = {instancePath:instancePath+"/models/" + i1+"/model",schemaPath:"#/properties/models/items/properties/model/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,126}$"}};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
else {
const err153 = {instancePath:instancePath+"/models/" + i1+"/model",schemaPath:"#/properties/models/items/properties/model/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
if(data52.format !== undefined){
let data55 = data52.format;
if(typeof data55 !== "string"){
const err154 = {instancePath:instancePath+"/models/" + i1+"/format",schemaPath:"#/properties/models/items/properties/format/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
if(!((((((((((((((((data55 === "OpenAI") || (data55 === "OpenAI-OSS")) || (data55 === "xAI")) || (data55 === "Meta")) || (data55 === "Mistral AI")) || (data55 === "DeepSeek")) || (data55 === "Microsoft")) || (data55 === "Cohere")) || (data55 === "MoonshotAI")) || (data55 === "Alibaba")) || (data55 === "AI21 Labs")) || (data55 === "Core42")) || (data55 === "NVIDIA")) || (data55 === "Black Forest Labs")) || (data55 === "Stability AI")) || (data55 === "Anthropic"))){
const err155 = {instancePath:instancePath+"/models/" + i1+"/format",schemaPath:"#/properties/models/items/properties/format/enum",keyword:"enum",params:{allowedValues: schema31.properties.models.items.properties.format.enum}};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
if(data52.version !== undefined){
let data56 = data52.version;
if(typeof data56 === "string"){
if(data56.length > 64){
const err156 = {instancePath:instancePath+"/models/" + i1+"/version",schemaPath:"#/properties/models/items/properties/version/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
if(!pattern20.test(data56)){
const err157 = {instancePath:instancePath+"/models/" + i1+"/version",schemaPath:"#/properties/models/items/properties/version/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"}};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
else {
const err158 = {instancePath:instancePath+"/models/" + i1+"/version",schemaPath:"#/properties/models/items/properties/version/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
let data57 = data52.sku;
if(typeof data57 !== "string"){
const err159 = {instancePath:instancePath+"/models/" + i1+"/sku",schemaPath:"#/properties/models/items/properties/sku/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
if(!((((((data57 === "GlobalStandard") || (data57 === "DataZoneStandard")) || (data57 === "Standard")) || (data57 === "GlobalProvisionedManaged")) || (data57 === "DataZoneProvisionedManaged")) || (data57 === "ProvisionedManaged"))){
const err160 = {instancePath:instancePath+"/models/" + i1+"/sku",schemaPath:"#/properties/models/items/properties/sku/enum",keyword:"enum",params:{allowedValues: schema31.properties.models.items.properties.sku.enum}};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
if(data52.capacity !== undefined){
let data58 = data52.capacity;
if(!(((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58))) && (isFinite(data58)))){
const err161 = {instancePath:instancePath+"/models/" + i1+"/capacity",schemaPath:"#/properties/models/items/properties/capacity/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
if((typeof data58 == "number") && (isFinite(data58))){
if(data58 > 100000 || isNaN(data58)){
const err162 = {instancePath:instancePath+"/models/" + i1+"/capacity",schemaPath:"#/properties/models/items/properties/capacity/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
if(data58 < 1 || isNaN(data58)){
const err163 = {instancePath:instancePath+"/models/" + i1+"/capacity",schemaPath:"#/properties/models/items/properties/capacity/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
}
if(data52.versionUpgrade !== undefined){
let data59 = data52.versionUpgrade;
if(typeof data59 !== "string"){
const err164 = {instancePath:instancePath+"/models/" + i1+"/versionUpgrade",schemaPath:"#/properties/models/items/properties/versionUpgrade/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
if(!(((data59 === "OnceNewDefaultVersionAvailable") || (data59 === "OnceCurrentVersionExpired")) || (data59 === "NoAutoUpgrade"))){
const err165 = {instancePath:instancePath+"/models/" + i1+"/versionUpgrade",schemaPath:"#/properties/models/items/properties/versionUpgrade/enum",keyword:"enum",params:{allowedValues: schema31.properties.models.items.properties.versionUpgrade.enum}};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
if(data52.contentFilter !== undefined){
let data60 = data52.contentFilter;
if(typeof data60 === "string"){
if(!pattern21.test(data60)){
const err166 = {instancePath:instancePath+"/models/" + i1+"/contentFilter",schemaPath:"#/properties/models/items/properties/contentFilter/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"}};
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
const err167 = {instancePath:instancePath+"/models/" + i1+"/contentFilter",schemaPath:"#/properties/models/items/properties/contentFilter/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
}
}
}
else {
const err168 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
let data61 = data.contentFilters;
if(Array.isArray(data61)){
if(data61.length > 16){
const err169 = {instancePath:instancePath+"/contentFilters",schemaPath:"#/properties/contentFilters/maxItems",keyword:"maxItems",params:{limit: 16}};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
const len2 = data61.length;
for(let i2=0; i2<len2; i2++){
let data62 = data61[i2];
if(data62 && typeof data62 == "object" && !Array.isArray(data62)){
if(data62.hate === undefined){
data62.hate = "Medium";
}
if(data62.sexual === undefined){
data62.sexual = "Medium";
}
if(data62.violence === undefined){
data62.violence = "Medium";
}
if(data62.selfHarm === undefined){
data62.selfHarm = "Medium";
}
if(data62.jailbreak === undefined){
data62.jailbreak = true;
}
if(data62.indirectAttack === undefined){
data62.indirectAttack = false;
}
if(data62.protectedMaterial === undefined){
data62.protectedMaterial = true;
}
if(data62.streaming === undefined){
data62.streaming = "buffered";
}
if(data62.name === undefined){
const err170 = {instancePath:instancePath+"/contentFilters/" + i2,schemaPath:"#/properties/contentFilters/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
for(const key17 in data62){
if(!(func1.call(schema31.properties.contentFilters.items.properties, key17))){
const err171 = {instancePath:instancePath+"/contentFilters/" + i2,schemaPath:"#/properties/contentFilters/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17}};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
if(data62.name !== undefined){
let data63 = data62.name;
if(typeof data63 === "string"){
if(!pattern21.test(data63)){
const err172 = {instancePath:instancePath+"/contentFilters/" + i2+"/name",schemaPath:"#/properties/contentFilters/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"}};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
else {
const err173 = {instancePath:instancePath+"/contentFilters/" + i2+"/name",schemaPath:"#/properties/contentFilters/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
let data64 = data62.hate;
if(typeof data64 !== "string"){
const err174 = {instancePath:instancePath+"/contentFilters/" + i2+"/hate",schemaPath:"#/$defs/severity/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
if(!(((data64 === "Low") || (data64 === "Medium")) || (data64 === "High"))){
const err175 = {instancePath:instancePath+"/contentFilters/" + i2+"/hate",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema34.enum}};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
let data65 = data62.sexual;
if(typeof data65 !== "string"){
const err176 = {instancePath:instancePath+"/contentFilters/" + i2+"/sexual",schemaPath:"#/$defs/severity/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
if(!(((data65 === "Low") || (data65 === "Medium")) || (data65 === "High"))){
const err177 = {instancePath:instancePath+"/contentFilters/" + i2+"/sexual",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema34.enum}};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
let data66 = data62.violence;
if(typeof data66 !== "string"){
const err178 = {instancePath:instancePath+"/contentFilters/" + i2+"/violence",schemaPath:"#/$defs/severity/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
if(!(((data66 === "Low") || (data66 === "Medium")) || (data66 === "High"))){
const err179 = {instancePath:instancePath+"/contentFilters/" + i2+"/violence",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema34.enum}};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
let data67 = data62.selfHarm;
if(typeof data67 !== "string"){
const err180 = {instancePath:instancePath+"/contentFilters/" + i2+"/selfHarm",schemaPath:"#/$defs/severity/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
if(!(((data67 === "Low") || (data67 === "Medium")) || (data67 === "High"))){
const err181 = {instancePath:instancePath+"/contentFilters/" + i2+"/selfHarm",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema34.enum}};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
if(typeof data62.jailbreak !== "boolean"){
const err182 = {instancePath:instancePath+"/contentFilters/" + i2+"/jailbreak",schemaPath:"#/properties/contentFilters/items/properties/jailbreak/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
if(typeof data62.indirectAttack !== "boolean"){
const err183 = {instancePath:instancePath+"/contentFilters/" + i2+"/indirectAttack",schemaPath:"#/properties/contentFilters/items/properties/indirectAttack/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
if(typeof data62.protectedMaterial !== "boolean"){
const err184 = {instancePath:instancePath+"/contentFilters/" + i2+"/protectedMaterial",schemaPath:"#/properties/contentFilters/items/properties/protectedMaterial/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
let data71 = data62.streaming;
if(typeof data71 !== "string"){
const err185 = {instancePath:instancePath+"/contentFilters/" + i2+"/streaming",schemaPath:"#/properties/contentFilters/items/properties/streaming/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
if(!((data71 === "buffered") || (data71 === "immediate"))){
const err186 = {instancePath:instancePath+"/contentFilters/" + i2+"/streaming",schemaPath:"#/properties/contentFilters/items/properties/streaming/enum",keyword:"enum",params:{allowedValues: schema31.properties.contentFilters.items.properties.streaming.enum}};
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
const err187 = {instancePath:instancePath+"/contentFilters/" + i2,schemaPath:"#/properties/contentFilters/items/type",keyword:"type",params:{type: "object"}};
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
else {
const err188 = {instancePath:instancePath+"/contentFilters",schemaPath:"#/properties/contentFilters/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
let data72 = data.access;
if(data72 && typeof data72 == "object" && !Array.isArray(data72)){
if(data72.admins === undefined){
data72.admins = [];
}
if(data72.users === undefined){
data72.users = [];
}
for(const key18 in data72){
if(!((key18 === "admins") || (key18 === "users"))){
const err189 = {instancePath:instancePath+"/access",schemaPath:"#/properties/access/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
let data73 = data72.admins;
if(Array.isArray(data73)){
if(data73.length > 200){
const err190 = {instancePath:instancePath+"/access/admins",schemaPath:"#/properties/access/properties/admins/maxItems",keyword:"maxItems",params:{limit: 200}};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
const len3 = data73.length;
for(let i3=0; i3<len3; i3++){
if(!(validate21(data73[i3], {instancePath:instancePath+"/access/admins/" + i3,parentData:data73,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err191 = {instancePath:instancePath+"/access/admins",schemaPath:"#/properties/access/properties/admins/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
let data75 = data72.users;
if(Array.isArray(data75)){
if(data75.length > 200){
const err192 = {instancePath:instancePath+"/access/users",schemaPath:"#/properties/access/properties/users/maxItems",keyword:"maxItems",params:{limit: 200}};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
const len4 = data75.length;
for(let i4=0; i4<len4; i4++){
if(!(validate21(data75[i4], {instancePath:instancePath+"/access/users/" + i4,parentData:data75,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err193 = {instancePath:instancePath+"/access/users",schemaPath:"#/properties/access/properties/users/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
else {
const err194 = {instancePath:instancePath+"/access",schemaPath:"#/properties/access/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
let data77 = data.limits;
if(data77 && typeof data77 == "object" && !Array.isArray(data77)){
if(data77.perPerson === undefined){
data77.perPerson = {};
}
for(const key19 in data77){
if(!((((key19 === "perPerson") || (key19 === "perRole")) || (key19 === "perGroup")) || (key19 === "perModel"))){
const err195 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19}};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
let data78 = data77.perPerson;
if(data78 && typeof data78 == "object" && !Array.isArray(data78)){
if(data78.tokensPerMinute === undefined){
data78.tokensPerMinute = 50000;
}
for(const key20 in data78){
if(!((key20 === "tokensPerMinute") || (key20 === "tokenQuota"))){
const err196 = {instancePath:instancePath+"/limits/perPerson",schemaPath:"#/properties/limits/properties/perPerson/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20}};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
let data79 = data78.tokensPerMinute;
if(!(((typeof data79 == "number") && (!(data79 % 1) && !isNaN(data79))) && (isFinite(data79)))){
const err197 = {instancePath:instancePath+"/limits/perPerson/tokensPerMinute",schemaPath:"#/properties/limits/properties/perPerson/properties/tokensPerMinute/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
if((typeof data79 == "number") && (isFinite(data79))){
if(data79 > 1000000000 || isNaN(data79)){
const err198 = {instancePath:instancePath+"/limits/perPerson/tokensPerMinute",schemaPath:"#/properties/limits/properties/perPerson/properties/tokensPerMinute/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000}};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
if(data79 < 1 || isNaN(data79)){
const err199 = {instancePath:instancePath+"/limits/perPerson/tokensPerMinute",schemaPath:"#/properties/limits/properties/perPerson/properties/tokensPerMinute/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
if(data78.tokenQuota !== undefined){
let data80 = data78.tokenQuota;
if(data80 && typeof data80 == "object" && !Array.isArray(data80)){
if(data80.tokens === undefined){
const err200 = {instancePath:instancePath+"/limits/perPerson/tokenQuota",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/required",keyword:"required",params:{missingProperty: "tokens"}};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
if(data80.period === undefined){
const err201 = {instancePath:instancePath+"/limits/perPerson/tokenQuota",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/required",keyword:"required",params:{missingProperty: "period"}};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
for(const key21 in data80){
if(!((key21 === "tokens") || (key21 === "period"))){
const err202 = {instancePath:instancePath+"/limits/perPerson/tokenQuota",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21}};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
if(data80.tokens !== undefined){
let data81 = data80.tokens;
if(!(((typeof data81 == "number") && (!(data81 % 1) && !isNaN(data81))) && (isFinite(data81)))){
const err203 = {instancePath:instancePath+"/limits/perPerson/tokenQuota/tokens",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/properties/tokens/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
if((typeof data81 == "number") && (isFinite(data81))){
if(data81 > 1000000000000 || isNaN(data81)){
const err204 = {instancePath:instancePath+"/limits/perPerson/tokenQuota/tokens",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/properties/tokens/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000}};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
if(data81 < 1 || isNaN(data81)){
const err205 = {instancePath:instancePath+"/limits/perPerson/tokenQuota/tokens",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/properties/tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
}
if(data80.period !== undefined){
let data82 = data80.period;
if(typeof data82 !== "string"){
const err206 = {instancePath:instancePath+"/limits/perPerson/tokenQuota/period",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/properties/period/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
if(!((((data82 === "Hourly") || (data82 === "Daily")) || (data82 === "Weekly")) || (data82 === "Monthly"))){
const err207 = {instancePath:instancePath+"/limits/perPerson/tokenQuota/period",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/properties/period/enum",keyword:"enum",params:{allowedValues: schema31.properties.limits.properties.perPerson.properties.tokenQuota.properties.period.enum}};
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
const err208 = {instancePath:instancePath+"/limits/perPerson/tokenQuota",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
}
else {
const err209 = {instancePath:instancePath+"/limits/perPerson",schemaPath:"#/properties/limits/properties/perPerson/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
if(data77.perRole !== undefined){
let data83 = data77.perRole;
if(!data83 || typeof data83 != "object"){
const err210 = {instancePath:instancePath+"/limits/perRole",schemaPath:"#/properties/limits/properties/perRole/type",keyword:"type",params:{type: schema31.properties.limits.properties.perRole.type}};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
if(data77.perGroup !== undefined){
let data84 = data77.perGroup;
if(!data84 || typeof data84 != "object"){
const err211 = {instancePath:instancePath+"/limits/perGroup",schemaPath:"#/properties/limits/properties/perGroup/type",keyword:"type",params:{type: schema31.properties.limits.properties.perGroup.type}};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
if(data77.perModel !== undefined){
let data85 = data77.perModel;
if(!data85 || typeof data85 != "object"){
const err212 = {instancePath:instancePath+"/limits/perModel",schemaPath:"#/properties/limits/properties/perModel/type",keyword:"type",params:{type: schema31.properties.limits.properties.perModel.type}};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
}
else {
const err213 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
let data86 = data.api;
if(data86 && typeof data86 == "object" && !Array.isArray(data86)){
if(data86.spec === undefined){
data86.spec = "built-in";
}
for(const key22 in data86){
if(!((key22 === "path") || (key22 === "spec"))){
const err214 = {instancePath:instancePath+"/api",schemaPath:"#/properties/api/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22}};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
if(data86.path !== undefined){
let data87 = data86.path;
if(typeof data87 === "string"){
if(data87.length > 60){
const err215 = {instancePath:instancePath+"/api/path",schemaPath:"#/properties/api/properties/path/maxLength",keyword:"maxLength",params:{limit: 60}};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
if(!pattern25.test(data87)){
const err216 = {instancePath:instancePath+"/api/path",schemaPath:"#/properties/api/properties/path/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9._-]*[a-z0-9])?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)*$"}};
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
const err217 = {instancePath:instancePath+"/api/path",schemaPath:"#/properties/api/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
}
let data88 = data86.spec;
if(typeof data88 === "string"){
if(data88.length > 2000){
const err218 = {instancePath:instancePath+"/api/spec",schemaPath:"#/properties/api/properties/spec/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
if(data88.length < 1){
const err219 = {instancePath:instancePath+"/api/spec",schemaPath:"#/properties/api/properties/spec/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
else {
const err220 = {instancePath:instancePath+"/api/spec",schemaPath:"#/properties/api/properties/spec/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
else {
const err221 = {instancePath:instancePath+"/api",schemaPath:"#/properties/api/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
let data89 = data.smoke;
if(data89 && typeof data89 == "object" && !Array.isArray(data89)){
if(data89.prompt === undefined){
data89.prompt = "Answer with one short sentence: is the chat platform up?";
}
if(data89.firstTokenSeconds === undefined){
data89.firstTokenSeconds = 60;
}
for(const key23 in data89){
if(!(((key23 === "model") || (key23 === "prompt")) || (key23 === "firstTokenSeconds"))){
const err222 = {instancePath:instancePath+"/smoke",schemaPath:"#/properties/smoke/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23}};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
}
if(data89.model !== undefined){
let data90 = data89.model;
if(typeof data90 === "string"){
if(data90.length < 1){
const err223 = {instancePath:instancePath+"/smoke/model",schemaPath:"#/properties/smoke/properties/model/minLength",keyword:"minLength",params:{limit: 1}};
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
const err224 = {instancePath:instancePath+"/smoke/model",schemaPath:"#/properties/smoke/properties/model/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
let data91 = data89.prompt;
if(typeof data91 === "string"){
if(data91.length > 2000){
const err225 = {instancePath:instancePath+"/smoke/prompt",schemaPath:"#/properties/smoke/properties/prompt/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
if(data91.length < 1){
const err226 = {instancePath:instancePath+"/smoke/prompt",schemaPath:"#/properties/smoke/properties/prompt/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
}
else {
const err227 = {instancePath:instancePath+"/smoke/prompt",schemaPath:"#/properties/smoke/properties/prompt/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
let data92 = data89.firstTokenSeconds;
if(!(((typeof data92 == "number") && (!(data92 % 1) && !isNaN(data92))) && (isFinite(data92)))){
const err228 = {instancePath:instancePath+"/smoke/firstTokenSeconds",schemaPath:"#/properties/smoke/properties/firstTokenSeconds/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
if((typeof data92 == "number") && (isFinite(data92))){
if(data92 > 300 || isNaN(data92)){
const err229 = {instancePath:instancePath+"/smoke/firstTokenSeconds",schemaPath:"#/properties/smoke/properties/firstTokenSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 300}};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
if(data92 < 1 || isNaN(data92)){
const err230 = {instancePath:instancePath+"/smoke/firstTokenSeconds",schemaPath:"#/properties/smoke/properties/firstTokenSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
}
}
else {
const err231 = {instancePath:instancePath+"/smoke",schemaPath:"#/properties/smoke/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
}
else {
const err232 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export { schema31 as schema };
