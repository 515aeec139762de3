const require=process.getBuiltinModule('node:module').createRequire(import.meta.url);
import{b as o}from"./chunk-OUZKFKTK.js";var s=o((c,e)=>{"use strict";e.exports=process.getBuiltinModule("node:child_process")});export{s as a};
