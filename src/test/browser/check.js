// Looks at the packaged jar's pages with Chromium, axe-core and the Nu HTML checker. See README.md.
'use strict';
const fs = require('fs');
const path = require('path');
const { chromium } = require('playwright-core');
const { run, twoAtATime } = require('../node/processes');
const { CHROMIUM, OUT, Results, corpus, offprint, translated } = require('./harness');
const { measure } = require('./layout');
const { glance, inspect, kinds } = require('./pages');
const { read } = require('./reader');

const CHECKER = path.join(path.dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

const PLAIN = 'src/test/browser/plain';
const LANGUAGES = ['en', 'de', 'fr', 'es'];

// `readsAlong`: whether somebody subscribes, searches and copies there, too; `isMeasured`: whether it has what is hard to place.
async function look(browser, results, newsletter, { word, readsAlong, isMeasured }, weights) {
  const { pages, language } = await kinds(newsletter.base, word);
  const work = pages.map((page) => () => inspect(browser, results, newsletter, page, language, weights));
  const status = { kind: 'status', path: '/status' };
  work.push(() => inspect(browser, results, { ...newsletter, base: newsletter.operator }, status, language, weights));
  if (readsAlong) work.unshift(() => read(browser, results, newsletter, word));
  if (isMeasured) work.unshift(() => measure(browser, results, newsletter));
  await twoAtATime(work, (act) => act());
  const home = await (await fetch(`${newsletter.base}/`)).text();
  for (const [, sheet] of home.matchAll(/<link[^>]*rel="stylesheet"[^>]*href="([^"]*)"/g)) {
    const css = await (await fetch(new URL(sheet, newsletter.base))).text();
    fs.writeFileSync(path.join(OUT, 'html', `${newsletter.name}-${path.basename(sheet)}`), css);
  }
}

// Every kind of page in each language that pages speak.
async function speak(browser, results, language) {
  const newsletter = await offprint(language, translated(PLAIN, language));
  const { pages } = await kinds(newsletter.base, 'lamp');
  const other = ['older-issue', 'combination', 'except', 'year', 'feed-of-items'];
  await glance(browser, results, newsletter, pages.filter(({ kind }) => !other.includes(kind)), language);
  newsletter.stop();
}

// One JVM reads all pages and stylesheets.
async function markup(results) {
  const files = fs.readdirSync(path.join(OUT, 'html')).map((file) => path.join(OUT, 'html', file));
  const options = ['--format', 'json', '--stdout', '--exit-zero-always', '--also-check-css'];
  const said = await run(['java', '-Xss8m', '-jar', CHECKER, ...options, ...files], undefined, { seconds: 90 });
  const { messages } = JSON.parse(said);
  for (const file of files) {
    const [name, ...kind] = path.basename(file).split('-');
    const errors = messages.filter(({ type, url = '' }) => type !== 'info' && url.endsWith(`/${path.basename(file)}`));
    const faults = errors.map(({ message, lastLine, extract = '' }) => `line ${lastLine}: ${message} ${extract}`.replace(/\s+/g, ' ').trim());
    results.add(name, 'Nu HTML checker', kind.join('-'), faults);
  }
  const notes = messages.filter(({ type, subType }) => type === 'info' && subType === 'warning');
  return [...new Set(notes.map(({ message }) => message))];
}

function table(weights) {
  console.log('\nfirst visit            requests   bytes transferred');
  for (const { page, requests, bytes } of weights.sort((a, b) => b.bytes - a.bytes)) {
    console.log(`${page.padEnd(24)}${String(requests).padStart(7)}${String(bytes).padStart(20)}`);
  }
}

async function main() {
  const begun = Date.now();
  fs.rmSync(OUT, { recursive: true, force: true });
  fs.mkdirSync(path.join(OUT, 'html'), { recursive: true });
  const results = new Results();
  const weights = [];
  const browser = await chromium.launch(CHROMIUM);
  const newsletters = [
    ['sample', 'issues', { word: 'caddy', readsAlong: true }],
    // Long words, wide tables, headings too deep, two other languages, and a draft that only its publisher sees.
    ['hard', 'src/test/browser/hard', { word: 'zange', readsAlong: false, isPrivate: true }],
    // Without numbers; a long title, footnotes after a sponsor, a table with alignment.
    ['plain', PLAIN, { word: 'lamp', readsAlong: false, isMeasured: true }],
  ];
  if (process.env.OFFPRINT_CORPUS) {
    newsletters.push(['real', corpus(process.env.OFFPRINT_CORPUS), { word: 'kubernetes', readsAlong: true }]);
  }
  else console.log('OFFPRINT_CORPUS names no real issues: they are not looked at');
  for (const [name, issues, how] of newsletters) {
    const newsletter = await offprint(name, issues, how.isPrivate);
    await look(browser, results, newsletter, how, weights);
    newsletter.stop();
  }
  await twoAtATime(LANGUAGES.map((language) => () => speak(browser, results, language)), (act) => act());
  await browser.close();
  const notes = await markup(results);
  notes.forEach((note) => console.log(`note  Nu HTML checker: ${note}`));
  table(weights);
  console.log(`\nscreenshots: ${OUT}; ${Math.round((Date.now() - begun) / 1000)} s\n`);
  const wrong = results.print();
  process.exitCode = wrong ? 1 : 0;
}

main().catch((fault) => {
  console.error(fault);
  process.exit(1);
});
