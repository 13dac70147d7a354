import {chromium} from 'playwright-core';
import {chromiumArgs, findChromium} from '../../scripts/browser.mjs';
import {buildPackage} from './build.ts';
import {serve} from './serve.ts';
const built=await buildPackage(); const server=await serve(new Map([['catalog-page.ts',(await built.bundle('catalog-page.ts'))]]));
const browser=await chromium.launch({executablePath:await findChromium(),args:[...chromiumArgs]});
const n=Number(process.argv[2]??200);
for(let i=0;i<2;i++){const page=await browser.newPage({viewport:{width:1280,height:800}});await page.goto(server.origin);await page.addScriptTag({type:'module',url:'/catalog-page.ts'});await page.waitForFunction(()=>'bench' in globalThis);
await page.evaluate(n=>globalThis.bench.prepare(n),n);await page.evaluate(async n=>{await globalThis.bench.mountOnly(n);await new Promise(r=>setTimeout(r,1500))},n);
const cdp=await page.context().newCDPSession(page);await cdp.send('Profiler.enable');await cdp.send('Profiler.setSamplingInterval',{interval:100});if(i)await cdp.send('Profiler.start');
const r=await page.evaluate(async()=>{const c=document.querySelector('pg-catalog');const f=c.shadowRoot.querySelector('input');const out=[];for(const q of ['e','em','emb','embe','ember','','c','ch']){await new Promise(requestAnimationFrame);await new Promise(r=>setTimeout(r,30));const t=performance.now();f.value=q;f.dispatchEvent(new InputEvent('input',{bubbles:true,composed:true}));await c.updateComplete;const u=performance.now()-t;c.shadowRoot.querySelector('.results').getBoundingClientRect();out.push(q+':'+u.toFixed(1)+'+'+(performance.now()-t-u).toFixed(1))}return out.join(' ')});
console.log('update',r);
if(i){const {profile}=await cdp.send('Profiler.stop');const idx=new Map(profile.nodes.map(x=>[x.id,x]));const self=new Map();const total=new Map();const parent=new Map();for(const x of profile.nodes)for(const c of x.children??[])parent.set(c,x.id);
profile.samples.forEach((id,j)=>{const d=profile.timeDeltas[j]/1000;const key=f=>(f.functionName||'anon')+':'+f.lineNumber;self.set(key(idx.get(id).callFrame),(self.get(key(idx.get(id).callFrame))??0)+d);const seen=new Set();for(let p=id;p;p=parent.get(p)){const k=key(idx.get(p).callFrame);if(!seen.has(k)){seen.add(k);total.set(k,(total.get(k)??0)+d)}}});
console.log('self',[...self].sort((x,y)=>y[1]-x[1]).slice(0,16).map(([k,t])=>k+'='+t.toFixed(1)).join(' '));console.log('total',[...total].sort((x,y)=>y[1]-x[1]).slice(0,40).map(([k,t])=>k+'='+t.toFixed(1)).join(' '));}
await page.close();}
await browser.close();server.close();await built.dispose();
