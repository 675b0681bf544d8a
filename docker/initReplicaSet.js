// Run by mongosh in the service `mongo-init`: starts the replica set once and creates the server's user once.
/* global db, rs, process, sleep, print */
try {
  rs.status();
} catch (notYet) {
  if (notYet.codeName !== 'NotYetInitialized') throw notYet;
  rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: 'mongo:27017' }] });
}
while (!db.hello().isWritablePrimary) sleep(500);

const admin = db.getSiblingDB('admin');
const user = 'onewindow';
const given = { pwd: process.env.MONGO_PASSWORD, roles: [{ role: 'readWrite', db: 'onewindow' }] };
if (admin.getUser(user) === null) admin.createUser({ user, ...given });
else admin.updateUser(user, given);
print('replica set and user are ready');
