const require=process.getBuiltinModule('node:module').createRequire(import.meta.url);
import{b as s}from"./chunk-OFRZ2JSQ.js";var o=s((i,e)=>{"use strict";e.exports=process.getBuiltinModule("node:fs/promises")});export{o as a};
