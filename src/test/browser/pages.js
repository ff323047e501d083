// One page of each kind that a newsletter has, and what must be true of every page.
'use strict';
const fs = require('fs');
const path = require('path');
const { OUT } = require('./harness');
const { PHONE, targets } = require('./layout');
const { moved } = require('./parts');

const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const MOST_BYTES = 60 * 1024;
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 700 };
const MOST_HEIGHT = 3000;

// Kind by kind: the path, and the status that it has.
async function kinds(base, word) {
  const feed = await (await fetch(`${base}/feed.json`)).json();
  const directory = await (await fetch(`${base}/feeds/all.opml`)).text();
  const view = directory.match(/\/views\/[a-z0-9-]+(?=\.atom)/)?.[0];
  const year = feed.items[0].date_published.slice(0, 4);
  const pages = [
    { kind: 'home', path: '/' },
    { kind: 'issue', path: new URL(feed.items[0].url).pathname },
    { kind: 'older-issue', path: new URL(feed.items.at(-1).url).pathname },
    { kind: 'section', path: '/sections/tools' },
    { kind: 'sponsor', path: '/sections/sponsor' },
    { kind: 'combination', path: '/sections/news+tools' },
    { kind: 'except', path: '/except/sponsor' },
    { kind: 'archive', path: '/archive' },
    { kind: 'year', path: `/archive/${year}` },
    { kind: 'feeds', path: '/feeds' },
    { kind: 'feed-address', path: '/sections/tools.atom' },
    { kind: 'feed-of-items', path: '/sections/tools/items.rss' },
    { kind: 'search', path: '/search' },
    { kind: 'results', path: `/search?q=${word}` },
    { kind: 'no-results', path: '/search?q=zzzzqqqq' },
    { kind: 'search-feed', path: `/search.atom?q=${word}` },
    { kind: 'not-found', path: '/sections/toolz', status: 404 },
  ];
  // A section with more items than its page shows has another page with older ones.
  const section = await (await fetch(`${base}/sections/tools`)).text();
  const older = section.match(/<(?:link|a)\b[^>]*\brel="next"[^>]*\bhref="([^"]*)"/)?.[1];
  if (older) pages.push({ kind: 'older-items', path: new URL(older, base).pathname });
  if (view) pages.push({ kind: 'view', path: view });
  const own = (await (await fetch(`${base}/sitemap.xml`)).text()).match(/\/about(?=<)/)?.[0];
  if (own) pages.push({ kind: 'publisher', path: own });
  return { pages, language: feed.language };
}

