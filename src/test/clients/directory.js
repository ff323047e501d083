// Reads the list of feeds, fetches their documents, and follows them into their archives.
'use strict';
const fs = require('fs');
const path = require('path');
const OpmlParser = require('opmlparser');
const validate = require('jsonfeed-validator');
const { parseFeed } = require('feedsmith');
const { folder } = require('../node/processes');

const formats = {
  atom: { list: '/feeds/all.opml', type: 'application/atom+xml; charset=utf-8' },
  rss: { list: '/feeds/all/rss.opml', type: 'application/rss+xml; charset=utf-8' },
  json: { list: '/feeds/all/json.opml', type: 'application/feed+json; charset=utf-8' },
};

function outlines(opml) {
  return new Promise((resolve, reject) => {
    const parser = new OpmlParser();
    const found = [];
    parser.on('data', (outline) => outline.xmlurl && found.push(outline));
    parser.on('error', reject);
    parser.on('end', () => resolve(found));
    parser.end(opml);
  });
}

// The feeds as opmlparser finds them: [{url, format, feed}], `feed` being the address without its format.
async function list(base, problems) {
  const documents = [];
  const titles = {};
  for (const [format, { list, type }] of Object.entries(formats)) {
    const answer = await fetch(base + list);
    const said = answer.headers.get('content-type');
    if (answer.status !== 200 || said !== 'text/x-opml; charset=utf-8') problems.push(`${list}: ${answer.status} ${said}`);
    const found = await outlines(await answer.text());
    for (const { xmlurl, htmlurl, title, type: kind } of found) {
      if (!title || !htmlurl || kind !== 'rss') problems.push(`${list}, ${xmlurl}: lacks title, htmlUrl or type`);
      if (!xmlurl.endsWith('.' + format)) problems.push(`${list}: ${xmlurl} is no ${format}`);
      documents.push({ url: xmlurl, page: htmlurl, format, type, feed: xmlurl.slice(base.length).replace(/\.\w+$/, '') });
    }
    titles[format] = found.map(({ title, xmlurl }) => `${title} ${xmlurl.replace(/\.\w+$/, '')}`).join('\n');
    if (new Set(found.map(({ xmlurl }) => xmlurl)).size !== found.length) problems.push(`${list}: a feed twice`);
    if (!found.length || titles[format] !== titles.atom) problems.push(`${list}: other feeds than in ${formats.atom.list}`);
  }
  return documents;
}

// Fetches each document once, for the readers that only parse and for the reference.
async function fetchAll(documents, situation, problems) {
  const kept = folder(path.join(situation, 'documents'));
  for (const [at, document] of documents.entries()) {
    const answer = await fetch(document.url);
    const said = answer.headers.get('content-type');
    if (answer.status !== 200 || said !== document.type) problems.push(`${document.url}: ${answer.status} ${said}`);
    document.file = path.join(kept, String(at));
    document.validators = {
      'If-None-Match': answer.headers.get('etag'),
      'If-Modified-Since': answer.headers.get('last-modified'),
    };
    fs.writeFileSync(document.file, await answer.text());
    if (document.format === 'json') problems.push(...invalid(document.url, fs.readFileSync(document.file, 'utf8')));
  }
}

function invalid(url, json) {
  return validate(JSON.parse(json)).map(({ message }) => `jsonfeed-validator, ${url}: ${message}`);
}

const older = {
  atom: (feed) => feed.links?.find(({ rel }) => rel === 'prev-archive')?.href,
  rss: (feed) => feed.atom?.links?.find(({ rel }) => rel === 'prev-archive')?.href,
  json: (feed) => feed.next_url,
};

const idOf = (entry) => entry.id ?? entry.guid.value;
const sectionsOf = (entry) => (entry.categories ?? []).filter(({ scheme }) => scheme?.endsWith('/sections/'));

// What somebody finds who goes from the subscription document to ever older ones: ids, and in Atom how many entries
// each section has.
async function walk({ url, format }, problems) {
  const ids = new Set();
  const sections = new Map();
  const seen = new Set();
  for (let next = url; next; ) {
    if (seen.has(next)) {
      problems.push(`${url}: the walk comes back to ${next}`);
      break;
    }
    seen.add(next);
    const answer = await fetch(next);
    if (answer.status !== 200) {
      problems.push(`${url}: the walk ends at ${next} with ${answer.status}`);
      break;
    }
    const text = await answer.text();
    if (format === 'json') problems.push(...invalid(next, text));
    const { feed } = parseFeed(text);
    for (const entry of feed.entries ?? feed.items ?? []) {
      if (ids.has(idOf(entry))) continue;
      ids.add(idOf(entry));
      sectionsOf(entry).forEach(({ term }) => sections.set(term, (sections.get(term) ?? 0) + 1));
    }
    next = older[format](feed);
  }
  return { ids, sections, documents: seen.size };
}

// The feeds of the list to import, each with the ids of all its entries.
async function imported(base, problems) {
  const found = await outlines(await (await fetch(`${base}/feeds.opml`)).text());
  const feeds = [];
  for (const { xmlurl } of found) feeds.push({ url: xmlurl, ...(await walk({ url: xmlurl, format: 'atom' }, problems)) });
  return feeds;
}

// Akregator, Liferea and FreshRSS subscribe to the first feed that a page offers.
async function discovered(page) {
  const html = await (await fetch(page)).text();
  const links = html.match(/<link[^>]*rel="alternate"[^>]*>/g) ?? [];
  return links.filter((link) => /application\/(atom|rss)\+xml/.test(link)).map((link) => link.match(/href="([^"]*)"/)[1]);
}

module.exports = { list, fetchAll, walk, imported, discovered };
