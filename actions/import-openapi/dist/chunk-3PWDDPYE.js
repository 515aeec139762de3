const require=process.getBuiltinModule('node:module').createRequire(import.meta.url);
import{b as e}from"./chunk-OUZKFKTK.js";var r=e((i,o)=>{"use strict";o.exports=process.getBuiltinModule("node:url")});var t=e((l,s)=>{"use strict";s.exports=process.getBuiltinModule("node:fs/promises")});export{r as a,t as b};
