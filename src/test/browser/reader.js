// What a stranger does who wants a feed: by mouse, by keyboard, without script, on paper.
'use strict';
const { WIDE, settled } = require('./pages');
const { until } = require('../node/processes');

const FEED_TYPES = /^application\/(atom\+xml|rss\+xml|feed\+json)/;
const MOST_TABS = 200;

const pathOf = (address) => new URL(address).pathname;

// Whether a feed with entries stands at an address, as software fetches it.
async function feedAt(address) {
  const answer = await fetch(address);
  const type = answer.headers.get('content-type') ?? '';
  const body = await answer.text();
  if (!answer.ok || !FEED_TYPES.test(type)) return [`${address}: ${answer.status} ${type}`];
  return /<entry|<item|"date_published"/.test(body) ? [] : [`${address} has no entry`];
}

async function copied(page, act) {
  await page.evaluate(() => navigator.clipboard.writeText('nothing'));
  await act();
  return until('something on the clipboard', 3, async () => {
    const text = await page.evaluate(() => navigator.clipboard.readText());
    return text !== 'nothing' && text;
  });
}

// The nearest copy button of a feed address; `path` is how that ends.
function copyButton(page, path) {
  return page.locator(`button[data-copy]:visible`).and(page.locator(`[data-copy$="${path}"]`)).first();
}

// A click leads on only once the next page has come, and its script shows the buttons.
function appears(locator) {
  return locator.waitFor().then(() => true, () => false);
}

async function subscribe(page, base) {
  const path = '/sections/tools.atom';
  await page.goto(`${base}/`);
  const button = copyButton(page, path);
  if ((await button.count()) === 0) {
    const way = page.getByRole('link', { name: /subscribe|feeds/i });
    if ((await way.count()) === 0) return ['home has no link to subscribe by'];
    await way.first().click();
  }
  if (!(await appears(button))) return [`${pathOf(page.url())} has no button that copies ${path}`];
  const begun = Date.now();
  const address = await copied(page, () => button.click({ timeout: 3000 }));
  const faults = await feedAt(address);
  if (pathOf(address) !== path) faults.push(`copied ${address}`);
  const says = page.getByText(/copied/i).filter({ visible: true });
  await says.first().waitFor({ timeout: 2000 }).catch(() => faults.push('nothing says that it was copied'));
  if (Date.now() - begun > 10_000) faults.push('took over 10 s');
  return faults;
}

function builder(page) {
  return page.locator('main form:has(input[type=checkbox])');
}

// Ticks a box, picks a choice, or selects an option, whichever the form has under that name.
async function choose(form, name) {
  for (const role of ['checkbox', 'radio']) {
    const found = form.getByRole(role, { name });
    if ((await found.count()) > 0) return found.first().check({ timeout: 3000 });
  }
  const option = form.locator('option').filter({ hasText: name });
  if ((await option.count()) === 0) throw new Error(`the builder offers nothing called ${name}`);
  const list = option.first().locator('xpath=ancestor::select');
  return list.selectOption(await option.first().getAttribute('value'));
}

const WHAT_IT_SAYS = (form) =>
  [form.parentElement.innerText, ...[...form.parentElement.querySelectorAll('input,output,a,button')].map((own) => `${own.value ?? ''} ${own.href ?? ''} ${own.dataset.copy ?? ''}`)].join('\n');

async function buildWithScript(page, base) {
  await page.goto(`${base}/feeds`);
  const form = builder(page);
  if ((await form.count()) === 0) return ['there is no builder'];
  await choose(form, /^tools\b/i);
  await choose(form, /item/i);
  await choose(form, /^rss/i);
  const shown = /\/sections\/tools\/items\.rss/;
  await until('the address /sections/tools/items.rss', 3, async () => shown.test(await form.evaluate(WHAT_IT_SAYS)));
  const newest = (await (await fetch(`${base}/sections/tools/items.json`)).json()).items[0].title;
  const faults = [];
  await until('a preview', 5, async () => (await form.evaluate(WHAT_IT_SAYS)).includes(newest)).catch(() =>
    faults.push(`no preview with "${newest}"`),
  );
  const button = form.locator('xpath=..').locator('button[data-copy$="/sections/tools/items.rss"]:visible').first();
  if ((await button.count()) === 0) return [...faults, 'no button of the builder copies the address'];
  return [...faults, ...(await feedAt(await copied(page, () => button.click())))];
}

