// The real-clients check: see README.md. One line for each group of checks, then a table; exit code 1 if anything disagrees.
'use strict';
const fs = require('fs');
const path = require('path');
const { clients, read } = require('./clients');
const { reference, differences } = require('./compare');
const { list, fetchAll, walk, imported, discovered } = require('./directory');
const { moveIn } = require('./moving');
const { push } = require('./push');
const { folder, until, twoAtATime } = require('../node/processes');
const { countingProxy, offprint } = require('./harness');

const corpus = path.join(process.env.OFFPRINT_CORPUS ?? 'no-corpus', 'devops-weekly');
const mostShown = 12;
const rows = new Map();
let groups = 0;
let failed = 0;

function report(group, problems, detail) {
  groups++;
  if (problems.length) failed++;
  console.log(problems.length ? `WRONG ${group}: ${problems.length} problem${problems.length > 1 ? 's' : ''}` : `ok    ${group}: ${detail}`);
  problems.slice(0, mostShown).forEach((problem) => console.log(`        ${problem}`));
  if (problems.length > mostShown) console.log(`        and ${problems.length - mostShown} more`);
}

function addToTable(client, format, { feeds = 0, entries = 0, wrong }) {
  const key = `${client.name} | ${format}`;
  const row = rows.get(key) ?? { feeds: 0, entries: 0, wrong: 0 };
  rows.set(key, { feeds: row.feeds + feeds, entries: row.entries + entries, wrong: row.wrong + wrong });
}

// What the client read; one that fails is a problem, and the others go on.
async function tryToRead(client, documents, name, problems) {
  try {
    return await read(client, documents, name);
  } catch (error) {
    problems.push(error.message);
    Object.keys(client.formats).forEach((format) => addToTable(client, format, { wrong: 1 }));
    return [];
  }
}

const idsOf = (entries) => new Set(entries.map(({ id }) => id));
const without = (ids, others) => [...ids].filter((id) => !others.has(id));

// What every feed holds, by its address without format.
function references(documents) {
  const json = documents.filter(({ format }) => format === 'json');
  return new Map(json.map(({ feed, file }) => [feed, reference(fs.readFileSync(file, 'utf8'))]));
}

// --- The checks, in the order in which they run -------------------------------------------------------------------

async function agreement(name, documents) {
  const wanted = references(documents);
  const before = new Map();
  await twoAtATime(clients, async (client) => {
    const found = [];
    let count = 0;
    const feeds = await tryToRead(client, documents, name, found);
    for (const got of feeds) {
      const document = documents.find(({ url }) => url === got.url);
      const wrong = differences(client, document, got.entries, wanted.get(document.feed));
      found.push(...wrong);
      count += got.entries.length;
      addToTable(client, document.format, { feeds: 1, entries: got.entries.length, wrong: wrong.length });
      Object.assign(document, { etag: got.etag ?? document.etag, modified: got.modified ?? document.modified });
      before.set(`${client.name} ${got.url}`, idsOf(got.entries));
    }
    report(`${name}, ${client.name} agrees`, found, `${feeds.length} documents, ${count} entries`);
  });
  return before;
}

async function reloading(name, documents, proxy) {
  for (const client of clients.filter(({ agent }) => agent)) {
    // newsboat keeps no validators the first time: it asks conditionally from its third reload on.
    const problems = [];
    if (client.agent === 'newsboat') await tryToRead(client, documents, name, problems);
    proxy.take();
    const feeds = await tryToRead(client, documents, name, problems);
    const asked = proxy.take().filter((request) => request.client === client.agent);
    asked.filter(({ status }) => status !== 304).forEach(({ path, status }) => problems.push(`${path}: ${status}`));
    if (asked.length !== feeds.length) problems.push(`${asked.length} requests for ${feeds.length} documents`);
    report(`${name}, ${client.name} reloads`, problems, `${asked.length} requests, all answered 304`);
  }
  const problems = [];
  for (const { url, validators } of documents) {
    const { status } = await fetch(url, { headers: validators });
    if (status !== 304) problems.push(`${url}: ${status}`);
  }
  report(`${name}, our own code reloads for the others`, problems, `${documents.length} requests, all answered 304`);
}

