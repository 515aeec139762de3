// Made by packages/policy-tests/scripts/generate.ts from policy-test.schema.json. Do not edit.
"use strict";
export const validate = validate20;
export default validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"policy-test.schema.json","title":"Policy test","type":"object","additionalProperties":false,"properties":{"description":{"type":"string","examples":["Who may call, and how often"]},"policy":{"type":"string","minLength":1,"examples":["limits.xml"]},"policies":{"$ref":"#/$defs/policies"},"config":{"type":"string","minLength":1,"examples":["../environments/dev.yml"]},"format":{"type":"string","enum":["rawxml","xml"]},"tier":{"type":"string","enum":["Consumption","Developer","Basic","BasicV2","Standard","StandardV2","Premium","PremiumV2"]},"fragments":{"type":"object","additionalProperties":{"type":"string","minLength":1,"examples":["fragments/refuse.xml"]},"examples":[{"refuse":"fragments/refuse.xml"}]},"namedValues":{"type":"object","additionalProperties":{"type":["string","number","boolean"],"examples":["contoso"]},"examples":[{"audience":"api://orders"}]},"backends":{"type":"object","additionalProperties":{"$ref":"#/$defs/backendEntity"},"examples":[{"orders":{"url":"https://orders.example"}}]},"openIdConfigurations":{"type":"object","additionalProperties":{"type":"string","examples":["https://login.example/"]},"examples":[{"https://login.example/.well-known/openid-configuration":"https://login.example/"}]},"refused":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/refusal"},"examples":[[{"line":3,"message":{"contains":"is not a valid policy"}}]]},"defaults":{"$ref":"#/$defs/defaults"},"cases":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/case"},"examples":[[{"name":"a caller without a token is refused"}]]}},"$defs":{"policies":{"title":"policies","type":"object","additionalProperties":false,"properties":{"global":{"type":"string","minLength":1,"examples":["global.xml"]},"product":{"type":"string","minLength":1,"examples":["product.xml"]},"api":{"type":"string","minLength":1,"examples":["api.xml"]},"operation":{"type":"string","minLength":1,"examples":["operation.xml"]}}},"backendEntity":{"title":"backends","type":"object","additionalProperties":true,"properties":{"url":{"type":"string","examples":["https://orders.example"]}}},"refusal":{"title":"refused","type":"object","additionalProperties":false,"required":["line","message"],"properties":{"in":{"type":"string","examples":["api"]},"line":{"type":"integer","minimum":1,"examples":[3]},"column":{"type":"integer","minimum":1,"examples":[5]},"message":{"$ref":"#/$defs/text"}}},"defaults":{"title":"defaults","type":"object","additionalProperties":false,"properties":{"now":{"$ref":"#/$defs/now"},"request":{"$ref":"#/$defs/request"},"context":{"$ref":"#/$defs/context"},"backend":{"$ref":"#/$defs/answers"},"answers":{"$ref":"#/$defs/answerRules"},"expect":{"$ref":"#/$defs/expect"}}},"case":{"title":"cases","type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string","minLength":1,"examples":["the sixth call within a minute is refused"]},"now":{"$ref":"#/$defs/now"},"request":{"$ref":"#/$defs/request"},"context":{"$ref":"#/$defs/context"},"backend":{"$ref":"#/$defs/answers"},"answers":{"$ref":"#/$defs/answerRules"},"expect":{"$ref":"#/$defs/expect"},"steps":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/step"},"examples":[[{"repeat":5,"expect":{"caller":{"status":200}}}]]}}},"step":{"title":"steps","type":"object","additionalProperties":false,"properties":{"after":{"type":"string","pattern":"^P(?=.)(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?$","patternErrorMessage":"must be a duration such as PT30S, PT5M or P1D","examples":["PT30S"]},"repeat":{"type":"integer","minimum":1,"maximum":100000,"examples":[5]},"request":{"$ref":"#/$defs/request"},"context":{"$ref":"#/$defs/context"},"backend":{"$ref":"#/$defs/answers"},"answers":{"$ref":"#/$defs/answerRules"},"expect":{"$ref":"#/$defs/expect"}}},"now":{"type":"string","pattern":"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z$","patternErrorMessage":"must be a time in UTC such as 2026-01-01T00:00:00Z","examples":["2026-01-01T00:00:00Z"]},"request":{"title":"request","type":"object","additionalProperties":false,"properties":{"method":{"type":"string","pattern":"^[A-Za-z]+$","patternErrorMessage":"must be an HTTP method","examples":["POST"]},"url":{"type":"string","pattern":"^(https?://|/)","patternErrorMessage":"must begin with https:// or /","examples":["/orders/42?expand=lines"]},"headers":{"$ref":"#/$defs/headers"},"body":{"examples":["hello"]},"ip":{"type":"string","examples":["203.0.113.10"]},"matchedParameters":{"type":"object","additionalProperties":{"type":["string","number"],"examples":["42"]},"examples":[{"id":"42"}]},"token":{"$ref":"#/$defs/token"}}},"headers":{"type":"object","additionalProperties":{"type":["string","number","boolean","array"],"items":{"type":["string","number","boolean"],"examples":["text"]},"examples":["text"]},"examples":[{"Accept":"application/json"}]},"token":{"title":"token","type":"object","additionalProperties":false,"properties":{"tenant":{"type":"string","examples":["11111111-1111-1111-1111-111111111111"]},"version":{"type":"integer","enum":[1,2],"examples":[2]},"issuer":{"type":"string","examples":["https://login.example"]},"audience":{"type":["string","array"],"items":{"type":"string","examples":["api://orders"]},"examples":["api://orders"]},"application":{"type":"string","examples":["22222222-2222-2222-2222-222222222222"]},"claims":{"type":"object","additionalProperties":true,"examples":[{"roles":["user"]}]},"expired":{"type":"boolean","examples":[true]},"notYetValid":{"type":"boolean","examples":[true]},"alg":{"type":"string","enum":["RS256","RS384","RS512","PS256","ES256","HS256","HS384","HS512","none"]},"key":{"type":"string","enum":["own","unknown","forged","tampered"]},"secret":{"type":"string","examples":["c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0"]},"header":{"type":"string","minLength":1,"examples":["Authorization"]},"scheme":{"type":"string","examples":["Bearer"]},"query":{"type":"string","minLength":1,"examples":["access_token"]}}},"context":{"title":"context","type":"object","additionalProperties":false,"properties":{"api":{"type":"object","additionalProperties":true,"examples":[{"id":"orders","path":"orders"}]},"operation":{"type":"object","additionalProperties":true,"examples":[{"id":"getOrder","urlTemplate":"/orders/{id}"}]},"product":{"type":"object","additionalProperties":true,"examples":[{"id":"gold","name":"Gold"}]},"subscription":{"type":"object","additionalProperties":true,"examples":[{"id":"team-a","name":"Team A"}]},"user":{"type":"object","additionalProperties":true,"examples":[{"id":"1","email":"ada@contoso.com"}]},"deployment":{"type":"object","additionalProperties":true,"examples":[{"region":"Sweden Central"}]},"schemas":{"type":"object","additionalProperties":true,"examples":[{"order":{"type":"object","required":["item"]}}]},"variables":{"type":"object","additionalProperties":true,"examples":[{"tier":"gold"}]}}},"answers":{"title":"backend","type":["object","array"],"additionalProperties":false,"properties":{"status":{"type":"integer","minimum":100,"maximum":599,"examples":[200]},"reason":{"type":"string","examples":["OK"]},"headers":{"$ref":"#/$defs/headers"},"body":{"examples":["hello"]},"chunks":{"type":"array","items":{"examples":["data: [DONE]\n\n"]},"examples":[[{"delta":"Hel"},{"delta":"lo"},"data: [DONE]\n\n"]]},"delay":{"type":"string","pattern":"^P(?=.)(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?$","patternErrorMessage":"must be a duration such as PT30S or PT0.5S","examples":["PT2S"]},"failure":{"type":"string","enum":["timeout","connection"]}},"items":{"$ref":"#/$defs/answers"},"examples":[{"status":200,"body":{"ok":true}}]},"answerRules":{"title":"answers","type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["url","answer"],"properties":{"url":{"type":"string","minLength":1,"examples":["https://login.example/*"]},"method":{"type":"string","examples":["POST"]},"answer":{"$ref":"#/$defs/answers"}}},"examples":[[{"url":"https://login.example/*","answer":{"status":200}}]]},"expect":{"title":"expect","type":"object","additionalProperties":false,"properties":{"caller":{"$ref":"#/$defs/expectedAnswer"},"backend":{"$ref":"#/$defs/expectedRequest"},"requests":{"type":"array","items":{"$ref":"#/$defs/expectedRequest"},"examples":[[{"url":"https://login.example/token"}]]},"calls":{"type":"integer","minimum":0,"examples":[1]},"error":{"$ref":"#/$defs/expectedErrorOrNone"},"variables":{"type":"object","additionalProperties":true,"examples":[{"tier":"gold"}]},"metrics":{"type":"array","items":{"$ref":"#/$defs/expectedMetric"},"examples":[[{"name":"Total Tokens","value":12}]]},"messages":{"type":"array","items":{"$ref":"#/$defs/expectedMessage"},"examples":[[{"to":"usage"}]]},"traces":{"type":"array","items":{"$ref":"#/$defs/expectedTrace"},"examples":[[{"source":"limits"}]]},"elapsed":{"type":"string","pattern":"^P(?=.)(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?$","patternErrorMessage":"must be a duration such as PT30S or PT0S","examples":["PT3S"]}}},"expectedAnswer":{"title":"expect.caller","type":"object","additionalProperties":false,"properties":{"status":{"type":"integer","minimum":100,"maximum":999,"examples":[200]},"reason":{"$ref":"#/$defs/text"},"headers":{"$ref":"#/$defs/texts"},"absent":{"type":"array","items":{"type":"string","examples":["Server"]},"examples":[["Server"]]},"body":{"$ref":"#/$defs/body"},"streamed":{"type":"boolean","examples":[true]}}},"expectedErrorOrNone":{"title":"expect.error","type":["object","string"],"pattern":"^none$","patternErrorMessage":"must be `none`, or a map of what the error must be","additionalProperties":false,"properties":{"source":{"type":"string","examples":["validate-jwt"]},"reason":{"type":"string","examples":["TokenExpired"]},"message":{"$ref":"#/$defs/text"},"section":{"type":"string","enum":["inbound","backend","outbound","on-error"]},"scope":{"type":"string","enum":["global","product","api","operation"]},"line":{"type":"integer","minimum":1,"examples":[4]},"type":{"type":"string","examples":["NullReferenceException"]}},"examples":["none"]},"expectedMetric":{"title":"expect.metrics","type":"object","additionalProperties":false,"properties":{"name":{"type":"string","examples":["Total Tokens"]},"namespace":{"type":"string","examples":["models"]},"value":{"type":"number","examples":[12]},"dimensions":{"$ref":"#/$defs/texts"}}},"expectedMessage":{"title":"expect.messages","type":"object","additionalProperties":false,"properties":{"kind":{"type":"string","enum":["event-hub","service-bus"]},"to":{"type":"string","examples":["usage"]},"body":{"$ref":"#/$defs/body"},"properties":{"$ref":"#/$defs/texts"}}},"expectedTrace":{"title":"expect.traces","type":"object","additionalProperties":false,"properties":{"source":{"type":"string","examples":["limits"]},"severity":{"type":"string","enum":["verbose","information","error"]},"message":{"$ref":"#/$defs/text"}}},"texts":{"type":"object","additionalProperties":{"$ref":"#/$defs/text"},"examples":[{"X-Tier":"gold"}]},"text":{"title":"A text that is expected","type":["string","number","boolean","object"],"additionalProperties":false,"properties":{"contains":{"type":"string","minLength":1,"examples":["quota"]},"matches":{"type":"string","minLength":1,"examples":["^Bearer .+$"]},"lacks":{"type":"string","minLength":1,"examples":["secret"]}},"examples":["text"]},"body":{"title":"A body that is expected","type":["string","object"],"additionalProperties":false,"properties":{"json":{"examples":[{"ok":true}]},"partial":{"examples":[{"error":{"code":"token_quota"}}]},"contains":{"type":"string","minLength":1,"examples":["quota"]},"matches":{"type":"string","minLength":1,"examples":["^<order"]},"lacks":{"type":"string","minLength":1,"examples":["secret"]},"empty":{"type":"boolean","examples":[true]}},"examples":["hello"]},"expectedRequest":{"title":"expect.backend","additionalProperties":false,"type":["object","string"],"pattern":"^none$","patternErrorMessage":"must be `none`, or a map of what the request must be","properties":{"method":{"type":"string","examples":["GET"]},"url":{"$ref":"#/$defs/text"},"headers":{"$ref":"#/$defs/texts"},"absent":{"type":"array","items":{"type":"string","examples":["Cookie"]},"examples":[["Cookie"]]},"body":{"$ref":"#/$defs/body"},"timeout":{"type":"number","examples":[240]}},"examples":["none"]}}};
const schema32 = {"title":"policies","type":"object","additionalProperties":false,"properties":{"global":{"type":"string","minLength":1,"examples":["global.xml"]},"product":{"type":"string","minLength":1,"examples":["product.xml"]},"api":{"type":"string","minLength":1,"examples":["api.xml"]},"operation":{"type":"string","minLength":1,"examples":["operation.xml"]}}};
const schema33 = {"title":"backends","type":"object","additionalProperties":true,"properties":{"url":{"type":"string","examples":["https://orders.example"]}}};
const func1 = Object.prototype.hasOwnProperty;
const schema34 = {"title":"refused","type":"object","additionalProperties":false,"required":["line","message"],"properties":{"in":{"type":"string","examples":["api"]},"line":{"type":"integer","minimum":1,"examples":[3]},"column":{"type":"integer","minimum":1,"examples":[5]},"message":{"$ref":"#/$defs/text"}}};
const schema35 = {"title":"A text that is expected","type":["string","number","boolean","object"],"additionalProperties":false,"properties":{"contains":{"type":"string","minLength":1,"examples":["quota"]},"matches":{"type":"string","minLength":1,"examples":["^Bearer .+$"]},"lacks":{"type":"string","minLength":1,"examples":["secret"]}},"examples":["text"]};

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
if(data.line === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "line"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.message === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "message"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "in") || (key0 === "line")) || (key0 === "column")) || (key0 === "message"))){
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
if(data.in !== undefined){
if(typeof data.in !== "string"){
const err3 = {instancePath:instancePath+"/in",schemaPath:"#/properties/in/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.line !== undefined){
let data1 = data.line;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/line",schemaPath:"#/properties/line/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 1 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/line",schemaPath:"#/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data.column !== undefined){
let data2 = data.column;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err6 = {instancePath:instancePath+"/column",schemaPath:"#/properties/column/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 1 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/column",schemaPath:"#/properties/column/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.message !== undefined){
let data3 = data.message;
if((((typeof data3 !== "string") && (!((typeof data3 == "number") && (isFinite(data3))))) && (typeof data3 !== "boolean")) && (!(data3 && typeof data3 == "object" && !Array.isArray(data3)))){
const err8 = {instancePath:instancePath+"/message",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: schema35.type}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(((key1 === "contains") || (key1 === "matches")) || (key1 === "lacks"))){
const err9 = {instancePath:instancePath+"/message",schemaPath:"#/$defs/text/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data3.contains !== undefined){
let data4 = data3.contains;
if(typeof data4 === "string"){
if(data4.length < 1){
const err10 = {instancePath:instancePath+"/message/contains",schemaPath:"#/$defs/text/properties/contains/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/message/contains",schemaPath:"#/$defs/text/properties/contains/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data3.matches !== undefined){
let data5 = data3.matches;
if(typeof data5 === "string"){
if(data5.length < 1){
const err12 = {instancePath:instancePath+"/message/matches",schemaPath:"#/$defs/text/properties/matches/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/message/matches",schemaPath:"#/$defs/text/properties/matches/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data3.lacks !== undefined){
let data6 = data3.lacks;
if(typeof data6 === "string"){
if(data6.length < 1){
const err14 = {instancePath:instancePath+"/message/lacks",schemaPath:"#/$defs/text/properties/lacks/minLength",keyword:"minLength",params:{limit: 1}};
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
const err15 = {instancePath:instancePath+"/message/lacks",schemaPath:"#/$defs/text/properties/lacks/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema36 = {"title":"defaults","type":"object","additionalProperties":false,"properties":{"now":{"$ref":"#/$defs/now"},"request":{"$ref":"#/$defs/request"},"context":{"$ref":"#/$defs/context"},"backend":{"$ref":"#/$defs/answers"},"answers":{"$ref":"#/$defs/answerRules"},"expect":{"$ref":"#/$defs/expect"}}};
const schema37 = {"type":"string","pattern":"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z$","patternErrorMessage":"must be a time in UTC such as 2026-01-01T00:00:00Z","examples":["2026-01-01T00:00:00Z"]};
const schema41 = {"title":"context","type":"object","additionalProperties":false,"properties":{"api":{"type":"object","additionalProperties":true,"examples":[{"id":"orders","path":"orders"}]},"operation":{"type":"object","additionalProperties":true,"examples":[{"id":"getOrder","urlTemplate":"/orders/{id}"}]},"product":{"type":"object","additionalProperties":true,"examples":[{"id":"gold","name":"Gold"}]},"subscription":{"type":"object","additionalProperties":true,"examples":[{"id":"team-a","name":"Team A"}]},"user":{"type":"object","additionalProperties":true,"examples":[{"id":"1","email":"ada@contoso.com"}]},"deployment":{"type":"object","additionalProperties":true,"examples":[{"region":"Sweden Central"}]},"schemas":{"type":"object","additionalProperties":true,"examples":[{"order":{"type":"object","required":["item"]}}]},"variables":{"type":"object","additionalProperties":true,"examples":[{"tier":"gold"}]}}};
const pattern4 = new RegExp("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z$", "u");
const schema38 = {"title":"request","type":"object","additionalProperties":false,"properties":{"method":{"type":"string","pattern":"^[A-Za-z]+$","patternErrorMessage":"must be an HTTP method","examples":["POST"]},"url":{"type":"string","pattern":"^(https?://|/)","patternErrorMessage":"must begin with https:// or /","examples":["/orders/42?expand=lines"]},"headers":{"$ref":"#/$defs/headers"},"body":{"examples":["hello"]},"ip":{"type":"string","examples":["203.0.113.10"]},"matchedParameters":{"type":"object","additionalProperties":{"type":["string","number"],"examples":["42"]},"examples":[{"id":"42"}]},"token":{"$ref":"#/$defs/token"}}};
const schema39 = {"type":"object","additionalProperties":{"type":["string","number","boolean","array"],"items":{"type":["string","number","boolean"],"examples":["text"]},"examples":["text"]},"examples":[{"Accept":"application/json"}]};
const schema40 = {"title":"token","type":"object","additionalProperties":false,"properties":{"tenant":{"type":"string","examples":["11111111-1111-1111-1111-111111111111"]},"version":{"type":"integer","enum":[1,2],"examples":[2]},"issuer":{"type":"string","examples":["https://login.example"]},"audience":{"type":["string","array"],"items":{"type":"string","examples":["api://orders"]},"examples":["api://orders"]},"application":{"type":"string","examples":["22222222-2222-2222-2222-222222222222"]},"claims":{"type":"object","additionalProperties":true,"examples":[{"roles":["user"]}]},"expired":{"type":"boolean","examples":[true]},"notYetValid":{"type":"boolean","examples":[true]},"alg":{"type":"string","enum":["RS256","RS384","RS512","PS256","ES256","HS256","HS384","HS512","none"]},"key":{"type":"string","enum":["own","unknown","forged","tampered"]},"secret":{"type":"string","examples":["c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0"]},"header":{"type":"string","minLength":1,"examples":["Authorization"]},"scheme":{"type":"string","examples":["Bearer"]},"query":{"type":"string","minLength":1,"examples":["access_token"]}}};
const pattern5 = new RegExp("^[A-Za-z]+$", "u");
const pattern6 = new RegExp("^(https?://|/)", "u");

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
for(const key0 in data){
if(!(((((((key0 === "method") || (key0 === "url")) || (key0 === "headers")) || (key0 === "body")) || (key0 === "ip")) || (key0 === "matchedParameters")) || (key0 === "token"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.method !== undefined){
let data0 = data.method;
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
const err1 = {instancePath:instancePath+"/method",schemaPath:"#/properties/method/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]+$"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/method",schemaPath:"#/properties/method/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.url !== undefined){
let data1 = data.url;
if(typeof data1 === "string"){
if(!pattern6.test(data1)){
const err3 = {instancePath:instancePath+"/url",schemaPath:"#/properties/url/pattern",keyword:"pattern",params:{pattern: "^(https?://|/)"}};
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
const err4 = {instancePath:instancePath+"/url",schemaPath:"#/properties/url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.headers !== undefined){
let data2 = data.headers;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
let data3 = data2[key1];
if((((typeof data3 !== "string") && (!((typeof data3 == "number") && (isFinite(data3))))) && (typeof data3 !== "boolean")) && (!(Array.isArray(data3)))){
const err5 = {instancePath:instancePath+"/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/headers/additionalProperties/type",keyword:"type",params:{type: schema39.additionalProperties.type}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(((typeof data4 !== "string") && (!((typeof data4 == "number") && (isFinite(data4))))) && (typeof data4 !== "boolean")){
const err6 = {instancePath:instancePath+"/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/$defs/headers/additionalProperties/items/type",keyword:"type",params:{type: schema39.additionalProperties.items.type}};
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
else {
const err7 = {instancePath:instancePath+"/headers",schemaPath:"#/$defs/headers/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.ip !== undefined){
if(typeof data.ip !== "string"){
const err8 = {instancePath:instancePath+"/ip",schemaPath:"#/properties/ip/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.matchedParameters !== undefined){
let data6 = data.matchedParameters;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
let data7 = data6[key2];
if((typeof data7 !== "string") && (!((typeof data7 == "number") && (isFinite(data7))))){
const err9 = {instancePath:instancePath+"/matchedParameters/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/matchedParameters/additionalProperties/type",keyword:"type",params:{type: schema38.properties.matchedParameters.additionalProperties.type}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/matchedParameters",schemaPath:"#/properties/matchedParameters/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.token !== undefined){
let data8 = data.token;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key3 in data8){
if(!(func1.call(schema40.properties, key3))){
const err11 = {instancePath:instancePath+"/token",schemaPath:"#/$defs/token/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data8.tenant !== undefined){
if(typeof data8.tenant !== "string"){
const err12 = {instancePath:instancePath+"/token/tenant",schemaPath:"#/$defs/token/properties/tenant/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data8.version !== undefined){
let data10 = data8.version;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err13 = {instancePath:instancePath+"/token/version",schemaPath:"#/$defs/token/properties/version/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!((data10 === 1) || (data10 === 2))){
const err14 = {instancePath:instancePath+"/token/version",schemaPath:"#/$defs/token/properties/version/enum",keyword:"enum",params:{allowedValues: schema40.properties.version.enum}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data8.issuer !== undefined){
if(typeof data8.issuer !== "string"){
const err15 = {instancePath:instancePath+"/token/issuer",schemaPath:"#/$defs/token/properties/issuer/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data8.audience !== undefined){
let data12 = data8.audience;
if((typeof data12 !== "string") && (!(Array.isArray(data12)))){
const err16 = {instancePath:instancePath+"/token/audience",schemaPath:"#/$defs/token/properties/audience/type",keyword:"type",params:{type: schema40.properties.audience.type}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(Array.isArray(data12)){
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
if(typeof data12[i1] !== "string"){
const err17 = {instancePath:instancePath+"/token/audience/" + i1,schemaPath:"#/$defs/token/properties/audience/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
}
if(data8.application !== undefined){
if(typeof data8.application !== "string"){
const err18 = {instancePath:instancePath+"/token/application",schemaPath:"#/$defs/token/properties/application/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data8.claims !== undefined){
let data15 = data8.claims;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
}
else {
const err19 = {instancePath:instancePath+"/token/claims",schemaPath:"#/$defs/token/properties/claims/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data8.expired !== undefined){
if(typeof data8.expired !== "boolean"){
const err20 = {instancePath:instancePath+"/token/expired",schemaPath:"#/$defs/token/properties/expired/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data8.notYetValid !== undefined){
if(typeof data8.notYetValid !== "boolean"){
const err21 = {instancePath:instancePath+"/token/notYetValid",schemaPath:"#/$defs/token/properties/notYetValid/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data8.alg !== undefined){
let data18 = data8.alg;
if(typeof data18 !== "string"){
const err22 = {instancePath:instancePath+"/token/alg",schemaPath:"#/$defs/token/properties/alg/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!(((((((((data18 === "RS256") || (data18 === "RS384")) || (data18 === "RS512")) || (data18 === "PS256")) || (data18 === "ES256")) || (data18 === "HS256")) || (data18 === "HS384")) || (data18 === "HS512")) || (data18 === "none"))){
const err23 = {instancePath:instancePath+"/token/alg",schemaPath:"#/$defs/token/properties/alg/enum",keyword:"enum",params:{allowedValues: schema40.properties.alg.enum}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data8.key !== undefined){
let data19 = data8.key;
if(typeof data19 !== "string"){
const err24 = {instancePath:instancePath+"/token/key",schemaPath:"#/$defs/token/properties/key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!((((data19 === "own") || (data19 === "unknown")) || (data19 === "forged")) || (data19 === "tampered"))){
const err25 = {instancePath:instancePath+"/token/key",schemaPath:"#/$defs/token/properties/key/enum",keyword:"enum",params:{allowedValues: schema40.properties.key.enum}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data8.secret !== undefined){
if(typeof data8.secret !== "string"){
const err26 = {instancePath:instancePath+"/token/secret",schemaPath:"#/$defs/token/properties/secret/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data8.header !== undefined){
let data21 = data8.header;
if(typeof data21 === "string"){
if(data21.length < 1){
const err27 = {instancePath:instancePath+"/token/header",schemaPath:"#/$defs/token/properties/header/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/token/header",schemaPath:"#/$defs/token/properties/header/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data8.scheme !== undefined){
if(typeof data8.scheme !== "string"){
const err29 = {instancePath:instancePath+"/token/scheme",schemaPath:"#/$defs/token/properties/scheme/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data8.query !== undefined){
let data23 = data8.query;
if(typeof data23 === "string"){
if(data23.length < 1){
const err30 = {instancePath:instancePath+"/token/query",schemaPath:"#/$defs/token/properties/query/minLength",keyword:"minLength",params:{limit: 1}};
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
const err31 = {instancePath:instancePath+"/token/query",schemaPath:"#/$defs/token/properties/query/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/token",schemaPath:"#/$defs/token/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}
validate24.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema42 = {"title":"backend","type":["object","array"],"additionalProperties":false,"properties":{"status":{"type":"integer","minimum":100,"maximum":599,"examples":[200]},"reason":{"type":"string","examples":["OK"]},"headers":{"$ref":"#/$defs/headers"},"body":{"examples":["hello"]},"chunks":{"type":"array","items":{"examples":["data: [DONE]\n\n"]},"examples":[[{"delta":"Hel"},{"delta":"lo"},"data: [DONE]\n\n"]]},"delay":{"type":"string","pattern":"^P(?=.)(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?$","patternErrorMessage":"must be a duration such as PT30S or PT0.5S","examples":["PT2S"]},"failure":{"type":"string","enum":["timeout","connection"]}},"items":{"$ref":"#/$defs/answers"},"examples":[{"status":200,"body":{"ok":true}}]};
const wrapper0 = {validate: validate26};
const pattern7 = new RegExp("^P(?=.)(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?$", "u");

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate26.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!data || typeof data != "object"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema42.type}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(wrapper0.validate(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "status") || (key0 === "reason")) || (key0 === "headers")) || (key0 === "body")) || (key0 === "chunks")) || (key0 === "delay")) || (key0 === "failure"))){
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
if(data.status !== undefined){
let data1 = data.status;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err2 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 599 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/maximum",keyword:"maximum",params:{comparison: "<=", limit: 599}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1 < 100 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/minimum",keyword:"minimum",params:{comparison: ">=", limit: 100}};
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
if(data.reason !== undefined){
if(typeof data.reason !== "string"){
const err5 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.headers !== undefined){
let data3 = data.headers;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
let data4 = data3[key1];
if((((typeof data4 !== "string") && (!((typeof data4 == "number") && (isFinite(data4))))) && (typeof data4 !== "boolean")) && (!(Array.isArray(data4)))){
const err6 = {instancePath:instancePath+"/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/headers/additionalProperties/type",keyword:"type",params:{type: schema39.additionalProperties.type}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(((typeof data5 !== "string") && (!((typeof data5 == "number") && (isFinite(data5))))) && (typeof data5 !== "boolean")){
const err7 = {instancePath:instancePath+"/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i1,schemaPath:"#/$defs/headers/additionalProperties/items/type",keyword:"type",params:{type: schema39.additionalProperties.items.type}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
}
}
else {
const err8 = {instancePath:instancePath+"/headers",schemaPath:"#/$defs/headers/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.chunks !== undefined){
if(!(Array.isArray(data.chunks))){
const err9 = {instancePath:instancePath+"/chunks",schemaPath:"#/properties/chunks/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.delay !== undefined){
let data7 = data.delay;
if(typeof data7 === "string"){
if(!pattern7.test(data7)){
const err10 = {instancePath:instancePath+"/delay",schemaPath:"#/properties/delay/pattern",keyword:"pattern",params:{pattern: "^P(?=.)(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?$"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/delay",schemaPath:"#/properties/delay/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.failure !== undefined){
let data8 = data.failure;
if(typeof data8 !== "string"){
const err12 = {instancePath:instancePath+"/failure",schemaPath:"#/properties/failure/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!((data8 === "timeout") || (data8 === "connection"))){
const err13 = {instancePath:instancePath+"/failure",schemaPath:"#/properties/failure/enum",keyword:"enum",params:{allowedValues: schema42.properties.failure.enum}};
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
validate26.errors = vErrors;
return errors === 0;
}
validate26.evaluated = {"props":true,"items":true,"dynamicProps":false,"dynamicItems":false};

const schema44 = {"title":"answers","type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["url","answer"],"properties":{"url":{"type":"string","minLength":1,"examples":["https://login.example/*"]},"method":{"type":"string","examples":["POST"]},"answer":{"$ref":"#/$defs/answers"}}},"examples":[[{"url":"https://login.example/*","answer":{"status":200}}]]};

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate28.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.url === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "url"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.answer === undefined){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "answer"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data0){
if(!(((key0 === "url") || (key0 === "method")) || (key0 === "answer"))){
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.url !== undefined){
let data1 = data0.url;
if(typeof data1 === "string"){
if(data1.length < 1){
const err4 = {instancePath:instancePath+"/" + i0+"/url",schemaPath:"#/items/properties/url/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/" + i0+"/url",schemaPath:"#/items/properties/url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data0.method !== undefined){
if(typeof data0.method !== "string"){
const err6 = {instancePath:instancePath+"/" + i0+"/method",schemaPath:"#/items/properties/method/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data0.answer !== undefined){
if(!(validate26(data0.answer, {instancePath:instancePath+"/" + i0+"/answer",parentData:data0,parentDataProperty:"answer",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate28.errors = vErrors;
return errors === 0;
}
validate28.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};

const schema45 = {"title":"expect","type":"object","additionalProperties":false,"properties":{"caller":{"$ref":"#/$defs/expectedAnswer"},"backend":{"$ref":"#/$defs/expectedRequest"},"requests":{"type":"array","items":{"$ref":"#/$defs/expectedRequest"},"examples":[[{"url":"https://login.example/token"}]]},"calls":{"type":"integer","minimum":0,"examples":[1]},"error":{"$ref":"#/$defs/expectedErrorOrNone"},"variables":{"type":"object","additionalProperties":true,"examples":[{"tier":"gold"}]},"metrics":{"type":"array","items":{"$ref":"#/$defs/expectedMetric"},"examples":[[{"name":"Total Tokens","value":12}]]},"messages":{"type":"array","items":{"$ref":"#/$defs/expectedMessage"},"examples":[[{"to":"usage"}]]},"traces":{"type":"array","items":{"$ref":"#/$defs/expectedTrace"},"examples":[[{"source":"limits"}]]},"elapsed":{"type":"string","pattern":"^P(?=.)(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?$","patternErrorMessage":"must be a duration such as PT30S or PT0S","examples":["PT3S"]}}};
const schema46 = {"title":"expect.caller","type":"object","additionalProperties":false,"properties":{"status":{"type":"integer","minimum":100,"maximum":999,"examples":[200]},"reason":{"$ref":"#/$defs/text"},"headers":{"$ref":"#/$defs/texts"},"absent":{"type":"array","items":{"type":"string","examples":["Server"]},"examples":[["Server"]]},"body":{"$ref":"#/$defs/body"},"streamed":{"type":"boolean","examples":[true]}}};
const schema50 = {"title":"A body that is expected","type":["string","object"],"additionalProperties":false,"properties":{"json":{"examples":[{"ok":true}]},"partial":{"examples":[{"error":{"code":"token_quota"}}]},"contains":{"type":"string","minLength":1,"examples":["quota"]},"matches":{"type":"string","minLength":1,"examples":["^<order"]},"lacks":{"type":"string","minLength":1,"examples":["secret"]},"empty":{"type":"boolean","examples":[true]}},"examples":["hello"]};
const schema48 = {"type":"object","additionalProperties":{"$ref":"#/$defs/text"},"examples":[{"X-Tier":"gold"}]};

function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate33.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
let data0 = data[key0];
if((((typeof data0 !== "string") && (!((typeof data0 == "number") && (isFinite(data0))))) && (typeof data0 !== "boolean")) && (!(data0 && typeof data0 == "object" && !Array.isArray(data0)))){
const err0 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/text/type",keyword:"type",params:{type: schema35.type}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
if(!(((key1 === "contains") || (key1 === "matches")) || (key1 === "lacks"))){
const err1 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/text/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data0.contains !== undefined){
let data1 = data0.contains;
if(typeof data1 === "string"){
if(data1.length < 1){
const err2 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/contains",schemaPath:"#/$defs/text/properties/contains/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/contains",schemaPath:"#/$defs/text/properties/contains/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.matches !== undefined){
let data2 = data0.matches;
if(typeof data2 === "string"){
if(data2.length < 1){
const err4 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/matches",schemaPath:"#/$defs/text/properties/matches/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/matches",schemaPath:"#/$defs/text/properties/matches/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data0.lacks !== undefined){
let data3 = data0.lacks;
if(typeof data3 === "string"){
if(data3.length < 1){
const err6 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/lacks",schemaPath:"#/$defs/text/properties/lacks/minLength",keyword:"minLength",params:{limit: 1}};
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
const err7 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/lacks",schemaPath:"#/$defs/text/properties/lacks/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate33.errors = vErrors;
return errors === 0;
}
validate33.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate32.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "status") || (key0 === "reason")) || (key0 === "headers")) || (key0 === "absent")) || (key0 === "body")) || (key0 === "streamed"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.status !== undefined){
let data0 = data.status;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 999 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/maximum",keyword:"maximum",params:{comparison: "<=", limit: 999}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 < 100 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/minimum",keyword:"minimum",params:{comparison: ">=", limit: 100}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.reason !== undefined){
let data1 = data.reason;
if((((typeof data1 !== "string") && (!((typeof data1 == "number") && (isFinite(data1))))) && (typeof data1 !== "boolean")) && (!(data1 && typeof data1 == "object" && !Array.isArray(data1)))){
const err4 = {instancePath:instancePath+"/reason",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: schema35.type}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!(((key1 === "contains") || (key1 === "matches")) || (key1 === "lacks"))){
const err5 = {instancePath:instancePath+"/reason",schemaPath:"#/$defs/text/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data1.contains !== undefined){
let data2 = data1.contains;
if(typeof data2 === "string"){
if(data2.length < 1){
const err6 = {instancePath:instancePath+"/reason/contains",schemaPath:"#/$defs/text/properties/contains/minLength",keyword:"minLength",params:{limit: 1}};
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
const err7 = {instancePath:instancePath+"/reason/contains",schemaPath:"#/$defs/text/properties/contains/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data1.matches !== undefined){
let data3 = data1.matches;
if(typeof data3 === "string"){
if(data3.length < 1){
const err8 = {instancePath:instancePath+"/reason/matches",schemaPath:"#/$defs/text/properties/matches/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/reason/matches",schemaPath:"#/$defs/text/properties/matches/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data1.lacks !== undefined){
let data4 = data1.lacks;
if(typeof data4 === "string"){
if(data4.length < 1){
const err10 = {instancePath:instancePath+"/reason/lacks",schemaPath:"#/$defs/text/properties/lacks/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/reason/lacks",schemaPath:"#/$defs/text/properties/lacks/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
}
if(data.headers !== undefined){
if(!(validate33(data.headers, {instancePath:instancePath+"/headers",parentData:data,parentDataProperty:"headers",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
}
if(data.absent !== undefined){
let data6 = data.absent;
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
if(typeof data6[i0] !== "string"){
const err12 = {instancePath:instancePath+"/absent/" + i0,schemaPath:"#/properties/absent/items/type",keyword:"type",params:{type: "string"}};
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
const err13 = {instancePath:instancePath+"/absent",schemaPath:"#/properties/absent/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.body !== undefined){
let data8 = data.body;
if((typeof data8 !== "string") && (!(data8 && typeof data8 == "object" && !Array.isArray(data8)))){
const err14 = {instancePath:instancePath+"/body",schemaPath:"#/$defs/body/type",keyword:"type",params:{type: schema50.type}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key2 in data8){
if(!((((((key2 === "json") || (key2 === "partial")) || (key2 === "contains")) || (key2 === "matches")) || (key2 === "lacks")) || (key2 === "empty"))){
const err15 = {instancePath:instancePath+"/body",schemaPath:"#/$defs/body/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data8.contains !== undefined){
let data9 = data8.contains;
if(typeof data9 === "string"){
if(data9.length < 1){
const err16 = {instancePath:instancePath+"/body/contains",schemaPath:"#/$defs/body/properties/contains/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/body/contains",schemaPath:"#/$defs/body/properties/contains/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data8.matches !== undefined){
let data10 = data8.matches;
if(typeof data10 === "string"){
if(data10.length < 1){
const err18 = {instancePath:instancePath+"/body/matches",schemaPath:"#/$defs/body/properties/matches/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/body/matches",schemaPath:"#/$defs/body/properties/matches/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data8.lacks !== undefined){
let data11 = data8.lacks;
if(typeof data11 === "string"){
if(data11.length < 1){
const err20 = {instancePath:instancePath+"/body/lacks",schemaPath:"#/$defs/body/properties/lacks/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/body/lacks",schemaPath:"#/$defs/body/properties/lacks/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data8.empty !== undefined){
if(typeof data8.empty !== "boolean"){
const err22 = {instancePath:instancePath+"/body/empty",schemaPath:"#/$defs/body/properties/empty/type",keyword:"type",params:{type: "boolean"}};
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
}
if(data.streamed !== undefined){
if(typeof data.streamed !== "boolean"){
const err23 = {instancePath:instancePath+"/streamed",schemaPath:"#/properties/streamed/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}
validate32.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema51 = {"title":"expect.backend","additionalProperties":false,"type":["object","string"],"pattern":"^none$","patternErrorMessage":"must be `none`, or a map of what the request must be","properties":{"method":{"type":"string","examples":["GET"]},"url":{"$ref":"#/$defs/text"},"headers":{"$ref":"#/$defs/texts"},"absent":{"type":"array","items":{"type":"string","examples":["Cookie"]},"examples":[["Cookie"]]},"body":{"$ref":"#/$defs/body"},"timeout":{"type":"number","examples":[240]}},"examples":["none"]};
const pattern8 = new RegExp("^none$", "u");

function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate36.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((!(data && typeof data == "object" && !Array.isArray(data))) && (typeof data !== "string")){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema51.type}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(typeof data === "string"){
if(!pattern8.test(data)){
const err1 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^none$"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "method") || (key0 === "url")) || (key0 === "headers")) || (key0 === "absent")) || (key0 === "body")) || (key0 === "timeout"))){
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
if(data.method !== undefined){
if(typeof data.method !== "string"){
const err3 = {instancePath:instancePath+"/method",schemaPath:"#/properties/method/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.url !== undefined){
let data1 = data.url;
if((((typeof data1 !== "string") && (!((typeof data1 == "number") && (isFinite(data1))))) && (typeof data1 !== "boolean")) && (!(data1 && typeof data1 == "object" && !Array.isArray(data1)))){
const err4 = {instancePath:instancePath+"/url",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: schema35.type}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!(((key1 === "contains") || (key1 === "matches")) || (key1 === "lacks"))){
const err5 = {instancePath:instancePath+"/url",schemaPath:"#/$defs/text/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data1.contains !== undefined){
let data2 = data1.contains;
if(typeof data2 === "string"){
if(data2.length < 1){
const err6 = {instancePath:instancePath+"/url/contains",schemaPath:"#/$defs/text/properties/contains/minLength",keyword:"minLength",params:{limit: 1}};
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
const err7 = {instancePath:instancePath+"/url/contains",schemaPath:"#/$defs/text/properties/contains/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data1.matches !== undefined){
let data3 = data1.matches;
if(typeof data3 === "string"){
if(data3.length < 1){
const err8 = {instancePath:instancePath+"/url/matches",schemaPath:"#/$defs/text/properties/matches/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/url/matches",schemaPath:"#/$defs/text/properties/matches/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data1.lacks !== undefined){
let data4 = data1.lacks;
if(typeof data4 === "string"){
if(data4.length < 1){
const err10 = {instancePath:instancePath+"/url/lacks",schemaPath:"#/$defs/text/properties/lacks/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/url/lacks",schemaPath:"#/$defs/text/properties/lacks/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
}
if(data.headers !== undefined){
if(!(validate33(data.headers, {instancePath:instancePath+"/headers",parentData:data,parentDataProperty:"headers",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
}
if(data.absent !== undefined){
let data6 = data.absent;
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
if(typeof data6[i0] !== "string"){
const err12 = {instancePath:instancePath+"/absent/" + i0,schemaPath:"#/properties/absent/items/type",keyword:"type",params:{type: "string"}};
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
const err13 = {instancePath:instancePath+"/absent",schemaPath:"#/properties/absent/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.body !== undefined){
let data8 = data.body;
if((typeof data8 !== "string") && (!(data8 && typeof data8 == "object" && !Array.isArray(data8)))){
const err14 = {instancePath:instancePath+"/body",schemaPath:"#/$defs/body/type",keyword:"type",params:{type: schema50.type}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key2 in data8){
if(!((((((key2 === "json") || (key2 === "partial")) || (key2 === "contains")) || (key2 === "matches")) || (key2 === "lacks")) || (key2 === "empty"))){
const err15 = {instancePath:instancePath+"/body",schemaPath:"#/$defs/body/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data8.contains !== undefined){
let data9 = data8.contains;
if(typeof data9 === "string"){
if(data9.length < 1){
const err16 = {instancePath:instancePath+"/body/contains",schemaPath:"#/$defs/body/properties/contains/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/body/contains",schemaPath:"#/$defs/body/properties/contains/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data8.matches !== undefined){
let data10 = data8.matches;
if(typeof data10 === "string"){
if(data10.length < 1){
const err18 = {instancePath:instancePath+"/body/matches",schemaPath:"#/$defs/body/properties/matches/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/body/matches",schemaPath:"#/$defs/body/properties/matches/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data8.lacks !== undefined){
let data11 = data8.lacks;
if(typeof data11 === "string"){
if(data11.length < 1){
const err20 = {instancePath:instancePath+"/body/lacks",schemaPath:"#/$defs/body/properties/lacks/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/body/lacks",schemaPath:"#/$defs/body/properties/lacks/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data8.empty !== undefined){
if(typeof data8.empty !== "boolean"){
const err22 = {instancePath:instancePath+"/body/empty",schemaPath:"#/$defs/body/properties/empty/type",keyword:"type",params:{type: "boolean"}};
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
}
if(data.timeout !== undefined){
let data13 = data.timeout;
if(!((typeof data13 == "number") && (isFinite(data13)))){
const err23 = {instancePath:instancePath+"/timeout",schemaPath:"#/properties/timeout/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
validate36.errors = vErrors;
return errors === 0;
}
validate36.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema54 = {"title":"expect.error","type":["object","string"],"pattern":"^none$","patternErrorMessage":"must be `none`, or a map of what the error must be","additionalProperties":false,"properties":{"source":{"type":"string","examples":["validate-jwt"]},"reason":{"type":"string","examples":["TokenExpired"]},"message":{"$ref":"#/$defs/text"},"section":{"type":"string","enum":["inbound","backend","outbound","on-error"]},"scope":{"type":"string","enum":["global","product","api","operation"]},"line":{"type":"integer","minimum":1,"examples":[4]},"type":{"type":"string","examples":["NullReferenceException"]}},"examples":["none"]};

function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate40.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((!(data && typeof data == "object" && !Array.isArray(data))) && (typeof data !== "string")){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema54.type}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(typeof data === "string"){
if(!pattern8.test(data)){
const err1 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^none$"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "source") || (key0 === "reason")) || (key0 === "message")) || (key0 === "section")) || (key0 === "scope")) || (key0 === "line")) || (key0 === "type"))){
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
if(data.source !== undefined){
if(typeof data.source !== "string"){
const err3 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.reason !== undefined){
if(typeof data.reason !== "string"){
const err4 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.message !== undefined){
let data2 = data.message;
if((((typeof data2 !== "string") && (!((typeof data2 == "number") && (isFinite(data2))))) && (typeof data2 !== "boolean")) && (!(data2 && typeof data2 == "object" && !Array.isArray(data2)))){
const err5 = {instancePath:instancePath+"/message",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: schema35.type}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!(((key1 === "contains") || (key1 === "matches")) || (key1 === "lacks"))){
const err6 = {instancePath:instancePath+"/message",schemaPath:"#/$defs/text/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data2.contains !== undefined){
let data3 = data2.contains;
if(typeof data3 === "string"){
if(data3.length < 1){
const err7 = {instancePath:instancePath+"/message/contains",schemaPath:"#/$defs/text/properties/contains/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/message/contains",schemaPath:"#/$defs/text/properties/contains/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.matches !== undefined){
let data4 = data2.matches;
if(typeof data4 === "string"){
if(data4.length < 1){
const err9 = {instancePath:instancePath+"/message/matches",schemaPath:"#/$defs/text/properties/matches/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/message/matches",schemaPath:"#/$defs/text/properties/matches/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.lacks !== undefined){
let data5 = data2.lacks;
if(typeof data5 === "string"){
if(data5.length < 1){
const err11 = {instancePath:instancePath+"/message/lacks",schemaPath:"#/$defs/text/properties/lacks/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/message/lacks",schemaPath:"#/$defs/text/properties/lacks/type",keyword:"type",params:{type: "string"}};
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
}
if(data.section !== undefined){
let data6 = data.section;
if(typeof data6 !== "string"){
const err13 = {instancePath:instancePath+"/section",schemaPath:"#/properties/section/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!((((data6 === "inbound") || (data6 === "backend")) || (data6 === "outbound")) || (data6 === "on-error"))){
const err14 = {instancePath:instancePath+"/section",schemaPath:"#/properties/section/enum",keyword:"enum",params:{allowedValues: schema54.properties.section.enum}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.scope !== undefined){
let data7 = data.scope;
if(typeof data7 !== "string"){
const err15 = {instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!((((data7 === "global") || (data7 === "product")) || (data7 === "api")) || (data7 === "operation"))){
const err16 = {instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/enum",keyword:"enum",params:{allowedValues: schema54.properties.scope.enum}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.line !== undefined){
let data8 = data.line;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err17 = {instancePath:instancePath+"/line",schemaPath:"#/properties/line/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 1 || isNaN(data8)){
const err18 = {instancePath:instancePath+"/line",schemaPath:"#/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
const err19 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
validate40.errors = vErrors;
return errors === 0;
}
validate40.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema56 = {"title":"expect.metrics","type":"object","additionalProperties":false,"properties":{"name":{"type":"string","examples":["Total Tokens"]},"namespace":{"type":"string","examples":["models"]},"value":{"type":"number","examples":[12]},"dimensions":{"$ref":"#/$defs/texts"}}};

function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate42.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "name") || (key0 === "namespace")) || (key0 === "value")) || (key0 === "dimensions"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
const err1 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.namespace !== undefined){
if(typeof data.namespace !== "string"){
const err2 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.value !== undefined){
let data2 = data.value;
if(!((typeof data2 == "number") && (isFinite(data2)))){
const err3 = {instancePath:instancePath+"/value",schemaPath:"#/properties/value/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.dimensions !== undefined){
if(!(validate33(data.dimensions, {instancePath:instancePath+"/dimensions",parentData:data,parentDataProperty:"dimensions",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate42.errors = vErrors;
return errors === 0;
}
validate42.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema57 = {"title":"expect.messages","type":"object","additionalProperties":false,"properties":{"kind":{"type":"string","enum":["event-hub","service-bus"]},"to":{"type":"string","examples":["usage"]},"body":{"$ref":"#/$defs/body"},"properties":{"$ref":"#/$defs/texts"}}};

function validate45(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate45.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "to")) || (key0 === "body")) || (key0 === "properties"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!((data0 === "event-hub") || (data0 === "service-bus"))){
const err2 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema57.properties.kind.enum}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.to !== undefined){
if(typeof data.to !== "string"){
const err3 = {instancePath:instancePath+"/to",schemaPath:"#/properties/to/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.body !== undefined){
let data2 = data.body;
if((typeof data2 !== "string") && (!(data2 && typeof data2 == "object" && !Array.isArray(data2)))){
const err4 = {instancePath:instancePath+"/body",schemaPath:"#/$defs/body/type",keyword:"type",params:{type: schema50.type}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!((((((key1 === "json") || (key1 === "partial")) || (key1 === "contains")) || (key1 === "matches")) || (key1 === "lacks")) || (key1 === "empty"))){
const err5 = {instancePath:instancePath+"/body",schemaPath:"#/$defs/body/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data2.contains !== undefined){
let data3 = data2.contains;
if(typeof data3 === "string"){
if(data3.length < 1){
const err6 = {instancePath:instancePath+"/body/contains",schemaPath:"#/$defs/body/properties/contains/minLength",keyword:"minLength",params:{limit: 1}};
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
const err7 = {instancePath:instancePath+"/body/contains",schemaPath:"#/$defs/body/properties/contains/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data2.matches !== undefined){
let data4 = data2.matches;
if(typeof data4 === "string"){
if(data4.length < 1){
const err8 = {instancePath:instancePath+"/body/matches",schemaPath:"#/$defs/body/properties/matches/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/body/matches",schemaPath:"#/$defs/body/properties/matches/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data2.lacks !== undefined){
let data5 = data2.lacks;
if(typeof data5 === "string"){
if(data5.length < 1){
const err10 = {instancePath:instancePath+"/body/lacks",schemaPath:"#/$defs/body/properties/lacks/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/body/lacks",schemaPath:"#/$defs/body/properties/lacks/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data2.empty !== undefined){
if(typeof data2.empty !== "boolean"){
const err12 = {instancePath:instancePath+"/body/empty",schemaPath:"#/$defs/body/properties/empty/type",keyword:"type",params:{type: "boolean"}};
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
}
if(data.properties !== undefined){
if(!(validate33(data.properties, {instancePath:instancePath+"/properties",parentData:data,parentDataProperty:"properties",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate45.errors = vErrors;
return errors === 0;
}
validate45.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema59 = {"title":"expect.traces","type":"object","additionalProperties":false,"properties":{"source":{"type":"string","examples":["limits"]},"severity":{"type":"string","enum":["verbose","information","error"]},"message":{"$ref":"#/$defs/text"}}};

function validate48(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate48.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "source") || (key0 === "severity")) || (key0 === "message"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.source !== undefined){
if(typeof data.source !== "string"){
const err1 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.severity !== undefined){
let data1 = data.severity;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/severity",schemaPath:"#/properties/severity/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!(((data1 === "verbose") || (data1 === "information")) || (data1 === "error"))){
const err3 = {instancePath:instancePath+"/severity",schemaPath:"#/properties/severity/enum",keyword:"enum",params:{allowedValues: schema59.properties.severity.enum}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.message !== undefined){
let data2 = data.message;
if((((typeof data2 !== "string") && (!((typeof data2 == "number") && (isFinite(data2))))) && (typeof data2 !== "boolean")) && (!(data2 && typeof data2 == "object" && !Array.isArray(data2)))){
const err4 = {instancePath:instancePath+"/message",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: schema35.type}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!(((key1 === "contains") || (key1 === "matches")) || (key1 === "lacks"))){
const err5 = {instancePath:instancePath+"/message",schemaPath:"#/$defs/text/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data2.contains !== undefined){
let data3 = data2.contains;
if(typeof data3 === "string"){
if(data3.length < 1){
const err6 = {instancePath:instancePath+"/message/contains",schemaPath:"#/$defs/text/properties/contains/minLength",keyword:"minLength",params:{limit: 1}};
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
const err7 = {instancePath:instancePath+"/message/contains",schemaPath:"#/$defs/text/properties/contains/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data2.matches !== undefined){
let data4 = data2.matches;
if(typeof data4 === "string"){
if(data4.length < 1){
const err8 = {instancePath:instancePath+"/message/matches",schemaPath:"#/$defs/text/properties/matches/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/message/matches",schemaPath:"#/$defs/text/properties/matches/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data2.lacks !== undefined){
let data5 = data2.lacks;
if(typeof data5 === "string"){
if(data5.length < 1){
const err10 = {instancePath:instancePath+"/message/lacks",schemaPath:"#/$defs/text/properties/lacks/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/message/lacks",schemaPath:"#/$defs/text/properties/lacks/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate48.errors = vErrors;
return errors === 0;
}
validate48.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate31.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema45.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.caller !== undefined){
if(!(validate32(data.caller, {instancePath:instancePath+"/caller",parentData:data,parentDataProperty:"caller",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
if(data.backend !== undefined){
if(!(validate36(data.backend, {instancePath:instancePath+"/backend",parentData:data,parentDataProperty:"backend",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data.requests !== undefined){
let data2 = data.requests;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate36(data2[i0], {instancePath:instancePath+"/requests/" + i0,parentData:data2,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/requests",schemaPath:"#/properties/requests/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.calls !== undefined){
let data4 = data.calls;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err2 = {instancePath:instancePath+"/calls",schemaPath:"#/properties/calls/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
const err3 = {instancePath:instancePath+"/calls",schemaPath:"#/properties/calls/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.error !== undefined){
if(!(validate40(data.error, {instancePath:instancePath+"/error",parentData:data,parentDataProperty:"error",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
if(data.variables !== undefined){
let data6 = data.variables;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
}
else {
const err4 = {instancePath:instancePath+"/variables",schemaPath:"#/properties/variables/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.metrics !== undefined){
let data7 = data.metrics;
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
if(!(validate42(data7[i1], {instancePath:instancePath+"/metrics/" + i1,parentData:data7,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.messages !== undefined){
let data9 = data.messages;
if(Array.isArray(data9)){
const len2 = data9.length;
for(let i2=0; i2<len2; i2++){
if(!(validate45(data9[i2], {instancePath:instancePath+"/messages/" + i2,parentData:data9,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath:instancePath+"/messages",schemaPath:"#/properties/messages/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.traces !== undefined){
let data11 = data.traces;
if(Array.isArray(data11)){
const len3 = data11.length;
for(let i3=0; i3<len3; i3++){
if(!(validate48(data11[i3], {instancePath:instancePath+"/traces/" + i3,parentData:data11,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/traces",schemaPath:"#/properties/traces/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.elapsed !== undefined){
let data13 = data.elapsed;
if(typeof data13 === "string"){
if(!pattern7.test(data13)){
const err8 = {instancePath:instancePath+"/elapsed",schemaPath:"#/properties/elapsed/pattern",keyword:"pattern",params:{pattern: "^P(?=.)(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?$"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/elapsed",schemaPath:"#/properties/elapsed/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}
validate31.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate23.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "now") || (key0 === "request")) || (key0 === "context")) || (key0 === "backend")) || (key0 === "answers")) || (key0 === "expect"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.now !== undefined){
let data0 = data.now;
if(typeof data0 === "string"){
if(!pattern4.test(data0)){
const err1 = {instancePath:instancePath+"/now",schemaPath:"#/$defs/now/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z$"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/now",schemaPath:"#/$defs/now/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.request !== undefined){
if(!(validate24(data.request, {instancePath:instancePath+"/request",parentData:data,parentDataProperty:"request",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
if(data.context !== undefined){
let data2 = data.context;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!((((((((key1 === "api") || (key1 === "operation")) || (key1 === "product")) || (key1 === "subscription")) || (key1 === "user")) || (key1 === "deployment")) || (key1 === "schemas")) || (key1 === "variables"))){
const err3 = {instancePath:instancePath+"/context",schemaPath:"#/$defs/context/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data2.api !== undefined){
let data3 = data2.api;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
}
else {
const err4 = {instancePath:instancePath+"/context/api",schemaPath:"#/$defs/context/properties/api/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data2.operation !== undefined){
let data4 = data2.operation;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
}
else {
const err5 = {instancePath:instancePath+"/context/operation",schemaPath:"#/$defs/context/properties/operation/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data2.product !== undefined){
let data5 = data2.product;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
}
else {
const err6 = {instancePath:instancePath+"/context/product",schemaPath:"#/$defs/context/properties/product/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data2.subscription !== undefined){
let data6 = data2.subscription;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
}
else {
const err7 = {instancePath:instancePath+"/context/subscription",schemaPath:"#/$defs/context/properties/subscription/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data2.user !== undefined){
let data7 = data2.user;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
}
else {
const err8 = {instancePath:instancePath+"/context/user",schemaPath:"#/$defs/context/properties/user/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.deployment !== undefined){
let data8 = data2.deployment;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
}
else {
const err9 = {instancePath:instancePath+"/context/deployment",schemaPath:"#/$defs/context/properties/deployment/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data2.schemas !== undefined){
let data9 = data2.schemas;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
}
else {
const err10 = {instancePath:instancePath+"/context/schemas",schemaPath:"#/$defs/context/properties/schemas/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.variables !== undefined){
let data10 = data2.variables;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
}
else {
const err11 = {instancePath:instancePath+"/context/variables",schemaPath:"#/$defs/context/properties/variables/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/context",schemaPath:"#/$defs/context/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.backend !== undefined){
if(!(validate26(data.backend, {instancePath:instancePath+"/backend",parentData:data,parentDataProperty:"backend",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
if(data.answers !== undefined){
if(!(validate28(data.answers, {instancePath:instancePath+"/answers",parentData:data,parentDataProperty:"answers",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data.expect !== undefined){
if(!(validate31(data.expect, {instancePath:instancePath+"/expect",parentData:data,parentDataProperty:"expect",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}
validate23.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema61 = {"title":"cases","type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string","minLength":1,"examples":["the sixth call within a minute is refused"]},"now":{"$ref":"#/$defs/now"},"request":{"$ref":"#/$defs/request"},"context":{"$ref":"#/$defs/context"},"backend":{"$ref":"#/$defs/answers"},"answers":{"$ref":"#/$defs/answerRules"},"expect":{"$ref":"#/$defs/expect"},"steps":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/step"},"examples":[[{"repeat":5,"expect":{"caller":{"status":200}}}]]}}};
const schema64 = {"title":"steps","type":"object","additionalProperties":false,"properties":{"after":{"type":"string","pattern":"^P(?=.)(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?$","patternErrorMessage":"must be a duration such as PT30S, PT5M or P1D","examples":["PT30S"]},"repeat":{"type":"integer","minimum":1,"maximum":100000,"examples":[5]},"request":{"$ref":"#/$defs/request"},"context":{"$ref":"#/$defs/context"},"backend":{"$ref":"#/$defs/answers"},"answers":{"$ref":"#/$defs/answerRules"},"expect":{"$ref":"#/$defs/expect"}}};

function validate57(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate57.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "after") || (key0 === "repeat")) || (key0 === "request")) || (key0 === "context")) || (key0 === "backend")) || (key0 === "answers")) || (key0 === "expect"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.after !== undefined){
let data0 = data.after;
if(typeof data0 === "string"){
if(!pattern7.test(data0)){
const err1 = {instancePath:instancePath+"/after",schemaPath:"#/properties/after/pattern",keyword:"pattern",params:{pattern: "^P(?=.)(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?$"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/after",schemaPath:"#/properties/after/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.repeat !== undefined){
let data1 = data.repeat;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err3 = {instancePath:instancePath+"/repeat",schemaPath:"#/properties/repeat/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 100000 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/repeat",schemaPath:"#/properties/repeat/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/repeat",schemaPath:"#/properties/repeat/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data.request !== undefined){
if(!(validate24(data.request, {instancePath:instancePath+"/request",parentData:data,parentDataProperty:"request",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
if(data.context !== undefined){
let data3 = data.context;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!((((((((key1 === "api") || (key1 === "operation")) || (key1 === "product")) || (key1 === "subscription")) || (key1 === "user")) || (key1 === "deployment")) || (key1 === "schemas")) || (key1 === "variables"))){
const err6 = {instancePath:instancePath+"/context",schemaPath:"#/$defs/context/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.api !== undefined){
let data4 = data3.api;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
}
else {
const err7 = {instancePath:instancePath+"/context/api",schemaPath:"#/$defs/context/properties/api/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data3.operation !== undefined){
let data5 = data3.operation;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
}
else {
const err8 = {instancePath:instancePath+"/context/operation",schemaPath:"#/$defs/context/properties/operation/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data3.product !== undefined){
let data6 = data3.product;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
}
else {
const err9 = {instancePath:instancePath+"/context/product",schemaPath:"#/$defs/context/properties/product/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data3.subscription !== undefined){
let data7 = data3.subscription;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
}
else {
const err10 = {instancePath:instancePath+"/context/subscription",schemaPath:"#/$defs/context/properties/subscription/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data3.user !== undefined){
let data8 = data3.user;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
}
else {
const err11 = {instancePath:instancePath+"/context/user",schemaPath:"#/$defs/context/properties/user/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data3.deployment !== undefined){
let data9 = data3.deployment;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
}
else {
const err12 = {instancePath:instancePath+"/context/deployment",schemaPath:"#/$defs/context/properties/deployment/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data3.schemas !== undefined){
let data10 = data3.schemas;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
}
else {
const err13 = {instancePath:instancePath+"/context/schemas",schemaPath:"#/$defs/context/properties/schemas/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data3.variables !== undefined){
let data11 = data3.variables;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
}
else {
const err14 = {instancePath:instancePath+"/context/variables",schemaPath:"#/$defs/context/properties/variables/type",keyword:"type",params:{type: "object"}};
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
const err15 = {instancePath:instancePath+"/context",schemaPath:"#/$defs/context/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.backend !== undefined){
if(!(validate26(data.backend, {instancePath:instancePath+"/backend",parentData:data,parentDataProperty:"backend",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
if(data.answers !== undefined){
if(!(validate28(data.answers, {instancePath:instancePath+"/answers",parentData:data,parentDataProperty:"answers",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data.expect !== undefined){
if(!(validate31(data.expect, {instancePath:instancePath+"/expect",parentData:data,parentDataProperty:"expect",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate57.errors = vErrors;
return errors === 0;
}
validate57.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate52.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
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
for(const key0 in data){
if(!((((((((key0 === "name") || (key0 === "now")) || (key0 === "request")) || (key0 === "context")) || (key0 === "backend")) || (key0 === "answers")) || (key0 === "expect")) || (key0 === "steps"))){
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
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(data0.length < 1){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.now !== undefined){
let data1 = data.now;
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
const err4 = {instancePath:instancePath+"/now",schemaPath:"#/$defs/now/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z$"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/now",schemaPath:"#/$defs/now/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.request !== undefined){
if(!(validate24(data.request, {instancePath:instancePath+"/request",parentData:data,parentDataProperty:"request",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
if(data.context !== undefined){
let data3 = data.context;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!((((((((key1 === "api") || (key1 === "operation")) || (key1 === "product")) || (key1 === "subscription")) || (key1 === "user")) || (key1 === "deployment")) || (key1 === "schemas")) || (key1 === "variables"))){
const err6 = {instancePath:instancePath+"/context",schemaPath:"#/$defs/context/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.api !== undefined){
let data4 = data3.api;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
}
else {
const err7 = {instancePath:instancePath+"/context/api",schemaPath:"#/$defs/context/properties/api/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data3.operation !== undefined){
let data5 = data3.operation;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
}
else {
const err8 = {instancePath:instancePath+"/context/operation",schemaPath:"#/$defs/context/properties/operation/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data3.product !== undefined){
let data6 = data3.product;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
}
else {
const err9 = {instancePath:instancePath+"/context/product",schemaPath:"#/$defs/context/properties/product/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data3.subscription !== undefined){
let data7 = data3.subscription;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
}
else {
const err10 = {instancePath:instancePath+"/context/subscription",schemaPath:"#/$defs/context/properties/subscription/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data3.user !== undefined){
let data8 = data3.user;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
}
else {
const err11 = {instancePath:instancePath+"/context/user",schemaPath:"#/$defs/context/properties/user/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data3.deployment !== undefined){
let data9 = data3.deployment;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
}
else {
const err12 = {instancePath:instancePath+"/context/deployment",schemaPath:"#/$defs/context/properties/deployment/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data3.schemas !== undefined){
let data10 = data3.schemas;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
}
else {
const err13 = {instancePath:instancePath+"/context/schemas",schemaPath:"#/$defs/context/properties/schemas/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data3.variables !== undefined){
let data11 = data3.variables;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
}
else {
const err14 = {instancePath:instancePath+"/context/variables",schemaPath:"#/$defs/context/properties/variables/type",keyword:"type",params:{type: "object"}};
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
const err15 = {instancePath:instancePath+"/context",schemaPath:"#/$defs/context/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.backend !== undefined){
if(!(validate26(data.backend, {instancePath:instancePath+"/backend",parentData:data,parentDataProperty:"backend",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
if(data.answers !== undefined){
if(!(validate28(data.answers, {instancePath:instancePath+"/answers",parentData:data,parentDataProperty:"answers",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data.expect !== undefined){
if(!(validate31(data.expect, {instancePath:instancePath+"/expect",parentData:data,parentDataProperty:"expect",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
if(data.steps !== undefined){
let data15 = data.steps;
if(Array.isArray(data15)){
if(data15.length < 1){
const err16 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
const len0 = data15.length;
for(let i0=0; i0<len0; i0++){
if(!(validate57(data15[i0], {instancePath:instancePath+"/steps/" + i0,parentData:data15,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
errors = vErrors.length;
}
}
}
else {
const err17 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate52.errors = vErrors;
return errors === 0;
}
validate52.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="policy-test.schema.json" */;
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
for(const key0 in data){
if(!(func1.call(schema31.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
const err1 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.policy !== undefined){
let data1 = data.policy;
if(typeof data1 === "string"){
if(data1.length < 1){
const err2 = {instancePath:instancePath+"/policy",schemaPath:"#/properties/policy/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/policy",schemaPath:"#/properties/policy/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.policies !== undefined){
let data2 = data.policies;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!((((key1 === "global") || (key1 === "product")) || (key1 === "api")) || (key1 === "operation"))){
const err4 = {instancePath:instancePath+"/policies",schemaPath:"#/$defs/policies/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data2.global !== undefined){
let data3 = data2.global;
if(typeof data3 === "string"){
if(data3.length < 1){
const err5 = {instancePath:instancePath+"/policies/global",schemaPath:"#/$defs/policies/properties/global/minLength",keyword:"minLength",params:{limit: 1}};
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
const err6 = {instancePath:instancePath+"/policies/global",schemaPath:"#/$defs/policies/properties/global/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data2.product !== undefined){
let data4 = data2.product;
if(typeof data4 === "string"){
if(data4.length < 1){
const err7 = {instancePath:instancePath+"/policies/product",schemaPath:"#/$defs/policies/properties/product/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/policies/product",schemaPath:"#/$defs/policies/properties/product/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.api !== undefined){
let data5 = data2.api;
if(typeof data5 === "string"){
if(data5.length < 1){
const err9 = {instancePath:instancePath+"/policies/api",schemaPath:"#/$defs/policies/properties/api/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/policies/api",schemaPath:"#/$defs/policies/properties/api/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.operation !== undefined){
let data6 = data2.operation;
if(typeof data6 === "string"){
if(data6.length < 1){
const err11 = {instancePath:instancePath+"/policies/operation",schemaPath:"#/$defs/policies/properties/operation/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/policies/operation",schemaPath:"#/$defs/policies/properties/operation/type",keyword:"type",params:{type: "string"}};
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
const err13 = {instancePath:instancePath+"/policies",schemaPath:"#/$defs/policies/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.config !== undefined){
let data7 = data.config;
if(typeof data7 === "string"){
if(data7.length < 1){
const err14 = {instancePath:instancePath+"/config",schemaPath:"#/properties/config/minLength",keyword:"minLength",params:{limit: 1}};
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
const err15 = {instancePath:instancePath+"/config",schemaPath:"#/properties/config/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.format !== undefined){
let data8 = data.format;
if(typeof data8 !== "string"){
const err16 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!((data8 === "rawxml") || (data8 === "xml"))){
const err17 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/enum",keyword:"enum",params:{allowedValues: schema31.properties.format.enum}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.tier !== undefined){
let data9 = data.tier;
if(typeof data9 !== "string"){
const err18 = {instancePath:instancePath+"/tier",schemaPath:"#/properties/tier/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!((((((((data9 === "Consumption") || (data9 === "Developer")) || (data9 === "Basic")) || (data9 === "BasicV2")) || (data9 === "Standard")) || (data9 === "StandardV2")) || (data9 === "Premium")) || (data9 === "PremiumV2"))){
const err19 = {instancePath:instancePath+"/tier",schemaPath:"#/properties/tier/enum",keyword:"enum",params:{allowedValues: schema31.properties.tier.enum}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.fragments !== undefined){
let data10 = data.fragments;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key2 in data10){
let data11 = data10[key2];
if(typeof data11 === "string"){
if(data11.length < 1){
const err20 = {instancePath:instancePath+"/fragments/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fragments/additionalProperties/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/fragments/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fragments/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/fragments",schemaPath:"#/properties/fragments/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.namedValues !== undefined){
let data12 = data.namedValues;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key3 in data12){
let data13 = data12[key3];
if(((typeof data13 !== "string") && (!((typeof data13 == "number") && (isFinite(data13))))) && (typeof data13 !== "boolean")){
const err23 = {instancePath:instancePath+"/namedValues/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/namedValues/additionalProperties/type",keyword:"type",params:{type: schema31.properties.namedValues.additionalProperties.type}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/namedValues",schemaPath:"#/properties/namedValues/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.backends !== undefined){
let data14 = data.backends;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key4 in data14){
let data15 = data14[key4];
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.url !== undefined){
if(typeof data15.url !== "string"){
const err25 = {instancePath:instancePath+"/backends/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/url",schemaPath:"#/$defs/backendEntity/properties/url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/backends/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/backendEntity/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/backends",schemaPath:"#/properties/backends/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.openIdConfigurations !== undefined){
let data17 = data.openIdConfigurations;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key5 in data17){
if(typeof data17[key5] !== "string"){
const err28 = {instancePath:instancePath+"/openIdConfigurations/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/openIdConfigurations/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/openIdConfigurations",schemaPath:"#/properties/openIdConfigurations/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.refused !== undefined){
let data19 = data.refused;
if(Array.isArray(data19)){
if(data19.length < 1){
const err30 = {instancePath:instancePath+"/refused",schemaPath:"#/properties/refused/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
const len0 = data19.length;
for(let i0=0; i0<len0; i0++){
if(!(validate21(data19[i0], {instancePath:instancePath+"/refused/" + i0,parentData:data19,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err31 = {instancePath:instancePath+"/refused",schemaPath:"#/properties/refused/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.defaults !== undefined){
if(!(validate23(data.defaults, {instancePath:instancePath+"/defaults",parentData:data,parentDataProperty:"defaults",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.cases !== undefined){
let data22 = data.cases;
if(Array.isArray(data22)){
if(data22.length < 1){
const err32 = {instancePath:instancePath+"/cases",schemaPath:"#/properties/cases/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
const len1 = data22.length;
for(let i1=0; i1<len1; i1++){
if(!(validate52(data22[i1], {instancePath:instancePath+"/cases/" + i1,parentData:data22,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
}
}
else {
const err33 = {instancePath:instancePath+"/cases",schemaPath:"#/properties/cases/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export { schema31 as schema };