async function leaveOut(page, base) {
  await page.goto(`${base}/feeds`);
  const form = builder(page);
  if ((await form.count()) === 0) return ['there is no builder'];
  await choose(form, /\b(but|except|without|leave out|leaving out)\b/i);
  await choose(form, /^sponsor\b/i);
  const shown = /\/except\/sponsor\.atom/;
  await until('the address /except/sponsor.atom', 3, async () => shown.test(await form.evaluate(WHAT_IT_SAYS)));
  return [];
}

async function buildWithoutScript(page, base) {
  await page.goto(`${base}/feeds`);
  const form = builder(page);
  if ((await form.count()) === 0) return ['there is no builder'];
  await choose(form, /^tools\b/i);
  await choose(form, /item/i);
  await choose(form, /^rss/i);
  await form.locator('button:not([data-copy]):visible, input[type=submit]').first().click();
  if (!(await appears(notice(page)))) return [`${page.url()} has no notice`];
  return pathOf(page.url()) === '/sections/tools/items.rss' ? [] : [`led to ${page.url()}`];
}

async function withoutScript(page, base) {
  const faults = [];
  for (const path of ['/', '/feeds', '/sections/tools']) {
    await page.goto(base + path);
    const dead = await page.locator('button[data-copy]:visible').count();
    if (dead) faults.push(`${path} shows ${dead} buttons that cannot copy`);
    const addresses = await page.locator('main').evaluate((main) => main.innerText + [...main.querySelectorAll('a')].map((a) => a.href));
    if (!/\/(feed|tools|items)\.atom/.test(addresses)) faults.push(`${path} has no feed address`);
  }
  return faults;
}

// What a person is told who opened the address of a feed.
function notice(page) {
  return page.locator('main').getByText(/address is a feed.*reader/is).first();
}

async function addressByNavigation(page, base) {
  const answer = await page.goto(`${base}/sections/tools.atom`);
  const faults = [];
  if (!/^text\/html/.test(answer.headers()['content-type'])) return [`got ${answer.headers()['content-type']}`];
  if (!(await notice(page).isVisible())) return ['no notice says that this address is a feed'];
  if ((await copyButton(page, '/sections/tools.atom').count()) === 0) faults.push('no button copies the address');
  const newest = (await (await fetch(`${base}/sections/tools.json`)).json()).items[0];
  const title = newest.title.replace(/: [^:]*$/, '');
  if (!(await page.locator('main').innerText()).toLowerCase().includes(title.toLowerCase())) faults.push(`no newest entry "${title}"`);
  const raw = page.locator('a[href$="?raw"]');
  if ((await raw.count()) === 0) return [...faults, 'no link to ?raw'];
  const document = await page.goto(await raw.first().evaluate((link) => link.href));
  const type = document.headers()['content-type'];
  if (!/^application\/atom\+xml/.test(type)) faults.push(`?raw is ${type}`);
  return faults;
}

// From a document without a policy of its own, as other software's pages do.
async function addressByFetch(page, base) {
  await page.goto(`${base}/robots.txt`);
  const seen = await page.evaluate(async () => {
    const answer = await fetch('/sections/tools.atom');
    return { type: answer.headers.get('content-type'), body: await answer.text() };
  });
  return /^application\/atom\+xml/.test(seen.type) && seen.body.includes('<entry>') ? [] : [`got ${seen.type}`];
}

