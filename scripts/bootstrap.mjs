// What `npm start`, `npm test` and the other root scripts run. It depends on nothing and runs on
// the Node that the machine has: it installs what is missing, then hands over to the Node 24 that
// the install brought. This file keeps to old syntax, so that an old Node can still read the
// message below; everything else is in run.mjs.
const oldestNode = 20;

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  const message = [
    `Outrigger needs Node ${oldestNode} or newer to begin with; this is Node ` +
      `${process.versions.node}.`,
    'mend: install a current Node (https://nodejs.org), then repeat the command.',
    '      Node 24, which Outrigger itself runs on, is then installed by npm, in this folder only.',
  ];
  console.error(message.join('\n'));
  process.exit(2);
}

import('./run.mjs').then((module) => module.main(process.argv.slice(2)));
