import { MongoClient } from 'mongodb';
import { readFileSync } from 'node:fs';
const d=process.argv[2];
const env=readFileSync('/proc/'+JSON.parse(readFileSync(d+'/run/server.json','utf8')).pid+'/environ','utf8').split('\0').find(x=>x.startsWith('MONGODB_URI=')).slice(12);
const c=new MongoClient(env); const db=c.db('onewindow');
const g=async(n,f)=>console.log(n,JSON.stringify(await db.collection(n).aggregate([{$group:{_id:f,n:{$sum:1}}}]).toArray()));
await g('cases',{s:'$state',e:'$engine.state'}); await g('tasks',{k:'$stepKey',s:'$state'}); await g('outbox',{d:'$destination',s:'$state',t:'$type'}); await g('licenses','$state'); await g('caseDocuments',{k:'$kind',s:'$state'}); await g('idempotency','$state');
await c.close();
