// The clients, what each can read, and which fields of an entry it exposes in which format: only these are compared.
'use strict';
const path = require('path');
const { folder, run } = require('../node/processes');

const reader = (name) => path.join(__dirname, 'readers', name);
const all = 'id title link published updated content';

const clients = [
  {
    name: 'Python feedparser',
    agent: 'feedparser', // fetches by itself, under this name
    command: ['/usr/bin/python3', reader('python_feedparser.py')],
    formats: { atom: all, rss: 'id title link published content' },
  },
  {
    name: 'newsboat',
    agent: 'newsboat',
    command: ['/usr/bin/python3', reader('newsboat.py')],
    formats: { atom: 'id title link published content', rss: 'id title link published content' },
  },
  {
    name: 'sfeed',
    agent: 'sfeed',
    command: ['/usr/bin/python3', reader('sfeed_update.py')],
    formats: { atom: 'id title link published content', rss: 'id title link published content' },
  },
  {
    name: 'ROME',
    command: ['java', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', 'target/lib/*', reader('RomeReader.java')],
    formats: { atom: all, rss: 'id title link published content' },
  },
  {
    name: 'rss-parser',
    command: ['node', reader('npm.js'), 'rss-parser'],
    formats: { atom: 'id title link published content', rss: 'id title link published content' },
  },
  {
    name: 'feedsmith',
    command: ['node', reader('npm.js'), 'feedsmith'],
    formats: { atom: all, rss: 'id title link published content', json: all },
  },
  {
    name: 'feedparser (npm)',
    command: ['node', reader('npm.js'), 'feedparser'],
    formats: { atom: all, rss: 'id title link published content' },
  },
  ...['fast-xml-parser', 'fast-xml-parser-4'].map((name) => ({
    name,
    command: ['node', reader('npm.js'), name],
    formats: { atom: all, rss: 'id title link published content' },
  })),
  {
    name: 'feed-extractor',
    dropsFragments: true, // of links: all items of an issue lead to its top
    command: ['node', reader('npm.js'), 'feed-extractor'],
    // Its one date is Atom's updated, and published elsewhere.
    formats: { atom: 'id title link updated', rss: 'id title link published', json: 'id title link published' },
  },
];

// Has the client read the documents in the formats it knows; answers one {url, entries} for each.
async function read(client, documents, situation, options = {}) {
  const feeds = documents.filter(({ format }) => client.formats[format]);
  const state = folder(path.join(situation, client.name));
  const read = JSON.parse(await run(client.command, { feeds, state, ...options }));
  if (read.length !== feeds.length) throw new Error(`${client.name} read ${read.length} of ${feeds.length} documents`);
  return read;
}

module.exports = { clients, read };