// Keeps what a page says, asks for and transfers, from before it is loaded.
async function watched(page) {
  const seen = { console: [], elsewhere: [], bytes: 0, requests: 0 };
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    seen.bytes += encodedDataLength;
    seen.requests++;
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) seen.console.push(message.text());
  });
  page.on('pageerror', (fault) => seen.console.push(String(fault)));
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      window.violations.push(`${event.violatedDirective}: ${event.blockedURI}`);
    });
    window.shifts = [];
    // Nobody sees where a blank stands, which moves when the rest of its line comes.
    const isBlank = ({ node }) => node?.nodeType === Node.TEXT_NODE && node.data.trim() === '';
    const isSeen = ({ sources }) => sources.length === 0 || !sources.every(isBlank);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.hadRecentInput || !isSeen(entry)) continue;
        const moved = entry.sources.map(({ node }) => (node?.outerHTML ?? node?.data ?? '').slice(0, 90));
        window.shifts.push(`moved by ${entry.value.toFixed(6)}: ${moved.join(', ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return seen;
}

function settled(page) {
  return page.evaluate(
    () =>
      document.fonts.ready.then(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)))),
      ),
  );
}

async function violations(page, options = {}) {
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(AXE);
  // It takes a page without a ground of its own for white, though in dark mode the browser's is dark.
  const { violations: found } = await page.evaluate(async (run) => {
    const isClear = [document.documentElement, document.body].every((own) => /, 0\)/.test(getComputedStyle(own).backgroundColor));
    if (isClear) document.documentElement.style.backgroundColor = 'Canvas';
    const report = await axe.run(document, run);
    if (isClear) document.documentElement.style.backgroundColor = '';
    return report;
  }, options);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => {
      const { fgColor, bgColor, contrastRatio } = any[0]?.data ?? {};
      return `${id}: ${html.slice(0, 90)}${fgColor ? ` ${fgColor} on ${bgColor}, ${contrastRatio}` : ''}`;
    }),
  );
}

async function screenshot(page, name) {
  const { width } = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width, height: Math.min(height, MOST_HEIGHT) };
  await page.screenshot({ path: path.join(OUT, `${name}.png`), fullPage: true, clip });
}

// What is wider than the page, innermost first.
function tooWide(page) {
  return page.evaluate(() => {
    const most = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= most) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > most + 1,
    );
    const name = (element) => `${element.tagName.toLowerCase()}.${element.className}`;
    return [`${document.documentElement.scrollWidth} px wide: ${wide.slice(-3).reverse().map(name)}`];
  });
}

// Everything that must hold on every page; the HTML is kept for the checker.
async function inspect(browser, results, newsletter, { kind, path: address, status = 200 }, language, weights) {
  const { name, base } = newsletter;
  const label = `${name}-${kind}`;
  const add = (check, faults) => results.add(name, check, kind, faults);
  const context = await browser.newContext({ viewport: WIDE, colorScheme: 'light' });
  const page = await context.newPage();
  try {
    const seen = await watched(page);
    page.on('request', (request) => {
      if (!request.url().startsWith(`${base}/`) && !request.url().startsWith('data:')) seen.elsewhere.push(request.url());
    });
    const answer = await page.goto(base + address);
    const type = answer.headers()['content-type'];
    const isPage = answer.status() === status && /^text\/html/.test(type);
    add('there is such a page', isPage ? [] : [`${address}: ${answer.status()} ${type}`]);
    if (!isPage) return;
    await settled(page);
    const html = await answer.text();
    fs.writeFileSync(path.join(OUT, 'html', `${label}.html`), html);

    add('no layout shift', await shifted(page));
    add('language', await languages(page, language));
    const policy = answer.headers()['content-security-policy'] ?? '';
    const isStrict = /default-src 'none'/.test(policy) && !/unsafe|\*/.test(policy);
    add('strict content security policy', isStrict ? [] : [policy || 'none']);
    // The document itself answers 404 where nothing stands, and the browser says so.
    const said = seen.console.filter((text) => status === 200 || !/status of 404/.test(text));
    add('nothing on the console', said);
    add('no violation of the content security policy', await page.evaluate('violations'));
    add('one main heading, one main part', await outline(page));

    add('axe, light', await violations(page));
    await screenshot(page, `${label}-light`);
    await page.emulateMedia({ colorScheme: 'dark' });
    const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor + getComputedStyle(document.body).backgroundColor);
    const dark = await background();
    add('axe, dark', await violations(page, { runOnly: ['color-contrast'] }));
    await screenshot(page, `${label}-dark`);
    await page.emulateMedia({ colorScheme: 'light' });
    const canvas = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    const adapts = dark !== (await background()) || /dark/.test(canvas);
    add('dark mode', adapts ? [] : ['looks as in light mode']);

    // By now the icon has come, too.
    weights.push({ page: `${name} ${kind}`, bytes: seen.bytes, requests: seen.requests });
    add('first visit under 60 KB', seen.bytes < MOST_BYTES ? [] : [`${seen.bytes} bytes`]);

    add('what is clicked is 24 px high', await targets(page, 24));
    await page.setViewportSize(PHONE);
    add('what is tapped is 44 px high', await targets(page, 44));
    await page.setViewportSize(NARROW);
    await page.reload();
    await settled(page);
    add('no scrolling sideways at 320 px', await tooWide(page));
    add('no layout shift', await shifted(page));
    await screenshot(page, `${label}-320`);
    // It takes the page apart, and so comes last.
    for (const size of [NARROW, WIDE]) {
      await page.setViewportSize(size);
      add('what has come stays where it is', await moved(page, html));
    }
    add('no request to another host', seen.elsewhere);
  } catch (fault) {
    add('can be looked at', [fault.message.split('\n')[0]]);
  } finally {
    await context.close();
  }
}

// Looks only at what other words may change: roles, names, languages and widths.
async function glance(browser, results, { name, base }, pages, language) {
  const page = await browser.newPage({ viewport: WIDE });
  page.setDefaultTimeout(8000);
  for (const { kind, path: address, status = 200 } of pages) {
    const add = (check, faults) => results.add(name, check, kind, faults);
    const answer = await page.goto(base + address);
    add('there is such a page', answer.status() === status ? [] : [`${address}: ${answer.status()}`]);
    fs.writeFileSync(path.join(OUT, 'html', `${name}-${kind}.html`), await answer.text());
    add('language', await languages(page, language));
    add('axe', await violations(page));
    await page.setViewportSize(NARROW);
    add('no scrolling sideways at 320 px', await tooWide(page));
    await screenshot(page, `${name}-${kind}-320`);
    await page.setViewportSize(WIDE);
  }
  await page.close();
}

// A browser that is short of time may paint a head that is only half there; what a page itself moves, it moves at each visit.
async function shifted(page) {
  const first = await page.evaluate('shifts');
  if (first.length === 0) return first;
  await page.reload();
  await settled(page);
  return page.evaluate('shifts');
}

// Every language named is one, that of the page is the newsletter's, and dates are marked as such.
function languages(page, language) {
  return page.evaluate((wanted) => {
    const faults = [];
    if (document.documentElement.lang !== wanted) faults.push(`lang is "${document.documentElement.lang}"`);
    for (const element of document.querySelectorAll('[lang]')) {
      try {
        Intl.getCanonicalLocales(element.lang);
      } catch (fault) {
        faults.push(`lang="${element.lang}"`);
      }
    }
    for (const time of document.querySelectorAll('time')) {
      if (Number.isNaN(Date.parse(time.dateTime))) faults.push(`time "${time.dateTime}"`);
    }
    return faults;
  }, language);
}

function outline(page) {
  return page.evaluate(() => {
    const count = (selector) => document.querySelectorAll(selector).length;
    return [
      count('h1') === 1 ? '' : `${count('h1')} h1`,
      count('main') === 1 ? '' : `${count('main')} main`,
      document.title.trim() ? '' : 'no title',
    ];
  });
}

module.exports = { WIDE, glance, inspect, kinds, settled };
