// Has a subscriber that nobody here wrote (npm's pubsubhubbub) take what the hub of the packaged jar sends, plain and signed.
'use strict';
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');
const pubsubhubbub = require('pubsubhubbub');
const { folder, until } = require('../node/processes');
const { offprint, staticServer } = require('./harness');

// A port that the hub calls; each subscriber has a host of its own on this machine.
const port = 8080;

async function subscriber(host, topic, secret) {
  const own = pubsubhubbub.createServer({ callbackUrl: `http://${host}:${port}/?keep=a%20b`, secret });
  const seen = { feeds: [], subscribe: 0, unsubscribe: 0 };
  own.on('feed', ({ feed, headers }) => seen.feeds.push({ body: feed.toString(), headers }));
  ['subscribe', 'unsubscribe'].forEach((mode) => own.on(mode, () => seen[mode]++));
  await new Promise((resolve, reject) => {
    own.on('listen', resolve).on('error', reject);
    own.listen(port, host);
  });
  const ask = async (mode, hub) => {
    await new Promise((resolve, reject) => own[mode](topic, hub, (error) => (error ? reject(error) : resolve())));
    await until(`${host} is asked to confirm that it wants to ${mode}`, 30, () => seen[mode] > 0);
  };
  return {
    topic,
    seen,
    subscribe: async (hub) => {
      await ask('subscribe', hub);
      // It sends a secret made of its own, and compares signatures with that one: a mistake of its own.
      if (secret) own.secret = crypto.createHmac('sha1', secret).update(topic).digest('hex');
    },
    unsubscribe: (hub) => ask('unsubscribe', hub),
    close: () => new Promise((resolve) => own.server.close(resolve)),
  };
}

const issue = (title) => `---\ntitle: ${title}\ndate: 2026-06-02\n---\n\n# Tools\n\n[A rope](https://example.org/rope) of hemp.\n`;
const text = async (url) => (await fetch(url)).text();

async function push(report) {
  const issues = folder('pushed');
  fs.cpSync('issues', issues, { recursive: true });
  const probe = await staticServer(folder('nothing'));
  await probe.close();
  const base = `http://localhost:${probe.port}`;
  const more = ['--data', folder('hub'), '--websub', 'on', '--websub-allow', '127.0.0.0/8'];
  const server = await offprint(issues, base, probe.port, more);
  const hub = (await fetch(`${base}/feed.atom`)).headers.get('link').match(/<([^>]+)>; rel="hub"/)[1];

  const plain = await subscriber('127.0.0.21', `${base}/feed.atom`);
  const signed = await subscriber('127.0.0.22', `${base}/sections/tools/items.rss`, 'a secret');
  const witness = await subscriber('127.0.0.23', `${base}/feed.json`);
  const all = [plain, signed, witness];
  for (const one of all) await one.subscribe(hub);

  const problems = [];
  const written = Date.now();
  fs.writeFileSync(path.join(issues, 'rope.md'), issue('Ropes'));
  await until('the new issue reaches all', 60, () => all.every(({ seen }) => seen.feeds.length > 0));
  const seconds = (Date.now() - written) / 1000;
  for (const { topic, seen } of all) {
    const [{ body, headers }] = seen.feeds;
    if (body !== (await text(topic))) problems.push(`${topic}: other bytes than those of a GET`);
    if (headers['content-type'] !== (await fetch(topic)).headers.get('content-type')) problems.push(`${topic}: ${headers['content-type']}`);
    if (Boolean(headers['x-hub-signature']) !== (topic === signed.topic)) problems.push(`${topic}: signature ${headers['x-hub-signature']}`);
  }
  report('push, a new issue reaches npm pubsubhubbub', problems, `plain and signed, ${seconds.toFixed(1)} s after it was written`);

  const silent = [plain, signed];
  for (const one of silent) await one.unsubscribe(hub);
  fs.writeFileSync(path.join(issues, 'rope.md'), issue('Ropes and knots'));
  await until('the change reaches who stays', 60, () => witness.seen.feeds.some(({ body }) => body.includes('knots')));
  const late = silent.filter(({ seen }) => seen.feeds.some(({ body }) => body.includes('knots')));
  report('push, silence after unsubscribing', late.map(({ topic }) => `${topic}: sent all the same`), 'while another subscriber gets the change');

  await server.stop();
  for (const one of all) await one.close();
}

module.exports = { push };
