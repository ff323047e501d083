// Compares what a client read with the reference, the JSON Feed document as a plain JSON parser reads it.
'use strict';

const seconds = (date) => Math.floor(Date.parse(date) / 1000);

function reference(text) {
  return JSON.parse(text).items.map((item) => ({
    id: item.id,
    title: item.title,
    link: item.url,
    published: seconds(item.date_published),
    updated: seconds(item.date_modified),
    content: item.content_html,
  }));
}

const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const decode = (html) =>
  html.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, decimal, hex, name) =>
    name ? (named[name] ?? all) : String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex, 16)));

// The words of HTML: clients differ in how they write tags and blanks, and may.
const words = (html) => decode(html.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ').trim();
const addresses = (html) => [...html.matchAll(/\s(?:href|src)\s*=\s*(["'])(.*?)\1/gi)].map((found) => decode(found[2]));
const isAbsolute = (address) => /^[a-z][a-z0-9+.-]*:/i.test(address);
// Some clients write https://example.org as https://example.org/, and may.
const normal = (address) => (URL.canParse(address) ? new URL(address).href : address);

// How each field may look in a client whose title, link or content the reference's stands for.
const views = {
  // RSS titles have no angle brackets, since half of the readers would take them for tags.
  title: (title, { format }) => (format === 'rss' ? title.replace(/</g, '‹').replace(/>/g, '›') : title),
  link: (link, { client }) => (client.dropsFragments ? link.replace(/#.*/, '') : link),
  content: (html) => words(html) + '\n' + addresses(html).map(normal).join('\n'),
};

const short = (text) => text.slice(0, 120).replace(/\n/g, ' ') + (text.length > 120 ? '…' : '');

function differenceAt(got, wanted) {
  let at = 0;
  while (at < got.length && got[at] === wanted[at]) at++;
  const from = Math.max(0, at - 30);
  return `…${short(got.slice(from))} instead of …${short(wanted.slice(from))}`;
}

// What is wrong with a title or content whoever reads it.
function faults(entry, fields) {
  const found = [];
  if (/&(?:#\w+|\w+);|\\[^\w\s]/.test(entry.title)) found.push(`title: an escape is left in ${short(entry.title)}`);
  if (fields.includes('content')) {
    if (!words(entry.content ?? '')) found.push('content: none');
    const relative = addresses(entry.content ?? '').filter((address) => !isAbsolute(address));
    relative.forEach((address) => found.push(`content: relative address ${address}`));
  }
  return found;
}

// All differences, one line each.
function differences(client, { url, format }, entries, wanted = []) {
  const fields = client.formats[format].split(' ');
  const found = [];
  const say = (entry, what) => found.push(`${client.name}, ${url}, ${entry?.id ?? 'feed'}: ${what}`);
  if (entries.length !== wanted.length) say(null, `${entries.length} entries instead of ${wanted.length}`);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  entries.filter(({ id }) => !wanted.some((entry) => entry.id === id)).forEach((entry) => say(entry, 'is no entry'));
  for (const entry of wanted) {
    const got = byId.get(entry.id);
    if (!got) {
      say(entry, 'is missing');
      continue;
    }
    for (const field of fields) {
      const view = (value) => (views[field] ? views[field](value ?? '', { client, format }) : value);
      const expected = view(entry[field]);
      const actual = field === 'content' ? view(got[field]) : got[field];
      if (actual === expected) continue;
      const strings = typeof actual === 'string' && typeof expected === 'string';
      say(entry, `${field}: ${strings ? differenceAt(actual, expected) : `${actual} instead of ${expected}`}`);
    }
    faults(got, fields).forEach((fault) => say(entry, fault));
  }
  return found;
}

module.exports = { reference, differences };
