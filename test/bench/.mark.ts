import {chromium} from 'playwright-core';
import {chromiumArgs, findChromium} from '../../scripts/browser.mjs';
import {buildPackage} from './build.ts';
import {serve} from './serve.ts';
const built=await buildPackage(); const server=await serve(new Map([['catalog-page.ts',await built.bundle('catalog-page.ts')]]));
const browser=await chromium.launch({executablePath:await findChromium(),args:[...chromiumArgs]});
const n=Number(process.argv[2]??200);
for(let i=0;i<5;i++){const page=await browser.newPage({viewport:{width:1280,height:800}});await page.goto(server.origin);await page.addScriptTag({type:'module',url:'/catalog-page.ts'});await page.waitForFunction(()=>'bench' in globalThis);
await page.evaluate(n=>globalThis.bench.prepare(n),n);
console.log(JSON.stringify(await page.evaluate(async n=>{const {session}=globalThis.bench.data(n);const c=document.createElement('pg-catalog');await new Promise(requestAnimationFrame);await new Promise(r=>setTimeout(r,50));const t=performance.now();c.session=session;document.body.append(c);const a=performance.now()-t;await c.updateComplete;const b=performance.now()-t;document.body.offsetHeight;c.shadowRoot.querySelector('li').offsetHeight;const l=performance.now()-t;await new Promise(requestAnimationFrame);const r=performance.now()-t;await new Promise(r=>{const {port1,port2}=new MessageChannel();port1.onmessage=r;port2.postMessage(0)});return {append:a,update:b,layout:l,raf:r,painted:performance.now()-t}},n)));
await page.close();}
await browser.close();server.close();await built.dispose();
