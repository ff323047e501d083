// Moves a newsletter from Jekyll to Offprint at the same address: the ids that readers of the old feed know must stay.
'use strict';
const fs = require('fs');
const path = require('path');
const { clients, read } = require('./clients');
const { folder, run } = require('../node/processes');
const { offprint, staticServer } = require('./harness');

const movers = clients.filter(({ agent }) => agent);

async function buildWithJekyll(posts, port) {
  const site = folder('jekyll');
  fs.cpSync(posts, folder('jekyll/_posts'), { recursive: true });
  const settings = [
    'title: Devops Weekly',
    `url: "http://127.0.0.1:${port}"`,
    'permalink: /:title',
    'plugins: [jekyll-feed]',
    'feed: { posts_limit: 400 }',
  ];
  fs.writeFileSync(path.join(site, '_config.yml'), settings.join('\n') + '\n');
  await run(['jekyll', 'build', '--quiet', '--source', site, '--destination', path.join(site, '_site')]);
  return path.join(site, '_site');
}

function offprintFolder(posts, settings) {
  const issues = folder('moved');
  fs.cpSync(posts, issues, { recursive: true });
  const own = 'ids: "{base}/{slug}"\nwindow: { issues: 300, bytes: 5000000 }\nredirects: { "/{slug}": "/issues/{slug}" }\n';
  fs.writeFileSync(path.join(issues, 'offprint.yaml'), fs.readFileSync(settings, 'utf8') + own);
  return issues;
}

async function readAll(feed) {
  const seen = new Map();
  for (const client of movers) {
    const [got] = await read(client, [feed], 'moving', { markRead: true });
    seen.set(client, { unread: got.unread, ids: new Set(got.entries.map(({ id }) => id)), entries: got.entries });
  }
  return seen;
}

async function moveIn(posts, settings, report) {
  // A port that is free now is the address of both, one after the other.
  const probe = await staticServer(folder('nothing'));
  await probe.close();
  const { port } = probe;
  const base = `http://127.0.0.1:${port}`;
  const feed = { url: `${base}/feed.xml`, format: 'atom' };

  const site = await buildWithJekyll(posts, port);
  const old = await staticServer(site, port);
  const before = await readAll(feed);
  await old.close();

  const server = await offprint(offprintFolder(posts, settings), base, port);
  const after = await readAll(feed);
  for (const client of movers) {
    const { ids, entries } = before.get(client);
    const now = after.get(client);
    const problems = [];
    if (ids.size !== server.issues) problems.push(`${ids.size} entries in Jekyll's feed for ${server.issues} issues`);
    [...now.ids].filter((id) => !ids.has(id)).forEach((id) => problems.push(`${id} is new`));
    [...ids].filter((id) => !now.ids.has(id)).forEach((id) => problems.push(`${id} is gone`));
    const oldTitles = new Set(entries.map(({ title }) => title));
    if (now.entries.every(({ title }) => oldTitles.has(title))) problems.push('shows only what Jekyll had');
    if (now.unread) problems.push(`${now.unread} unread`);
    report(`moving in, ${client.name} sees no new id`, problems, `${now.ids.size} ids, such as ${entries[0].id}`);
  }

  const problems = [];
  for (const { link } of before.get(movers[0]).entries) {
    const answer = await fetch(link);
    if (answer.status !== 200 || !answer.redirected) problems.push(`${link}: ${answer.status}`);
  }
  report('moving in, old links to issues', problems, 'each leads to its page');
  await server.stop();
}

module.exports = { moveIn };
