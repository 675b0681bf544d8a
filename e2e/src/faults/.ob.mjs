import { MongoClient } from 'mongodb';
import { readFileSync } from 'node:fs';
const d=process.argv[2];
const env=readFileSync('/proc/'+JSON.parse(readFileSync(d+'/run/server.json','utf8')).pid+'/environ','utf8').split('\0').find(x=>x.startsWith('MONGODB_URI=')).slice(12);
const c=new MongoClient(env); const db=c.db('onewindow');
for (const o of await db.collection('outbox').find({state:{$ne:'done'}}).sort({stream:1,seq:1}).toArray()) console.log(o.stream.slice(-18),o.seq,o.type,o.state,o.attempts,o.fence,'next',o.nextAttemptAt.toISOString().slice(11,19),'lease',o.leaseUntil.toISOString().slice(11,19),o.createdAt.toISOString().slice(11,19),(o.lastError??'').slice(0,90));
console.log(new Date().toISOString());
await c.close();
