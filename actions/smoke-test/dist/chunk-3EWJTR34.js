const require=process.getBuiltinModule('node:module').createRequire(import.meta.url);
import{b as o}from"./chunk-OFRZ2JSQ.js";var t=o((n,e)=>{"use strict";e.exports=process.getBuiltinModule("node:net")});export{t as a};
