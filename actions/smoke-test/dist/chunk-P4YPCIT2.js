const require=process.getBuiltinModule('node:module').createRequire(import.meta.url);
import{b as o}from"./chunk-OFRZ2JSQ.js";var r=o((s,e)=>{"use strict";e.exports=process.getBuiltinModule("node:buffer")});export{r as a};