async function discovery(page, base) {
  const faults = [];
  for (const path of ['/', '/feeds', '/sections/tools', '/views/editorial', '/search?q=tools', '/status']) {
    const answer = await page.goto(base + path);
    if (answer.status() !== 200) continue; // that there is such a page is another check
    const links = await page.evaluate(() =>
      [...document.querySelectorAll('link[rel~=alternate]')]
        .filter((link) => /atom|rss|feed\+json/.test(link.type))
        .map((link) => ({ address: link.href, written: link.getAttribute('href'), title: link.title })),
    );
    if (links.length < 1 || links.length > 4) faults.push(`${path} has ${links.length} links`);
    // Some programs take the first one alone, so it is the page's own.
    const own = /^\/(sections|views|search)/.test(path) ? path.split('?')[0] : '/feed';
    if (links.length && pathOf(links[0].address).split(/[.?]/)[0] !== own) faults.push(`${path} begins with ${links[0].address}`);
    if (links.length && own !== '/feed' && pathOf(links.at(-1).address) !== '/feed.atom') faults.push(`${path} ends with ${links.at(-1).address}`);
    if (new Set(links.map((link) => link.title)).size < links.length) faults.push(`${path} has two links of one title`);
    for (const { address, written, title } of links) {
      if (!title) faults.push(`${path}: ${written} has no title`);
      faults.push(...(await feedAt(address)));
    }
  }
  return faults;
}

async function searching(page, base, word) {
  await page.goto(`${base}/`);
  if ((await page.locator('form[role=search], search form').count()) === 0) await page.goto(`${base}/search`);
  const form = page.locator('form[role=search], search form').first();
  if ((await form.count()) === 0) return ['there is no search form'];
  const field = form.locator('input[type=search], input[name=q]').first();
  await field.fill(word);
  await field.press('Enter');
  await page.waitForURL(/\/search\?/, { timeout: 5000 });
  const faults = [];
  if (new URL(page.url()).searchParams.get('q') !== word) faults.push(`led to ${page.url()}`);
  const main = page.locator('main');
  if ((await main.locator('a[href*="/issues/"]').count()) === 0) faults.push(`nothing found for ${word}`);
  const feed = await page.evaluate(() => [...document.querySelectorAll('main a[href*="/search.atom?"]')].map((link) => link.href)[0]);
  if (!feed) return [...faults, 'no link to the result as a feed'];
  faults.push(...(await feedAt(feed)));
  const text = await (await fetch(feed)).text();
  const foreign = text.split('<entry>').slice(1).filter((entry) => !entry.toLowerCase().includes(word.toLowerCase()));
  if (foreign.length) faults.push(`${foreign.length} entries without ${word}`);
  return faults;
}

async function queries(page, base, word) {
  const faults = [];
  const ask = async (query) => {
    const answer = await page.goto(`${base}/search?q=${encodeURIComponent(query)}`);
    if (answer.status() !== 200) faults.push(`${query}: ${answer.status()}`);
    return page.locator('main a[href*="/issues/"]').count();
  };
  for (const query of ['host:github.com', 'section:tools', `section:tools ${word}`]) {
    if ((await ask(query)) === 0) faults.push(`${query}: nothing found`);
  }
  for (const query of ['"', '(', 'AND', 'host:', 'a*b*', ':', '-', '\\', '<script>alert(1)</script>', 'x'.repeat(500)]) await ask(query);
  return faults;
}

async function openSearch(page, base) {
  await page.goto(`${base}/`);
  const address = await page.evaluate(
    () => document.querySelector('link[rel=search][type="application/opensearchdescription+xml"]')?.href,
  );
  if (!address) return ['home names no description'];
  const answer = await fetch(address);
  const text = await answer.text();
  return answer.ok && text.includes('OpenSearchDescription') && text.includes('{searchTerms}') ? [] : [`${address}: ${answer.status}`];
}

// Marks how everything looks before anything has the focus.
const LOOKS = () => {
  const look = (element) => {
    const style = getComputedStyle(element);
    return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow].join(' ');
  };
  window.lookOf = look;
  window.before = new Map([...document.querySelectorAll('*')].map((element) => [element, look(element)]));
};

