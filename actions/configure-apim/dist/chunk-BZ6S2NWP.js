const require=process.getBuiltinModule('node:module').createRequire(import.meta.url);
import{b as o}from"./chunk-OFRZ2JSQ.js";var t=o((p,e)=>{"use strict";e.exports=process.getBuiltinModule("node:crypto")});export{t as a};