const newIssue = () => {
  const minutesAgo = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 19) + 'Z';
  return `---
title: 'Number \\#4711: R&D on <wires>, "quoted" – 5 \\* 3 & more '
date: ${minutesAgo(60)}
updated: ${minutesAgo(5)}
---

What a reader must keep: a < b && c > d, and *emphasis* with [a relative link](/about?x=1&y=2). ![A picture](wire.png)

Sponsor
=======

Somebody pays for this line.
<br>[https://example.com/paid](https://example.com/paid)

News
====

[AT&T's "wire" <T> explained](https://example.org/wire?a=1&b=2) in ]]> few words.

Is 1 &lt; 2? A page on escapes, by "quotes" & co.
<br>[https://example.org/escapes](https://example.org/escapes)

Tools
=====

A tool 🚀 for rockets.
<br>[https://example.org/rocket](https://example.org/rocket)

The second tool needs \`a && b\`.
<br>[https://example.org/second](https://example.org/second)

A third, with \\#hash and snake_case_name.
<br>[https://example.org/third](https://example.org/third)
`;
};
const newEntries = {
  '/feed': 1,
  '/feed/items': 5,
  '/sections/news': 1,
  '/sections/news/items': 2,
  '/sections/tools': 1,
  '/sections/tools/items': 3,
  '/sections/sponsor/items': 1,
  '/sections/events': 0,
  '/sections/events/items': 0,
};

async function arrival(name, issues, base, documents, before) {
  const earlier = references(documents);
  fs.writeFileSync(path.join(issues, '4711.md'), newIssue());
  await until('the new issue', 30, async () => (await (await fetch(`${base}/feed.json`)).text()).includes('4711'));
  const problems = [];
  await fetchAll(documents, name, problems);
  const wanted = references(documents);
  const added = new Map();
  for (const [feed, entries] of wanted) {
    const known = idsOf(earlier.get(feed) ?? []);
    added.set(feed, entries.filter(({ id }) => !known.has(id)));
    const expected = newEntries[feed] ?? added.get(feed).length;
    if (added.get(feed).length !== expected) problems.push(`${feed}: ${added.get(feed).length} new instead of ${expected}`);
  }
  report(`${name}, a new issue`, problems, `1 entry in /feed, ${newEntries['/feed/items']} in /feed/items`);
  await twoAtATime(clients, async (client) => {
    const found = [];
    let count = 0;
    for (const { url, entries } of await tryToRead(client, documents, name, found)) {
      const document = documents.find((one) => one.url === url);
      const known = before.get(`${client.name} ${url}`);
      const fresh = entries.filter(({ id }) => !known.has(id));
      count += fresh.length;
      const wrong = differences(client, document, fresh, added.get(document.feed));
      found.push(...wrong);
      addToTable(client, document.format, { wrong: wrong.length });
    }
    report(`${name}, ${client.name} sees the new issue`, found, `${count} new entries in all its documents`);
  });
}

async function walking(name, documents, issues) {
  const problems = [];
  let fetched = 0;
  let entries = 0;
  const feeds = new Set(documents.map(({ feed }) => feed));
  let carriers; // how many issues have each section, by the categories of the whole feed
  for (const feed of feeds) {
    const walks = [];
    for (const document of documents.filter((one) => one.feed === feed)) {
      const walked = await walk(document, problems);
      fetched += walked.documents;
      walks.push({ format: document.format, ids: walked.ids });
      if (document.feed === '/feed' && document.format === 'atom') carriers = walked.sections;
    }
    const [{ ids }] = walks;
    entries += ids.size;
    for (const other of walks) {
      const differing = without(ids, other.ids).length + without(other.ids, ids).length;
      if (differing) problems.push(`${feed}: ${differing} ids differ between ${walks[0].format} and ${other.format}`);
    }
    const section = feed.match(/^\/sections\/([\w-]+)$/)?.[1];
    if (section && ids.size !== carriers.get(section)) {
      problems.push(`${feed}: ${ids.size} entries for ${carriers.get(section)} issues that have the section`);
    }
    if (feed === '/feed' && ids.size !== issues) problems.push(`/feed: ${ids.size} entries for ${issues} issues`);
  }
  report(`${name}, walking into the archives`, problems,
    `${feeds.size} feeds in 3 formats, ${fetched} documents, ${entries} entries in each format`);
}