// What has the focus: its words, where it leads, and whether one can see that.
const FOCUSED = () => {
  const element = document.activeElement;
  if (!element || element === document.body) return undefined;
  const box = element.getBoundingClientRect();
  const isDrawn = !/^none/.test(getComputedStyle(element).outlineStyle) || getComputedStyle(element).boxShadow !== 'none';
  return {
    name: `${element.tagName.toLowerCase()} ${(element.innerText || element.getAttribute('aria-label') || element.name || '').trim().slice(0, 40)}`,
    path: element.href ? new URL(element.href).pathname + new URL(element.href).hash : '',
    copies: element.dataset.copy ?? '',
    isField: element.matches('input[type=search], input[name=q]'),
    isSeen: isDrawn && window.lookOf(element) !== window.before.get(element) && box.width > 0 && box.height > 0,
    isInView: box.bottom > 0 && box.top < innerHeight,
  };
};

async function tabThrough(page) {
  await page.evaluate(LOOKS);
  const reached = [];
  for (let i = 0; i < MOST_TABS; i++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(FOCUSED);
    if (!focused) break;
    reached.push(focused);
  }
  return reached;
}

function unseen(reached) {
  return [
    ...reached.filter((own) => !own.isSeen).map((own) => `${own.name}: the focus cannot be seen`),
    ...reached.filter((own) => !own.isInView).map((own) => `${own.name}: out of view`),
  ];
}

async function keyboard(page, base) {
  const newest = pathOf((await (await fetch(`${base}/feed.json`)).json()).items[0].url);
  await page.goto(`${base}/`);
  await settled(page);
  const home = await tabThrough(page);
  const faults = unseen(home);
  const reaches = (what, isIt) => home.some(isIt) || faults.push(`home: Tab does not reach ${what}`);
  reaches('the newest issue', (own) => own.path.startsWith(newest));
  reaches('a section', (own) => own.path === '/sections/tools');
  reaches('the feeds', (own) => own.path.startsWith('/feeds'));
  reaches('the search', (own) => own.isField || own.path === '/search');
  const first = home.findIndex((own) => own.path.startsWith(newest));
  if (first > 25) faults.push(`home: the newest issue comes ${first}th`);

  await page.goto(`${base}/sections/tools`);
  await page.evaluate(LOOKS);
  for (let i = 0; i < MOST_TABS; i++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(FOCUSED);
    if (!focused) return [...faults, 'section: Tab reaches no button that copies'];
    if (focused.copies) {
      const text = await copied(page, () => page.keyboard.press('Enter'));
      return text === focused.copies ? faults : [...faults, `Enter copied ${text}`];
    }
  }
  return [...faults, `section: nothing to copy within ${MOST_TABS} Tabs`];
}

async function keyboardOnFeeds(page, base) {
  await page.goto(`${base}/feeds`);
  const form = builder(page);
  if ((await form.count()) === 0) return ['there is no builder'];
  await page.evaluate(LOOKS);
  const box = form.getByRole('checkbox').first();
  for (let i = 0; i < MOST_TABS; i++) {
    await page.keyboard.press('Tab');
    if (await box.evaluate((own) => own === document.activeElement)) break;
  }
  const was = await box.isChecked();
  await page.keyboard.press('Space');
  return (await box.isChecked()) !== was ? [] : ['Space does not tick a section'];
}

// Items have permalinks that show themselves to those who come by.
async function permalinks(page, base) {
  const issue = (await (await fetch(`${base}/feed.json`)).json()).items[0].url;
  await page.goto(issue);
  return page.evaluate(() => {
    const here = [...document.querySelectorAll('main a[href*="#"]')].filter((link) => link.hash && link.pathname === location.pathname);
    const target = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const dead = here.filter((link) => !target(link)).map((link) => `${link.hash} leads nowhere`);
    // An outline leads to items, too: a permalink stands in or beside its item.
    const own = here.filter((link) => target(link)?.contains(link) || target(link)?.nextElementSibling?.contains(link) || target(link)?.parentElement === link.parentElement);
    if (own.length < 3) return [...dead, `the issue has ${own.length} permalinks to its items`];
    own[0].focus();
    const { opacity, visibility } = getComputedStyle(own[0]);
    const box = own[0].getBoundingClientRect();
    const isShown = Number(opacity) > 0 && visibility === 'visible' && box.width > 0 && box.height > 0;
    return isShown ? dead : [...dead, 'a permalink with the focus is not shown'];
  });
}

