const require=process.getBuiltinModule('node:module').createRequire(import.meta.url);
import{b as e}from"./chunk-OFRZ2JSQ.js";var l=e((t,o)=>{"use strict";o.exports=process.getBuiltinModule("node:url")});var r=e((d,s)=>{"use strict";s.exports=process.getBuiltinModule("node:child_process")});export{l as a,r as b};
