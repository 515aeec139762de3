// Made by packages/config/scripts/generate-validator.ts from environment.schema.json. Do not edit.
"use strict";
export const validate = validate20;
export default validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"environment.schema.json","title":"Environment file","type":"object","additionalProperties":false,"required":["name","location","hub","spoke","models"],"properties":{"name":{"type":"string","pattern":"^[a-z][a-z0-9-]{1,18}[a-z0-9]$","patternErrorMessage":"must be 3 to 20 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen","examples":["contoso-dev"]},"location":{"type":"string","enum":["australiacentral","australiaeast","australiasoutheast","austriaeast","belgiumcentral","brazilsouth","brazilsoutheast","canadacentral","canadaeast","centralindia","centralus","chilecentral","denmarkeast","eastasia","eastus","eastus2","francecentral","francesouth","germanynorth","germanywestcentral","indonesiacentral","israelcentral","italynorth","japaneast","japanwest","koreacentral","koreasouth","malaysiawest","mexicocentral","newzealandnorth","northcentralus","northeurope","norwayeast","norwaywest","polandcentral","qatarcentral","southafricanorth","southafricawest","southcentralus","southeastasia","southindia","spaincentral","swedencentral","swedensouth","switzerlandnorth","switzerlandwest","uaecentral","uaenorth","uksouth","ukwest","westcentralus","westeurope","westindia","westus","westus2","westus3"],"examples":["swedencentral"]},"tags":{"type":"object","default":{},"maxProperties":12,"propertyNames":{"pattern":"^[A-Za-z][^\\s<>%&\\\\?/()]{0,127}$","patternErrorMessage":"a tag's name must start with a letter, have at most 128 characters, and no space or any of < > % & \\ ? / ( )"},"additionalProperties":{"type":"string","maxLength":256},"examples":[{"cost-center":"4711","owner":"chat-team"}]},"hub":{"type":"object","additionalProperties":false,"examples":[{"addressSpace":"10.10.0.0/22","gateway":{"publisherEmail":"platform@contoso.com"}}],"properties":{"addressSpace":{"type":"string","pattern":"^\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}$","patternErrorMessage":"must be an address range in CIDR notation, such as 10.10.0.0/22","examples":["10.10.0.0/22"]},"gateway":{"type":"object","additionalProperties":false,"required":["publisherEmail"],"examples":[{"publisherEmail":"platform@contoso.com"}],"properties":{"sku":{"type":"string","enum":["Developer","Premium","StandardV2","PremiumV2"],"default":"Developer"},"capacity":{"type":"integer","minimum":1,"maximum":31,"default":1},"publisherEmail":{"type":"string","maxLength":100,"pattern":"^[^\\s@<>\"',;]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$","patternErrorMessage":"must be an e-mail address","examples":["platform@contoso.com"]},"publisherName":{"type":"string","minLength":1,"maxLength":100,"default":"Platform team","examples":["Contoso platform team"]}}},"reference":{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string","examples":["contoso-hub"]},"subscriptionId":{"$ref":"#/$defs/guid","examples":["11111111-2222-3333-4444-555555555555"]}}}},"if":{"not":{"required":["reference"]}},"then":{"required":["addressSpace","gateway"]}},"spoke":{"type":"object","additionalProperties":false,"required":["addressSpace","exposure"],"examples":[{"addressSpace":"10.10.4.0/22","exposure":{"kind":"app-gateway","hostname":"chat.contoso.com","certificate":"self-signed"}}],"properties":{"addressSpace":{"type":"string","pattern":"^\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}$","patternErrorMessage":"must be an address range in CIDR notation, such as 10.10.4.0/22","examples":["10.10.4.0/22"]},"exposure":{"type":"object","additionalProperties":false,"required":["kind"],"examples":[{"kind":"app-gateway","hostname":"chat.contoso.com","certificate":"self-signed"}],"properties":{"kind":{"type":"string","enum":["app-gateway","container-app","private"],"examples":["app-gateway"]},"hostname":{"type":"string","maxLength":253,"pattern":"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$","patternErrorMessage":"must be a full host name in lower case, without scheme, port or path","examples":["chat.contoso.com"]},"certificate":{"type":["string","object"],"default":"self-signed","examples":["self-signed"],"if":{"type":"string"},"then":{"enum":["self-signed"]},"required":["kind"],"additionalProperties":false,"properties":{"kind":{"type":"string","enum":["self-signed","key-vault"],"examples":["self-signed"]},"secretId":{"type":"string","pattern":"^https://[a-z][a-z0-9-]{1,22}[a-z0-9]\\.vault\\.azure\\.net/secrets/[A-Za-z0-9-]{1,127}$","patternErrorMessage":"must be the address of a Key Vault secret without a version","examples":["https://kv-contoso.vault.azure.net/secrets/chat"]}}}},"if":{"properties":{"kind":{"const":"app-gateway"}},"required":["kind"]},"then":{"required":["hostname"]}},"openWebUi":{"type":"object","additionalProperties":false,"default":{},"properties":{"version":{"type":"string","pattern":"^v\\d+\\.\\d+\\.\\d+(-slim)?(@sha256:[0-9a-f]{64})?$","patternErrorMessage":"must be a released version: v, three numbers, optionally -slim and @sha256:… (tags that move, such as main, are refused)","default":"v0.11.4","examples":["v0.11.4"]},"cpu":{"type":"number","minimum":0.25,"maximum":4,"multipleOf":0.25,"default":1},"memoryGiB":{"type":"number","minimum":0.5,"maximum":8,"examples":[2]},"replicas":{"type":"object","additionalProperties":false,"default":{},"properties":{"min":{"type":"integer","minimum":0,"maximum":300,"default":1},"max":{"type":"integer","minimum":1,"maximum":300,"default":1}}},"environment":{"type":"object","default":{},"maxProperties":100,"propertyNames":{"pattern":"^[A-Za-z_][A-Za-z0-9_]*$","patternErrorMessage":"a variable's name must have only letters, digits and underscores, and not start with a digit"},"additionalProperties":{"type":"string","maxLength":8192},"examples":[{"WEBUI_NAME":"Contoso Chat"}]}}},"postgres":{"type":"object","additionalProperties":false,"default":{},"properties":{"sku":{"type":"string","pattern":"^Standard_(B1ms|B(2|4|8|12|16|20)ms|B2s|D(2|4|8|16|32|48|64)(s_v3|ds_v4)|D(2|4|8|16|32|48|64|96)(ds|ads)_v5|E(2|4|8|16|20|32|48|64)(s_v3|ds_v4)|E(2|4|8|16|20|32|48|64|96)(ds|ads)_v5)$","patternErrorMessage":"must be a compute size of PostgreSQL flexible server","default":"Standard_B2s","examples":["Standard_B2s","Standard_D2ds_v5"]},"storageGiB":{"type":"integer","enum":[32,64,128,256,512,1024,2048,4096,8192,16384],"default":32},"version":{"type":["integer","string"],"enum":[15,16,17,"15","16","17"],"default":16},"backupRetentionDays":{"type":"integer","minimum":7,"maximum":35,"default":7},"highAvailability":{"type":"boolean","default":false}}},"storage":{"type":"object","additionalProperties":false,"default":{},"properties":{"kind":{"type":"string","enum":["blob","azure-files"],"default":"blob"}}},"entra":{"type":"object","additionalProperties":false,"default":{},"properties":{"kind":{"type":"string","enum":["new","existing"],"default":"new"},"clientId":{"$ref":"#/$defs/guid","examples":["11111111-2222-3333-4444-555555555555"]}},"if":{"properties":{"kind":{"const":"existing"}},"required":["kind"]},"then":{"required":["clientId"]}}}},"models":{"type":"array","minItems":1,"maxItems":32,"examples":[["gpt-5-mini"]],"items":{"type":["string","object"],"pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9]$","patternErrorMessage":"must be 2 to 64 letters, digits, dots, underscores or hyphens, and start and end with a letter or digit","examples":["gpt-5-mini"],"required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9]$","patternErrorMessage":"must be 2 to 64 letters, digits, dots, underscores or hyphens, and start and end with a letter or digit","examples":["gpt-5-mini"]},"model":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,126}$","patternErrorMessage":"must be a name of Foundry's model catalogue","examples":["gpt-5-mini"]},"format":{"type":"string","enum":["OpenAI","OpenAI-OSS","xAI","Meta","Mistral AI","DeepSeek","Microsoft","Cohere","MoonshotAI","Alibaba","AI21 Labs","Core42","NVIDIA","Black Forest Labs","Stability AI","Anthropic"],"examples":["OpenAI"]},"version":{"type":"string","maxLength":64,"pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*$","patternErrorMessage":"must be a model version: letters, digits, dots, underscores and hyphens","examples":["2025-08-07"]},"sku":{"type":"string","enum":["GlobalStandard","DataZoneStandard","Standard","GlobalProvisionedManaged","DataZoneProvisionedManaged","ProvisionedManaged"],"default":"GlobalStandard"},"capacity":{"type":"integer","minimum":1,"maximum":100000,"default":50}}}},"access":{"type":"object","additionalProperties":false,"default":{},"examples":[{"admins":[{"user":"11111111-2222-3333-4444-555555555555"}],"users":[{"group":"66666666-7777-8888-9999-aaaaaaaaaaaa"}]}],"properties":{"admins":{"type":"array","maxItems":200,"default":[],"items":{"$ref":"#/$defs/principal"}},"users":{"type":"array","maxItems":200,"default":[],"items":{"$ref":"#/$defs/principal"}}}},"limits":{"type":"object","additionalProperties":false,"default":{},"properties":{"perPerson":{"type":"object","additionalProperties":false,"default":{},"properties":{"tokensPerMinute":{"type":"integer","minimum":1,"maximum":1000000000,"default":50000},"tokenQuota":{"type":"object","additionalProperties":false,"required":["tokens","period"],"examples":[{"tokens":2000000,"period":"Monthly"}],"properties":{"tokens":{"type":"integer","minimum":1,"maximum":1000000000000,"examples":[2000000]},"period":{"type":"string","enum":["Hourly","Daily","Weekly","Monthly"],"examples":["Monthly"]}}}}},"perRole":{"type":["object","array"]},"perGroup":{"type":["object","array"]},"perModel":{"type":["object","array"]}}},"api":{"type":"object","additionalProperties":false,"default":{},"properties":{"path":{"type":"string","maxLength":60,"pattern":"^[a-z0-9]([a-z0-9._-]*[a-z0-9])?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)*$","patternErrorMessage":"must be lower-case path segments separated by /, without a leading or trailing one","default":"openai/v1","examples":["openai/v1"]},"spec":{"type":"string","minLength":1,"maxLength":2000,"default":"built-in","examples":["built-in","../specs/openai.json"]}}},"smoke":{"type":"object","additionalProperties":false,"default":{},"properties":{"model":{"type":"string","minLength":1,"examples":["gpt-5-mini"]},"prompt":{"type":"string","minLength":1,"maxLength":2000,"default":"Answer with one short sentence: is the chat platform up?"},"firstTokenSeconds":{"type":"integer","minimum":1,"maximum":300,"default":60}}}},"$defs":{"guid":{"type":"string","pattern":"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$","patternErrorMessage":"must be a GUID"},"principal":{"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"examples":[{"group":"66666666-7777-8888-9999-aaaaaaaaaaaa"}],"properties":{"user":{"$ref":"#/$defs/guid","examples":["11111111-2222-3333-4444-555555555555"]},"group":{"$ref":"#/$defs/guid","examples":["66666666-7777-8888-9999-aaaaaaaaaaaa"]}}}}};
const schema32 = {"type":"string","pattern":"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$","patternErrorMessage":"must be a GUID"};
const func1 = Object.prototype.hasOwnProperty;
const pattern4 = new RegExp("^[a-z][a-z0-9-]{1,18}[a-z0-9]$", "u");
const pattern5 = new RegExp("^[A-Za-z][^\\s<>%&\\\\?/()]{0,127}$", "u");
const pattern6 = new RegExp("^\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}$", "u");
const pattern7 = new RegExp("^[^\\s@<>\"',;]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$", "u");
const pattern8 = new RegExp("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", "u");
const pattern10 = new RegExp("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$", "u");
const pattern11 = new RegExp("^https://[a-z][a-z0-9-]{1,22}[a-z0-9]\\.vault\\.azure\\.net/secrets/[A-Za-z0-9-]{1,127}$", "u");
const pattern12 = new RegExp("^v\\d+\\.\\d+\\.\\d+(-slim)?(@sha256:[0-9a-f]{64})?$", "u");
const pattern13 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
const pattern14 = new RegExp("^Standard_(B1ms|B(2|4|8|12|16|20)ms|B2s|D(2|4|8|16|32|48|64)(s_v3|ds_v4)|D(2|4|8|16|32|48|64|96)(ds|ads)_v5|E(2|4|8|16|20|32|48|64)(s_v3|ds_v4)|E(2|4|8|16|20|32|48|64|96)(ds|ads)_v5)$", "u");
const pattern16 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9]$", "u");
const pattern18 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]{0,126}$", "u");
const pattern19 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]*$", "u");
const pattern22 = new RegExp("^[a-z0-9]([a-z0-9._-]*[a-z0-9])?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)*$", "u");
const schema34 = {"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"examples":[{"group":"66666666-7777-8888-9999-aaaaaaaaaaaa"}],"properties":{"user":{"$ref":"#/$defs/guid","examples":["11111111-2222-3333-4444-555555555555"]},"group":{"$ref":"#/$defs/guid","examples":["66666666-7777-8888-9999-aaaaaaaaaaaa"]}}};

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
if(!pattern8.test(data0)){
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
if(!pattern8.test(data1)){
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
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.tags === undefined){
data.tags = {};
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
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.location === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "location"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.hub === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "hub"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.spoke === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spoke"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.models === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "models"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema31.properties, key0))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(!pattern4.test(data0)){
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]{1,18}[a-z0-9]$"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.location !== undefined){
let data1 = data.location;
if(typeof data1 !== "string"){
const err8 = {instancePath:instancePath+"/location",schemaPath:"#/properties/location/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!((((((((((((((((((((((((((((((((((((((((((((((((((((((((data1 === "australiacentral") || (data1 === "australiaeast")) || (data1 === "australiasoutheast")) || (data1 === "austriaeast")) || (data1 === "belgiumcentral")) || (data1 === "brazilsouth")) || (data1 === "brazilsoutheast")) || (data1 === "canadacentral")) || (data1 === "canadaeast")) || (data1 === "centralindia")) || (data1 === "centralus")) || (data1 === "chilecentral")) || (data1 === "denmarkeast")) || (data1 === "eastasia")) || (data1 === "eastus")) || (data1 === "eastus2")) || (data1 === "francecentral")) || (data1 === "francesouth")) || (data1 === "germanynorth")) || (data1 === "germanywestcentral")) || (data1 === "indonesiacentral")) || (data1 === "israelcentral")) || (data1 === "italynorth")) || (data1 === "japaneast")) || (data1 === "japanwest")) || (data1 === "koreacentral")) || (data1 === "koreasouth")) || (data1 === "malaysiawest")) || (data1 === "mexicocentral")) || (data1 === "newzealandnorth")) || (data1 === "northcentralus")) || (data1 === "northeurope")) || (data1 === "norwayeast")) || (data1 === "norwaywest")) || (data1 === "polandcentral")) || (data1 === "qatarcentral")) || (data1 === "southafricanorth")) || (data1 === "southafricawest")) || (data1 === "southcentralus")) || (data1 === "southeastasia")) || (data1 === "southindia")) || (data1 === "spaincentral")) || (data1 === "swedencentral")) || (data1 === "swedensouth")) || (data1 === "switzerlandnorth")) || (data1 === "switzerlandwest")) || (data1 === "uaecentral")) || (data1 === "uaenorth")) || (data1 === "uksouth")) || (data1 === "ukwest")) || (data1 === "westcentralus")) || (data1 === "westeurope")) || (data1 === "westindia")) || (data1 === "westus")) || (data1 === "westus2")) || (data1 === "westus3"))){
const err9 = {instancePath:instancePath+"/location",schemaPath:"#/properties/location/enum",keyword:"enum",params:{allowedValues: schema31.properties.location.enum}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
let data2 = data.tags;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length > 12){
const err10 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/maxProperties",keyword:"maxProperties",params:{limit: 12}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
for(const key1 in data2){
const _errs8 = errors;
if(typeof key1 === "string"){
if(!pattern5.test(key1)){
const err11 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][^\\s<>%&\\\\?/()]{0,127}$"},propertyName:key1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
var valid1 = _errs8 === errors;
if(!valid1){
const err12 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/propertyNames",keyword:"propertyNames",params:{propertyName: key1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
for(const key2 in data2){
let data3 = data2[key2];
if(typeof data3 === "string"){
if(data3.length > 256){
const err13 = {instancePath:instancePath+"/tags/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tags/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/tags/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tags/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data.hub !== undefined){
let data4 = data.hub;
const _errs14 = errors;
let valid3 = true;
const _errs15 = errors;
const _errs16 = errors;
const _errs17 = errors;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing0;
if((data4.reference === undefined) && (missing0 = "reference")){
const err16 = {};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
var valid4 = _errs17 === errors;
if(valid4){
const err17 = {};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
else {
errors = _errs16;
if(vErrors !== null){
if(_errs16){
vErrors.length = _errs16;
}
else {
vErrors = null;
}
}
}
var _valid0 = _errs15 === errors;
errors = _errs14;
if(vErrors !== null){
if(_errs14){
vErrors.length = _errs14;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs18 = errors;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.addressSpace === undefined){
const err18 = {instancePath:instancePath+"/hub",schemaPath:"#/properties/hub/then/required",keyword:"required",params:{missingProperty: "addressSpace"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data4.gateway === undefined){
const err19 = {instancePath:instancePath+"/hub",schemaPath:"#/properties/hub/then/required",keyword:"required",params:{missingProperty: "gateway"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
var _valid0 = _errs18 === errors;
valid3 = _valid0;
}
if(!valid3){
const err20 = {instancePath:instancePath+"/hub",schemaPath:"#/properties/hub/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key3 in data4){
if(!(((key3 === "addressSpace") || (key3 === "gateway")) || (key3 === "reference"))){
const err21 = {instancePath:instancePath+"/hub",schemaPath:"#/properties/hub/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data4.addressSpace !== undefined){
let data5 = data4.addressSpace;
if(typeof data5 === "string"){
if(!pattern6.test(data5)){
const err22 = {instancePath:instancePath+"/hub/addressSpace",schemaPath:"#/properties/hub/properties/addressSpace/pattern",keyword:"pattern",params:{pattern: "^\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}$"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/hub/addressSpace",schemaPath:"#/properties/hub/properties/addressSpace/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data4.gateway !== undefined){
let data6 = data4.gateway;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.sku === undefined){
data6.sku = "Developer";
}
if(data6.capacity === undefined){
data6.capacity = 1;
}
if(data6.publisherName === undefined){
data6.publisherName = "Platform team";
}
if(data6.publisherEmail === undefined){
const err24 = {instancePath:instancePath+"/hub/gateway",schemaPath:"#/properties/hub/properties/gateway/required",keyword:"required",params:{missingProperty: "publisherEmail"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key4 in data6){
if(!((((key4 === "sku") || (key4 === "capacity")) || (key4 === "publisherEmail")) || (key4 === "publisherName"))){
const err25 = {instancePath:instancePath+"/hub/gateway",schemaPath:"#/properties/hub/properties/gateway/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
let data7 = data6.sku;
if(typeof data7 !== "string"){
const err26 = {instancePath:instancePath+"/hub/gateway/sku",schemaPath:"#/properties/hub/properties/gateway/properties/sku/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!((((data7 === "Developer") || (data7 === "Premium")) || (data7 === "StandardV2")) || (data7 === "PremiumV2"))){
const err27 = {instancePath:instancePath+"/hub/gateway/sku",schemaPath:"#/properties/hub/properties/gateway/properties/sku/enum",keyword:"enum",params:{allowedValues: schema31.properties.hub.properties.gateway.properties.sku.enum}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
let data8 = data6.capacity;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err28 = {instancePath:instancePath+"/hub/gateway/capacity",schemaPath:"#/properties/hub/properties/gateway/properties/capacity/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 31 || isNaN(data8)){
const err29 = {instancePath:instancePath+"/hub/gateway/capacity",schemaPath:"#/properties/hub/properties/gateway/properties/capacity/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data8 < 1 || isNaN(data8)){
const err30 = {instancePath:instancePath+"/hub/gateway/capacity",schemaPath:"#/properties/hub/properties/gateway/properties/capacity/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data6.publisherEmail !== undefined){
let data9 = data6.publisherEmail;
if(typeof data9 === "string"){
if(data9.length > 100){
const err31 = {instancePath:instancePath+"/hub/gateway/publisherEmail",schemaPath:"#/properties/hub/properties/gateway/properties/publisherEmail/maxLength",keyword:"maxLength",params:{limit: 100}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(!pattern7.test(data9)){
const err32 = {instancePath:instancePath+"/hub/gateway/publisherEmail",schemaPath:"#/properties/hub/properties/gateway/properties/publisherEmail/pattern",keyword:"pattern",params:{pattern: "^[^\\s@<>\"',;]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/hub/gateway/publisherEmail",schemaPath:"#/properties/hub/properties/gateway/properties/publisherEmail/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
let data10 = data6.publisherName;
if(typeof data10 === "string"){
if(data10.length > 100){
const err34 = {instancePath:instancePath+"/hub/gateway/publisherName",schemaPath:"#/properties/hub/properties/gateway/properties/publisherName/maxLength",keyword:"maxLength",params:{limit: 100}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data10.length < 1){
const err35 = {instancePath:instancePath+"/hub/gateway/publisherName",schemaPath:"#/properties/hub/properties/gateway/properties/publisherName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/hub/gateway/publisherName",schemaPath:"#/properties/hub/properties/gateway/properties/publisherName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/hub/gateway",schemaPath:"#/properties/hub/properties/gateway/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data4.reference !== undefined){
let data11 = data4.reference;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.name === undefined){
const err38 = {instancePath:instancePath+"/hub/reference",schemaPath:"#/properties/hub/properties/reference/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
for(const key5 in data11){
if(!((key5 === "name") || (key5 === "subscriptionId"))){
const err39 = {instancePath:instancePath+"/hub/reference",schemaPath:"#/properties/hub/properties/reference/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data11.name !== undefined){
if(typeof data11.name !== "string"){
const err40 = {instancePath:instancePath+"/hub/reference/name",schemaPath:"#/properties/hub/properties/reference/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data11.subscriptionId !== undefined){
let data13 = data11.subscriptionId;
if(typeof data13 === "string"){
if(!pattern8.test(data13)){
const err41 = {instancePath:instancePath+"/hub/reference/subscriptionId",schemaPath:"#/$defs/guid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/hub/reference/subscriptionId",schemaPath:"#/$defs/guid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/hub/reference",schemaPath:"#/properties/hub/properties/reference/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/hub",schemaPath:"#/properties/hub/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.spoke !== undefined){
let data14 = data.spoke;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.openWebUi === undefined){
data14.openWebUi = {};
}
if(data14.postgres === undefined){
data14.postgres = {};
}
if(data14.storage === undefined){
data14.storage = {};
}
if(data14.entra === undefined){
data14.entra = {};
}
if(data14.addressSpace === undefined){
const err45 = {instancePath:instancePath+"/spoke",schemaPath:"#/properties/spoke/required",keyword:"required",params:{missingProperty: "addressSpace"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data14.exposure === undefined){
const err46 = {instancePath:instancePath+"/spoke",schemaPath:"#/properties/spoke/required",keyword:"required",params:{missingProperty: "exposure"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
for(const key6 in data14){
if(!((((((key6 === "addressSpace") || (key6 === "exposure")) || (key6 === "openWebUi")) || (key6 === "postgres")) || (key6 === "storage")) || (key6 === "entra"))){
const err47 = {instancePath:instancePath+"/spoke",schemaPath:"#/properties/spoke/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data14.addressSpace !== undefined){
let data15 = data14.addressSpace;
if(typeof data15 === "string"){
if(!pattern6.test(data15)){
const err48 = {instancePath:instancePath+"/spoke/addressSpace",schemaPath:"#/properties/spoke/properties/addressSpace/pattern",keyword:"pattern",params:{pattern: "^\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}$"}};
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
const err49 = {instancePath:instancePath+"/spoke/addressSpace",schemaPath:"#/properties/spoke/properties/addressSpace/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data14.exposure !== undefined){
let data16 = data14.exposure;
const _errs48 = errors;
let valid10 = true;
const _errs49 = errors;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
let missing1;
if((data16.kind === undefined) && (missing1 = "kind")){
const err50 = {};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
else {
if(data16.kind !== undefined){
if("app-gateway" !== data16.kind){
const err51 = {};
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
}
var _valid1 = _errs49 === errors;
errors = _errs48;
if(vErrors !== null){
if(_errs48){
vErrors.length = _errs48;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs51 = errors;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.hostname === undefined){
const err52 = {instancePath:instancePath+"/spoke/exposure",schemaPath:"#/properties/spoke/properties/exposure/then/required",keyword:"required",params:{missingProperty: "hostname"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
var _valid1 = _errs51 === errors;
valid10 = _valid1;
}
if(!valid10){
const err53 = {instancePath:instancePath+"/spoke/exposure",schemaPath:"#/properties/spoke/properties/exposure/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.certificate === undefined){
data16.certificate = "self-signed";
}
if(data16.kind === undefined){
const err54 = {instancePath:instancePath+"/spoke/exposure",schemaPath:"#/properties/spoke/properties/exposure/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
for(const key7 in data16){
if(!(((key7 === "kind") || (key7 === "hostname")) || (key7 === "certificate"))){
const err55 = {instancePath:instancePath+"/spoke/exposure",schemaPath:"#/properties/spoke/properties/exposure/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data16.kind !== undefined){
let data18 = data16.kind;
if(typeof data18 !== "string"){
const err56 = {instancePath:instancePath+"/spoke/exposure/kind",schemaPath:"#/properties/spoke/properties/exposure/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(!(((data18 === "app-gateway") || (data18 === "container-app")) || (data18 === "private"))){
const err57 = {instancePath:instancePath+"/spoke/exposure/kind",schemaPath:"#/properties/spoke/properties/exposure/properties/kind/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.exposure.properties.kind.enum}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data16.hostname !== undefined){
let data19 = data16.hostname;
if(typeof data19 === "string"){
if(data19.length > 253){
const err58 = {instancePath:instancePath+"/spoke/exposure/hostname",schemaPath:"#/properties/spoke/properties/exposure/properties/hostname/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(!pattern10.test(data19)){
const err59 = {instancePath:instancePath+"/spoke/exposure/hostname",schemaPath:"#/properties/spoke/properties/exposure/properties/hostname/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
else {
const err60 = {instancePath:instancePath+"/spoke/exposure/hostname",schemaPath:"#/properties/spoke/properties/exposure/properties/hostname/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
let data20 = data16.certificate;
if((typeof data20 !== "string") && (!(data20 && typeof data20 == "object" && !Array.isArray(data20)))){
const err61 = {instancePath:instancePath+"/spoke/exposure/certificate",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/type",keyword:"type",params:{type: schema31.properties.spoke.properties.exposure.properties.certificate.type}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
const _errs59 = errors;
let valid13 = true;
const _errs60 = errors;
if(typeof data20 !== "string"){
const err62 = {};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
var _valid2 = _errs60 === errors;
errors = _errs59;
if(vErrors !== null){
if(_errs59){
vErrors.length = _errs59;
}
else {
vErrors = null;
}
}
if(_valid2){
const _errs62 = errors;
if(!(data20 === "self-signed")){
const err63 = {instancePath:instancePath+"/spoke/exposure/certificate",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/then/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.exposure.properties.certificate.then.enum}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
var _valid2 = _errs62 === errors;
valid13 = _valid2;
}
if(!valid13){
const err64 = {instancePath:instancePath+"/spoke/exposure/certificate",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.kind === undefined){
const err65 = {instancePath:instancePath+"/spoke/exposure/certificate",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
for(const key8 in data20){
if(!((key8 === "kind") || (key8 === "secretId"))){
const err66 = {instancePath:instancePath+"/spoke/exposure/certificate",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data20.kind !== undefined){
let data21 = data20.kind;
if(typeof data21 !== "string"){
const err67 = {instancePath:instancePath+"/spoke/exposure/certificate/kind",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(!((data21 === "self-signed") || (data21 === "key-vault"))){
const err68 = {instancePath:instancePath+"/spoke/exposure/certificate/kind",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/properties/kind/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.exposure.properties.certificate.properties.kind.enum}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data20.secretId !== undefined){
let data22 = data20.secretId;
if(typeof data22 === "string"){
if(!pattern11.test(data22)){
const err69 = {instancePath:instancePath+"/spoke/exposure/certificate/secretId",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/properties/secretId/pattern",keyword:"pattern",params:{pattern: "^https://[a-z][a-z0-9-]{1,22}[a-z0-9]\\.vault\\.azure\\.net/secrets/[A-Za-z0-9-]{1,127}$"}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
else {
const err70 = {instancePath:instancePath+"/spoke/exposure/certificate/secretId",schemaPath:"#/properties/spoke/properties/exposure/properties/certificate/properties/secretId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
}
}
else {
const err71 = {instancePath:instancePath+"/spoke/exposure",schemaPath:"#/properties/spoke/properties/exposure/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
let data23 = data14.openWebUi;
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(data23.version === undefined){
data23.version = "v0.11.4";
}
if(data23.cpu === undefined){
data23.cpu = 1;
}
if(data23.replicas === undefined){
data23.replicas = {};
}
if(data23.environment === undefined){
data23.environment = {};
}
for(const key9 in data23){
if(!(((((key9 === "version") || (key9 === "cpu")) || (key9 === "memoryGiB")) || (key9 === "replicas")) || (key9 === "environment"))){
const err72 = {instancePath:instancePath+"/spoke/openWebUi",schemaPath:"#/properties/spoke/properties/openWebUi/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
let data24 = data23.version;
if(typeof data24 === "string"){
if(!pattern12.test(data24)){
const err73 = {instancePath:instancePath+"/spoke/openWebUi/version",schemaPath:"#/properties/spoke/properties/openWebUi/properties/version/pattern",keyword:"pattern",params:{pattern: "^v\\d+\\.\\d+\\.\\d+(-slim)?(@sha256:[0-9a-f]{64})?$"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
else {
const err74 = {instancePath:instancePath+"/spoke/openWebUi/version",schemaPath:"#/properties/spoke/properties/openWebUi/properties/version/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
let data25 = data23.cpu;
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 > 4 || isNaN(data25)){
const err75 = {instancePath:instancePath+"/spoke/openWebUi/cpu",schemaPath:"#/properties/spoke/properties/openWebUi/properties/cpu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if(data25 < 0.25 || isNaN(data25)){
const err76 = {instancePath:instancePath+"/spoke/openWebUi/cpu",schemaPath:"#/properties/spoke/properties/openWebUi/properties/cpu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.25}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
let res0;
if((0.25 === 0 || (res0 = data25/0.25, res0 !== parseInt(res0)))){
const err77 = {instancePath:instancePath+"/spoke/openWebUi/cpu",schemaPath:"#/properties/spoke/properties/openWebUi/properties/cpu/multipleOf",keyword:"multipleOf",params:{multipleOf: 0.25}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
else {
const err78 = {instancePath:instancePath+"/spoke/openWebUi/cpu",schemaPath:"#/properties/spoke/properties/openWebUi/properties/cpu/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(data23.memoryGiB !== undefined){
let data26 = data23.memoryGiB;
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 > 8 || isNaN(data26)){
const err79 = {instancePath:instancePath+"/spoke/openWebUi/memoryGiB",schemaPath:"#/properties/spoke/properties/openWebUi/properties/memoryGiB/maximum",keyword:"maximum",params:{comparison: "<=", limit: 8}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if(data26 < 0.5 || isNaN(data26)){
const err80 = {instancePath:instancePath+"/spoke/openWebUi/memoryGiB",schemaPath:"#/properties/spoke/properties/openWebUi/properties/memoryGiB/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.5}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
else {
const err81 = {instancePath:instancePath+"/spoke/openWebUi/memoryGiB",schemaPath:"#/properties/spoke/properties/openWebUi/properties/memoryGiB/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
let data27 = data23.replicas;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
if(data27.min === undefined){
data27.min = 1;
}
if(data27.max === undefined){
data27.max = 1;
}
for(const key10 in data27){
if(!((key10 === "min") || (key10 === "max"))){
const err82 = {instancePath:instancePath+"/spoke/openWebUi/replicas",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
let data28 = data27.min;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
const err83 = {instancePath:instancePath+"/spoke/openWebUi/replicas/min",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/properties/min/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 > 300 || isNaN(data28)){
const err84 = {instancePath:instancePath+"/spoke/openWebUi/replicas/min",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/properties/min/maximum",keyword:"maximum",params:{comparison: "<=", limit: 300}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if(data28 < 0 || isNaN(data28)){
const err85 = {instancePath:instancePath+"/spoke/openWebUi/replicas/min",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/properties/min/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
let data29 = data27.max;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err86 = {instancePath:instancePath+"/spoke/openWebUi/replicas/max",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/properties/max/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 > 300 || isNaN(data29)){
const err87 = {instancePath:instancePath+"/spoke/openWebUi/replicas/max",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/properties/max/maximum",keyword:"maximum",params:{comparison: "<=", limit: 300}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(data29 < 1 || isNaN(data29)){
const err88 = {instancePath:instancePath+"/spoke/openWebUi/replicas/max",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/properties/max/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
}
else {
const err89 = {instancePath:instancePath+"/spoke/openWebUi/replicas",schemaPath:"#/properties/spoke/properties/openWebUi/properties/replicas/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
let data30 = data23.environment;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(Object.keys(data30).length > 100){
const err90 = {instancePath:instancePath+"/spoke/openWebUi/environment",schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/maxProperties",keyword:"maxProperties",params:{limit: 100}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
for(const key11 in data30){
const _errs86 = errors;
if(typeof key11 === "string"){
if(!pattern13.test(key11)){
const err91 = {instancePath:instancePath+"/spoke/openWebUi/environment",schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},propertyName:key11};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
var valid17 = _errs86 === errors;
if(!valid17){
const err92 = {instancePath:instancePath+"/spoke/openWebUi/environment",schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/propertyNames",keyword:"propertyNames",params:{propertyName: key11}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
for(const key12 in data30){
let data31 = data30[key12];
if(typeof data31 === "string"){
if(data31.length > 8192){
const err93 = {instancePath:instancePath+"/spoke/openWebUi/environment/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 8192}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
else {
const err94 = {instancePath:instancePath+"/spoke/openWebUi/environment/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
}
else {
const err95 = {instancePath:instancePath+"/spoke/openWebUi/environment",schemaPath:"#/properties/spoke/properties/openWebUi/properties/environment/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
else {
const err96 = {instancePath:instancePath+"/spoke/openWebUi",schemaPath:"#/properties/spoke/properties/openWebUi/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
let data32 = data14.postgres;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
if(data32.sku === undefined){
data32.sku = "Standard_B2s";
}
if(data32.storageGiB === undefined){
data32.storageGiB = 32;
}
if(data32.version === undefined){
data32.version = 16;
}
if(data32.backupRetentionDays === undefined){
data32.backupRetentionDays = 7;
}
if(data32.highAvailability === undefined){
data32.highAvailability = false;
}
for(const key13 in data32){
if(!(((((key13 === "sku") || (key13 === "storageGiB")) || (key13 === "version")) || (key13 === "backupRetentionDays")) || (key13 === "highAvailability"))){
const err97 = {instancePath:instancePath+"/spoke/postgres",schemaPath:"#/properties/spoke/properties/postgres/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
let data33 = data32.sku;
if(typeof data33 === "string"){
if(!pattern14.test(data33)){
const err98 = {instancePath:instancePath+"/spoke/postgres/sku",schemaPath:"#/properties/spoke/properties/postgres/properties/sku/pattern",keyword:"pattern",params:{pattern: "^Standard_(B1ms|B(2|4|8|12|16|20)ms|B2s|D(2|4|8|16|32|48|64)(s_v3|ds_v4)|D(2|4|8|16|32|48|64|96)(ds|ads)_v5|E(2|4|8|16|20|32|48|64)(s_v3|ds_v4)|E(2|4|8|16|20|32|48|64|96)(ds|ads)_v5)$"}};
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
const err99 = {instancePath:instancePath+"/spoke/postgres/sku",schemaPath:"#/properties/spoke/properties/postgres/properties/sku/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
let data34 = data32.storageGiB;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
const err100 = {instancePath:instancePath+"/spoke/postgres/storageGiB",schemaPath:"#/properties/spoke/properties/postgres/properties/storageGiB/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if(!((((((((((data34 === 32) || (data34 === 64)) || (data34 === 128)) || (data34 === 256)) || (data34 === 512)) || (data34 === 1024)) || (data34 === 2048)) || (data34 === 4096)) || (data34 === 8192)) || (data34 === 16384))){
const err101 = {instancePath:instancePath+"/spoke/postgres/storageGiB",schemaPath:"#/properties/spoke/properties/postgres/properties/storageGiB/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.postgres.properties.storageGiB.enum}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
let data35 = data32.version;
if((!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))) && (typeof data35 !== "string")){
const err102 = {instancePath:instancePath+"/spoke/postgres/version",schemaPath:"#/properties/spoke/properties/postgres/properties/version/type",keyword:"type",params:{type: schema31.properties.spoke.properties.postgres.properties.version.type}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(!((((((data35 === 15) || (data35 === 16)) || (data35 === 17)) || (data35 === "15")) || (data35 === "16")) || (data35 === "17"))){
const err103 = {instancePath:instancePath+"/spoke/postgres/version",schemaPath:"#/properties/spoke/properties/postgres/properties/version/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.postgres.properties.version.enum}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
let data36 = data32.backupRetentionDays;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
const err104 = {instancePath:instancePath+"/spoke/postgres/backupRetentionDays",schemaPath:"#/properties/spoke/properties/postgres/properties/backupRetentionDays/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 > 35 || isNaN(data36)){
const err105 = {instancePath:instancePath+"/spoke/postgres/backupRetentionDays",schemaPath:"#/properties/spoke/properties/postgres/properties/backupRetentionDays/maximum",keyword:"maximum",params:{comparison: "<=", limit: 35}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if(data36 < 7 || isNaN(data36)){
const err106 = {instancePath:instancePath+"/spoke/postgres/backupRetentionDays",schemaPath:"#/properties/spoke/properties/postgres/properties/backupRetentionDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 7}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(typeof data32.highAvailability !== "boolean"){
const err107 = {instancePath:instancePath+"/spoke/postgres/highAvailability",schemaPath:"#/properties/spoke/properties/postgres/properties/highAvailability/type",keyword:"type",params:{type: "boolean"}};
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
const err108 = {instancePath:instancePath+"/spoke/postgres",schemaPath:"#/properties/spoke/properties/postgres/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
let data38 = data14.storage;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.kind === undefined){
data38.kind = "blob";
}
for(const key14 in data38){
if(!(key14 === "kind")){
const err109 = {instancePath:instancePath+"/spoke/storage",schemaPath:"#/properties/spoke/properties/storage/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
let data39 = data38.kind;
if(typeof data39 !== "string"){
const err110 = {instancePath:instancePath+"/spoke/storage/kind",schemaPath:"#/properties/spoke/properties/storage/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(!((data39 === "blob") || (data39 === "azure-files"))){
const err111 = {instancePath:instancePath+"/spoke/storage/kind",schemaPath:"#/properties/spoke/properties/storage/properties/kind/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.storage.properties.kind.enum}};
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
const err112 = {instancePath:instancePath+"/spoke/storage",schemaPath:"#/properties/spoke/properties/storage/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
let data40 = data14.entra;
const _errs110 = errors;
let valid21 = true;
const _errs111 = errors;
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
let missing2;
if((data40.kind === undefined) && (missing2 = "kind")){
const err113 = {};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
else {
if(data40.kind !== undefined){
if("existing" !== data40.kind){
const err114 = {};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
}
}
var _valid3 = _errs111 === errors;
errors = _errs110;
if(vErrors !== null){
if(_errs110){
vErrors.length = _errs110;
}
else {
vErrors = null;
}
}
if(_valid3){
const _errs113 = errors;
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(data40.clientId === undefined){
const err115 = {instancePath:instancePath+"/spoke/entra",schemaPath:"#/properties/spoke/properties/entra/then/required",keyword:"required",params:{missingProperty: "clientId"}};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
var _valid3 = _errs113 === errors;
valid21 = _valid3;
}
if(!valid21){
const err116 = {instancePath:instancePath+"/spoke/entra",schemaPath:"#/properties/spoke/properties/entra/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(data40.kind === undefined){
data40.kind = "new";
}
for(const key15 in data40){
if(!((key15 === "kind") || (key15 === "clientId"))){
const err117 = {instancePath:instancePath+"/spoke/entra",schemaPath:"#/properties/spoke/properties/entra/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
let data42 = data40.kind;
if(typeof data42 !== "string"){
const err118 = {instancePath:instancePath+"/spoke/entra/kind",schemaPath:"#/properties/spoke/properties/entra/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(!((data42 === "new") || (data42 === "existing"))){
const err119 = {instancePath:instancePath+"/spoke/entra/kind",schemaPath:"#/properties/spoke/properties/entra/properties/kind/enum",keyword:"enum",params:{allowedValues: schema31.properties.spoke.properties.entra.properties.kind.enum}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(data40.clientId !== undefined){
let data43 = data40.clientId;
if(typeof data43 === "string"){
if(!pattern8.test(data43)){
const err120 = {instancePath:instancePath+"/spoke/entra/clientId",schemaPath:"#/$defs/guid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"}};
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
const err121 = {instancePath:instancePath+"/spoke/entra/clientId",schemaPath:"#/$defs/guid/type",keyword:"type",params:{type: "string"}};
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
const err122 = {instancePath:instancePath+"/spoke/entra",schemaPath:"#/properties/spoke/properties/entra/type",keyword:"type",params:{type: "object"}};
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
const err123 = {instancePath:instancePath+"/spoke",schemaPath:"#/properties/spoke/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
if(data.models !== undefined){
let data44 = data.models;
if(Array.isArray(data44)){
if(data44.length > 32){
const err124 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if(data44.length < 1){
const err125 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
const len0 = data44.length;
for(let i0=0; i0<len0; i0++){
let data45 = data44[i0];
if((typeof data45 !== "string") && (!(data45 && typeof data45 == "object" && !Array.isArray(data45)))){
const err126 = {instancePath:instancePath+"/models/" + i0,schemaPath:"#/properties/models/items/type",keyword:"type",params:{type: schema31.properties.models.items.type}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
if(typeof data45 === "string"){
if(!pattern16.test(data45)){
const err127 = {instancePath:instancePath+"/models/" + i0,schemaPath:"#/properties/models/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9]$"}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
if(data45.sku === undefined){
data45.sku = "GlobalStandard";
}
if(data45.capacity === undefined){
data45.capacity = 50;
}
if(data45.name === undefined){
const err128 = {instancePath:instancePath+"/models/" + i0,schemaPath:"#/properties/models/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
for(const key16 in data45){
if(!((((((key16 === "name") || (key16 === "model")) || (key16 === "format")) || (key16 === "version")) || (key16 === "sku")) || (key16 === "capacity"))){
const err129 = {instancePath:instancePath+"/models/" + i0,schemaPath:"#/properties/models/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data45.name !== undefined){
let data46 = data45.name;
if(typeof data46 === "string"){
if(!pattern16.test(data46)){
const err130 = {instancePath:instancePath+"/models/" + i0+"/name",schemaPath:"#/properties/models/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9]$"}};
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
const err131 = {instancePath:instancePath+"/models/" + i0+"/name",schemaPath:"#/properties/models/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
if(data45.model !== undefined){
let data47 = data45.model;
if(typeof data47 === "string"){
if(!pattern18.test(data47)){
const err132 = {instancePath:instancePath+"/models/" + i0+"/model",schemaPath:"#/properties/models/items/properties/model/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,126}$"}};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
else {
const err133 = {instancePath:instancePath+"/models/" + i0+"/model",schemaPath:"#/properties/models/items/properties/model/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data45.format !== undefined){
let data48 = data45.format;
if(typeof data48 !== "string"){
const err134 = {instancePath:instancePath+"/models/" + i0+"/format",schemaPath:"#/properties/models/items/properties/format/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
if(!((((((((((((((((data48 === "OpenAI") || (data48 === "OpenAI-OSS")) || (data48 === "xAI")) || (data48 === "Meta")) || (data48 === "Mistral AI")) || (data48 === "DeepSeek")) || (data48 === "Microsoft")) || (data48 === "Cohere")) || (data48 === "MoonshotAI")) || (data48 === "Alibaba")) || (data48 === "AI21 Labs")) || (data48 === "Core42")) || (data48 === "NVIDIA")) || (data48 === "Black Forest Labs")) || (data48 === "Stability AI")) || (data48 === "Anthropic"))){
const err135 = {instancePath:instancePath+"/models/" + i0+"/format",schemaPath:"#/properties/models/items/properties/format/enum",keyword:"enum",params:{allowedValues: schema31.properties.models.items.properties.format.enum}};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data45.version !== undefined){
let data49 = data45.version;
if(typeof data49 === "string"){
if(data49.length > 64){
const err136 = {instancePath:instancePath+"/models/" + i0+"/version",schemaPath:"#/properties/models/items/properties/version/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
if(!pattern19.test(data49)){
const err137 = {instancePath:instancePath+"/models/" + i0+"/version",schemaPath:"#/properties/models/items/properties/version/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"}};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
else {
const err138 = {instancePath:instancePath+"/models/" + i0+"/version",schemaPath:"#/properties/models/items/properties/version/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
let data50 = data45.sku;
if(typeof data50 !== "string"){
const err139 = {instancePath:instancePath+"/models/" + i0+"/sku",schemaPath:"#/properties/models/items/properties/sku/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(!((((((data50 === "GlobalStandard") || (data50 === "DataZoneStandard")) || (data50 === "Standard")) || (data50 === "GlobalProvisionedManaged")) || (data50 === "DataZoneProvisionedManaged")) || (data50 === "ProvisionedManaged"))){
const err140 = {instancePath:instancePath+"/models/" + i0+"/sku",schemaPath:"#/properties/models/items/properties/sku/enum",keyword:"enum",params:{allowedValues: schema31.properties.models.items.properties.sku.enum}};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
let data51 = data45.capacity;
if(!(((typeof data51 == "number") && (!(data51 % 1) && !isNaN(data51))) && (isFinite(data51)))){
const err141 = {instancePath:instancePath+"/models/" + i0+"/capacity",schemaPath:"#/properties/models/items/properties/capacity/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
if((typeof data51 == "number") && (isFinite(data51))){
if(data51 > 100000 || isNaN(data51)){
const err142 = {instancePath:instancePath+"/models/" + i0+"/capacity",schemaPath:"#/properties/models/items/properties/capacity/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
if(data51 < 1 || isNaN(data51)){
const err143 = {instancePath:instancePath+"/models/" + i0+"/capacity",schemaPath:"#/properties/models/items/properties/capacity/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
}
}
}
else {
const err144 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
let data52 = data.access;
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
if(data52.admins === undefined){
data52.admins = [];
}
if(data52.users === undefined){
data52.users = [];
}
for(const key17 in data52){
if(!((key17 === "admins") || (key17 === "users"))){
const err145 = {instancePath:instancePath+"/access",schemaPath:"#/properties/access/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17}};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
let data53 = data52.admins;
if(Array.isArray(data53)){
if(data53.length > 200){
const err146 = {instancePath:instancePath+"/access/admins",schemaPath:"#/properties/access/properties/admins/maxItems",keyword:"maxItems",params:{limit: 200}};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
const len1 = data53.length;
for(let i1=0; i1<len1; i1++){
if(!(validate21(data53[i1], {instancePath:instancePath+"/access/admins/" + i1,parentData:data53,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err147 = {instancePath:instancePath+"/access/admins",schemaPath:"#/properties/access/properties/admins/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
let data55 = data52.users;
if(Array.isArray(data55)){
if(data55.length > 200){
const err148 = {instancePath:instancePath+"/access/users",schemaPath:"#/properties/access/properties/users/maxItems",keyword:"maxItems",params:{limit: 200}};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
const len2 = data55.length;
for(let i2=0; i2<len2; i2++){
if(!(validate21(data55[i2], {instancePath:instancePath+"/access/users/" + i2,parentData:data55,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err149 = {instancePath:instancePath+"/access/users",schemaPath:"#/properties/access/properties/users/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
else {
const err150 = {instancePath:instancePath+"/access",schemaPath:"#/properties/access/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
let data57 = data.limits;
if(data57 && typeof data57 == "object" && !Array.isArray(data57)){
if(data57.perPerson === undefined){
data57.perPerson = {};
}
for(const key18 in data57){
if(!((((key18 === "perPerson") || (key18 === "perRole")) || (key18 === "perGroup")) || (key18 === "perModel"))){
const err151 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
let data58 = data57.perPerson;
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
if(data58.tokensPerMinute === undefined){
data58.tokensPerMinute = 50000;
}
for(const key19 in data58){
if(!((key19 === "tokensPerMinute") || (key19 === "tokenQuota"))){
const err152 = {instancePath:instancePath+"/limits/perPerson",schemaPath:"#/properties/limits/properties/perPerson/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19}};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
let data59 = data58.tokensPerMinute;
if(!(((typeof data59 == "number") && (!(data59 % 1) && !isNaN(data59))) && (isFinite(data59)))){
const err153 = {instancePath:instancePath+"/limits/perPerson/tokensPerMinute",schemaPath:"#/properties/limits/properties/perPerson/properties/tokensPerMinute/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if((typeof data59 == "number") && (isFinite(data59))){
if(data59 > 1000000000 || isNaN(data59)){
const err154 = {instancePath:instancePath+"/limits/perPerson/tokensPerMinute",schemaPath:"#/properties/limits/properties/perPerson/properties/tokensPerMinute/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000}};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
if(data59 < 1 || isNaN(data59)){
const err155 = {instancePath:instancePath+"/limits/perPerson/tokensPerMinute",schemaPath:"#/properties/limits/properties/perPerson/properties/tokensPerMinute/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
if(data58.tokenQuota !== undefined){
let data60 = data58.tokenQuota;
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
if(data60.tokens === undefined){
const err156 = {instancePath:instancePath+"/limits/perPerson/tokenQuota",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/required",keyword:"required",params:{missingProperty: "tokens"}};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
if(data60.period === undefined){
const err157 = {instancePath:instancePath+"/limits/perPerson/tokenQuota",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/required",keyword:"required",params:{missingProperty: "period"}};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
for(const key20 in data60){
if(!((key20 === "tokens") || (key20 === "period"))){
const err158 = {instancePath:instancePath+"/limits/perPerson/tokenQuota",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20}};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
if(data60.tokens !== undefined){
let data61 = data60.tokens;
if(!(((typeof data61 == "number") && (!(data61 % 1) && !isNaN(data61))) && (isFinite(data61)))){
const err159 = {instancePath:instancePath+"/limits/perPerson/tokenQuota/tokens",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/properties/tokens/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
if((typeof data61 == "number") && (isFinite(data61))){
if(data61 > 1000000000000 || isNaN(data61)){
const err160 = {instancePath:instancePath+"/limits/perPerson/tokenQuota/tokens",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/properties/tokens/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000}};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
if(data61 < 1 || isNaN(data61)){
const err161 = {instancePath:instancePath+"/limits/perPerson/tokenQuota/tokens",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/properties/tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
}
if(data60.period !== undefined){
let data62 = data60.period;
if(typeof data62 !== "string"){
const err162 = {instancePath:instancePath+"/limits/perPerson/tokenQuota/period",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/properties/period/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
if(!((((data62 === "Hourly") || (data62 === "Daily")) || (data62 === "Weekly")) || (data62 === "Monthly"))){
const err163 = {instancePath:instancePath+"/limits/perPerson/tokenQuota/period",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/properties/period/enum",keyword:"enum",params:{allowedValues: schema31.properties.limits.properties.perPerson.properties.tokenQuota.properties.period.enum}};
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
else {
const err164 = {instancePath:instancePath+"/limits/perPerson/tokenQuota",schemaPath:"#/properties/limits/properties/perPerson/properties/tokenQuota/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
}
else {
const err165 = {instancePath:instancePath+"/limits/perPerson",schemaPath:"#/properties/limits/properties/perPerson/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
if(data57.perRole !== undefined){
let data63 = data57.perRole;
if(!data63 || typeof data63 != "object"){
const err166 = {instancePath:instancePath+"/limits/perRole",schemaPath:"#/properties/limits/properties/perRole/type",keyword:"type",params:{type: schema31.properties.limits.properties.perRole.type}};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
if(data57.perGroup !== undefined){
let data64 = data57.perGroup;
if(!data64 || typeof data64 != "object"){
const err167 = {instancePath:instancePath+"/limits/perGroup",schemaPath:"#/properties/limits/properties/perGroup/type",keyword:"type",params:{type: schema31.properties.limits.properties.perGroup.type}};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
if(data57.perModel !== undefined){
let data65 = data57.perModel;
if(!data65 || typeof data65 != "object"){
const err168 = {instancePath:instancePath+"/limits/perModel",schemaPath:"#/properties/limits/properties/perModel/type",keyword:"type",params:{type: schema31.properties.limits.properties.perModel.type}};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
}
else {
const err169 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
let data66 = data.api;
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
if(data66.path === undefined){
data66.path = "openai/v1";
}
if(data66.spec === undefined){
data66.spec = "built-in";
}
for(const key21 in data66){
if(!((key21 === "path") || (key21 === "spec"))){
const err170 = {instancePath:instancePath+"/api",schemaPath:"#/properties/api/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21}};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
let data67 = data66.path;
if(typeof data67 === "string"){
if(data67.length > 60){
const err171 = {instancePath:instancePath+"/api/path",schemaPath:"#/properties/api/properties/path/maxLength",keyword:"maxLength",params:{limit: 60}};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
if(!pattern22.test(data67)){
const err172 = {instancePath:instancePath+"/api/path",schemaPath:"#/properties/api/properties/path/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9._-]*[a-z0-9])?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)*$"}};
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
const err173 = {instancePath:instancePath+"/api/path",schemaPath:"#/properties/api/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
let data68 = data66.spec;
if(typeof data68 === "string"){
if(data68.length > 2000){
const err174 = {instancePath:instancePath+"/api/spec",schemaPath:"#/properties/api/properties/spec/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
if(data68.length < 1){
const err175 = {instancePath:instancePath+"/api/spec",schemaPath:"#/properties/api/properties/spec/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
else {
const err176 = {instancePath:instancePath+"/api/spec",schemaPath:"#/properties/api/properties/spec/type",keyword:"type",params:{type: "string"}};
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
const err177 = {instancePath:instancePath+"/api",schemaPath:"#/properties/api/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
let data69 = data.smoke;
if(data69 && typeof data69 == "object" && !Array.isArray(data69)){
if(data69.prompt === undefined){
data69.prompt = "Answer with one short sentence: is the chat platform up?";
}
if(data69.firstTokenSeconds === undefined){
data69.firstTokenSeconds = 60;
}
for(const key22 in data69){
if(!(((key22 === "model") || (key22 === "prompt")) || (key22 === "firstTokenSeconds"))){
const err178 = {instancePath:instancePath+"/smoke",schemaPath:"#/properties/smoke/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22}};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
if(data69.model !== undefined){
let data70 = data69.model;
if(typeof data70 === "string"){
if(data70.length < 1){
const err179 = {instancePath:instancePath+"/smoke/model",schemaPath:"#/properties/smoke/properties/model/minLength",keyword:"minLength",params:{limit: 1}};
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
const err180 = {instancePath:instancePath+"/smoke/model",schemaPath:"#/properties/smoke/properties/model/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
let data71 = data69.prompt;
if(typeof data71 === "string"){
if(data71.length > 2000){
const err181 = {instancePath:instancePath+"/smoke/prompt",schemaPath:"#/properties/smoke/properties/prompt/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
if(data71.length < 1){
const err182 = {instancePath:instancePath+"/smoke/prompt",schemaPath:"#/properties/smoke/properties/prompt/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
else {
const err183 = {instancePath:instancePath+"/smoke/prompt",schemaPath:"#/properties/smoke/properties/prompt/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
let data72 = data69.firstTokenSeconds;
if(!(((typeof data72 == "number") && (!(data72 % 1) && !isNaN(data72))) && (isFinite(data72)))){
const err184 = {instancePath:instancePath+"/smoke/firstTokenSeconds",schemaPath:"#/properties/smoke/properties/firstTokenSeconds/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
if((typeof data72 == "number") && (isFinite(data72))){
if(data72 > 300 || isNaN(data72)){
const err185 = {instancePath:instancePath+"/smoke/firstTokenSeconds",schemaPath:"#/properties/smoke/properties/firstTokenSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 300}};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
if(data72 < 1 || isNaN(data72)){
const err186 = {instancePath:instancePath+"/smoke/firstTokenSeconds",schemaPath:"#/properties/smoke/properties/firstTokenSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
}
else {
const err187 = {instancePath:instancePath+"/smoke",schemaPath:"#/properties/smoke/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
else {
const err188 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export { schema31 as schema };