async function paper(page, base) {
  const faults = [];
  const issue = pathOf((await (await fetch(`${base}/feed.json`)).json()).items[0].url);
  for (const path of ['/', issue, '/sections/tools', '/feeds']) {
    await page.goto(base + path);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('nav, form, button, [role=search]')]
        .filter((element) => element.getClientRects().length > 0)
        .map((element) => `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? element.className}`),
    );
    if (shown.length) faults.push(`${path} prints ${[...new Set(shown)].slice(0, 3).join(', ')}`);
    const light = await page.evaluate(() => {
      const [r, g, b, a = 1] = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g).map(Number);
      return a === 0 || r + g + b > 700;
    });
    if (!light) faults.push(`${path} prints on a dark ground`);
    const words = await page.evaluate(() => document.querySelector('main').innerText.trim().length);
    if (words < 50) faults.push(`${path} prints ${words} characters`);
    const pdf = await page.pdf({ format: 'A4' });
    if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-')) || pdf.length < 2000) faults.push(`${path}: no PDF`);
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  }
  return faults;
}

// What machines look for beside pages: all that it names must be there.
async function filesForMachines(page, base) {
  const faults = [];
  const sitemap = await (await fetch(`${base}/sitemap.xml`)).text();
  const pages = [...sitemap.matchAll(/<loc>([^<]*)/g)].map(([, address]) => address);
  const guide = await (await fetch(`${base}/llms.txt`)).text();
  const links = [...guide.matchAll(/\]\(([^)]*)\)/g)].map(([, address]) => address);
  if (pages.length < 10 || links.length < 10) faults.push(`${pages.length} pages and ${links.length} links`);
  const named = [...pages, ...links];
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (named.length) {
        const address = named.pop();
        const answer = await fetch(address, { method: 'HEAD' });
        if (answer.status !== 200 || answer.redirected) faults.push(`${address}: ${answer.status}`);
      }
    }),
  );
  const robots = await (await fetch(`${base}/robots.txt`)).text();
  if (!robots.includes(`Sitemap: ${base}/sitemap.xml`)) faults.push('robots.txt does not name the sitemap');
  await page.goto(`${base}/`);
  const icons = await page.evaluate(() => [...document.querySelectorAll('link[rel~=icon]')].map((link) => link.href));
  if (icons.length === 0) faults.push('home names no icon');
  for (const icon of [...icons, `${base}/favicon.ico`]) {
    const width = await page.evaluate(async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode().catch(() => {});
      return image.naturalWidth;
    }, icon);
    if (width === 0) faults.push(`${icon} is no picture`);
  }
  return faults;
}

// Everything above, each in a fresh page.
async function read(browser, results, { name, base }, word) {
  const scripted = await browser.newContext({ viewport: WIDE });
  await scripted.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: base });
  const plain = await browser.newContext({ viewport: WIDE, javaScriptEnabled: false });
  const checks = [
    ['subscribe: from home to a copied address', scripted, subscribe],
    ['builder with script', scripted, buildWithScript],
    ['builder leaves a section out', scripted, leaveOut],
    ['builder without script', plain, buildWithoutScript],
    ['pages without script', plain, withoutScript],
    ['a feed address opened in a browser', scripted, addressByNavigation],
    ['a feed address fetched by a script', scripted, addressByFetch],
    ['autodiscovery: one to four feeds, that of the page first', scripted, discovery],
    ['search, and its result as a feed', scripted, (page) => searching(page, base, word)],
    ['search: hosts, sections, malformed queries', scripted, (page) => queries(page, base, word)],
    ['search: OpenSearch', scripted, openSearch],
    ['keyboard: home and copying', scripted, keyboard],
    ['keyboard: builder', scripted, keyboardOnFeeds],
    ['permalinks of items', scripted, permalinks],
    ['print', scripted, paper],
    ['sitemap, robots, llms.txt, icons', scripted, filesForMachines],
  ];
  for (const [check, context, act] of checks) {
    const page = await context.newPage();
    page.setDefaultTimeout(8000);
    await results.check(name, check, '', () => act(page, base));
    await page.close();
  }
  await Promise.all([scripted.close(), plain.close()]);
}

module.exports = { read };