// Whoever imports the list as it is sees each item once, and subscribes on the page of a section to that section.
async function subscribing(name, base, documents) {
  const problems = [];
  const seen = new Set();
  const feeds = await imported(base, problems);
  if (feeds.length === 0) problems.push('the list to import is empty');
  for (const { url, ids } of feeds) {
    for (const id of ids) {
      if (seen.has(id)) problems.push(`${url}: ${id} is in another feed of the list, too`);
      seen.add(id);
    }
  }
  report(`${name}, importing the list`, problems, `${feeds.length} feeds, ${seen.size} items, each once`);

  const wrong = [];
  const atom = documents.filter(({ format }) => format === 'atom');
  const pages = [...new Set(atom.map(({ page }) => page))];
  for (const page of pages) {
    const links = await discovered(page);
    const own = atom.filter((document) => document.page === page).map(({ url }) => url);
    if (!own.includes(links[0])) wrong.push(`${page} offers ${links[0]} first`);
    if (new URL(page).pathname !== '/' && links.at(-1) !== `${base}/feed.atom`) wrong.push(`${page} offers ${links.at(-1)} last`);
    if (links.length > 4) wrong.push(`${page} offers ${links.length} feeds`);
  }
  report(`${name}, discovering feeds`, wrong, `${pages.length} pages, each offers its own feed first`);
}

// Readers that file entries by id, as Tiny Tiny RSS and Thunderbird do, take two newsletters on one host for one otherwise.
async function neighbours() {
  const problems = [];
  const ids = new Set();
  let entries = 0;
  for (const name of ['first', 'second']) {
    const issues = folder(name);
    fs.cpSync('issues', issues, { recursive: true });
    const server = await offprint(issues, `http://127.0.0.1/${name}/`);
    for (const feed of ['feed', 'feed/items', 'sections/tools']) {
      const { items } = await (await fetch(new URL(`${feed}.json`, server.uri))).json();
      entries += items.length;
      items.forEach(({ id }) => ids.add(id));
    }
    await server.stop();
  }
  if (entries === 0 || ids.size !== entries) problems.push(`${ids.size} ids for ${entries} entries`);
  report('two newsletters on one host', problems, `${entries} entries, each with an id of its own`);
}

async function publication(name, from, settings) {
  const issues = folder(name);
  fs.cpSync(from, issues, { recursive: true });
  if (settings) fs.cpSync(settings, path.join(issues, 'offprint.yaml'));
  const proxy = await countingProxy();
  const server = await offprint(issues, proxy.base);
  proxy.leadTo(server.uri);

  const problems = [];
  const documents = await list(proxy.base, problems);
  await fetchAll(documents, name, problems);
  report(`${name}, the directory`, problems, `${documents.length / 3} feeds, the same in Atom, RSS and JSON Feed`);

  await subscribing(name, proxy.base, documents);
  const before = await agreement(name, documents);
  await reloading(name, documents, proxy);
  await walking(name, documents, server.issues);
  await arrival(name, issues, proxy.base, documents, before);
  await server.stop();
  await proxy.close();
}

function table() {
  const lines = [...rows].map(([key, { feeds, entries, wrong }]) =>
    `| ${key} | ${feeds} | ${entries} | ${wrong ? `${wrong} wrong` : 'agrees'} |`);
  const sum = (field) => [...rows.values()].reduce((total, row) => total + row[field], 0);
  console.log(['', '| client | format | feeds | entries | result |', '|---|---|--:|--:|---|', ...lines, ''].join('\n'));
  console.log(`${sum('feeds')} documents and ${sum('entries')} entries read by ${clients.length} clients; ` +
    `${groups - failed} groups of checks passed, ${failed} failed`);
}

async function main() {
  const started = Date.now();
  const timed = async (what, part) => {
    const from = Date.now();
    await part();
    console.log(`      ${what} took ${Math.round((Date.now() - from) / 1000)} s`);
  };
  await timed('samples', () => publication('samples', 'issues'));
  await timed('neighbours', neighbours);
  await timed('push', () => push(report));
  if (fs.existsSync(corpus)) {
    await timed('corpus', () => publication('corpus', corpus, 'src/test/resources/corpus/offprint.yaml'));
    await timed('moving in', () => moveIn(corpus, 'src/test/resources/corpus/offprint.yaml', report));
  } else {
    console.log(`SKIPPED no real issues at ${corpus}: reading them and moving in from Jekyll are not checked`);
  }
  table();
  console.log(`It took ${Math.round((Date.now() - started) / 1000)} s.`);
  process.exit(failed ? 1 : 0);
}

main().catch((error) => {
  console.error(`WRONG ${error.stack}`);
  process.exit(1);
});
