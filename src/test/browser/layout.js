// Sizes and places on a page, measured: what a finger hits, and what stands where.
'use strict';
const PHONE = { width: 390, height: 844 };

// The least height of what can be clicked, with a mouse and on a phone; words within a sentence are as high as it is.
async function targets(page, least) {
  return page.evaluate((min) => {
    const isInSentence = (own) => {
      if (!own.matches('a')) return false;
      if (own.closest('.text')) return true;
      const around = own.closest('p, main > ul');
      if (!around) return false;
      const words = (text) => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
      const linked = [...around.querySelectorAll('a')].map((link) => link.textContent).join(' ');
      return words(around.textContent) - words(linked) > 2;
    };
    const faults = [];
    for (const own of document.querySelectorAll('a, button, summary, input, select')) {
      const box = (own.matches('[type=checkbox], [type=radio]') ? own.closest('label') : own).getClientRects()[0];
      const { visibility, opacity } = getComputedStyle(own);
      const isSeen = box && box.right > 0 && box.height > 1 && visibility === 'visible' && opacity !== '0';
      if (!isSeen || isInSentence(own) || own.closest('[aria-hidden]')) continue;
      const name = `${own.localName} "${(own.textContent || own.name || '').trim().slice(0, 30)}"`;
      if (box.height < min - 0.1) faults.push(`${name} is ${box.height.toFixed(1)} px high`);
      if (box.width < 24) faults.push(`${name} is ${box.width.toFixed(1)} px wide`);
    }
    return faults;
  }, least);
}

// On a phone, the letter begins on the first screen, and its contents are there when asked for; elsewhere they show.
async function letterComesFirst(page, base, issue) {
  const faults = [];
  const contents = () => page.locator('.contents a').first().isVisible();
  await page.setViewportSize(PHONE);
  await page.goto(base + issue);
  const bottom = await page.locator('.text > p').first().evaluate((first) => first.getBoundingClientRect().bottom);
  if (bottom > PHONE.height) faults.push(`the first paragraph ends at ${Math.round(bottom)} px`);
  if (await contents()) faults.push('the contents are open on a phone');
  await page.getByText('In this issue').filter({ visible: true }).click();
  if (!(await contents())) faults.push('a tap does not show the contents');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.reload();
  if (!(await contents())) faults.push('the contents are closed where there is room');
  return faults;
}

// Footnotes belong to the whole letter, though a sponsor's text comes last.
async function footnotesApart(page, base, issue) {
  await page.goto(base + issue);
  return page.evaluate(() => {
    const notes = document.querySelector('.text .footnotes');
    if (!notes) return ['there are no footnotes'];
    const faults = notes.closest('.sponsored') ? ['they stand in the text of a sponsor'] : [];
    if (parseFloat(getComputedStyle(notes).borderTopWidth) === 0) faults.push('no rule stands above them');
    return faults;
  });
}

async function cellsAligned(page, base, issue) {
  await page.goto(base + issue);
  return page.evaluate(() =>
    ['left', 'right', 'center'].flatMap((side) => {
      const cells = [...document.querySelectorAll(`.text td[align=${side}]`)];
      if (cells.length === 0) return [`no cell is to be ${side}`];
      return cells.every((cell) => getComputedStyle(cell).textAlign === side) ? [] : [`a cell is not ${side}`];
    }),
  );
}

// Issues without a number begin where the list begins.
async function noEmptyColumn(page, base) {
  const faults = [];
  for (const path of ['/', '/archive']) {
    for (const width of [PHONE.width, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(base + path);
      const indents = await page.evaluate(() =>
        [...document.querySelectorAll('.issues li')].map((line) => line.querySelector('a').getBoundingClientRect().x - line.getBoundingClientRect().x),
      );
      if (indents.length === 0) faults.push(`${path} lists no issues`);
      if (indents.some((indent) => indent > 1)) faults.push(`${path} at ${width} px: a title begins at ${Math.max(...indents)} px`);
    }
  }
  return faults;
}

// The words of each line in the head stand on it, and the last line ends where the text ends.
async function headAligned(page, base, issue) {
  const faults = [];
  for (const family of ['serif', 'sans-serif', 'monospace']) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(base + issue);
    const [lines, gap] = await page.evaluate((name) => {
      for (const rule of document.styleSheets[0].cssRules) {
        if (rule.selectorText === ':root') rule.style.setProperty('--text', name);
      }
      const baseline = (own) => {
        const mark = document.createElement('span');
        mark.style.cssText = 'display: inline-block; width: 0; height: 0';
        own.append(mark);
        const { bottom } = mark.getBoundingClientRect();
        mark.remove();
        return bottom;
      };
      const own = [...document.querySelectorAll('header .name a, header nav > a')].map(baseline);
      const field = document.querySelector('header input').getBoundingClientRect();
      return [own, Math.abs(field.right - document.querySelector('main').getBoundingClientRect().right)];
    }, family);
    // Many links take several lines.
    const apart = lines.sort((one, other) => one - other).map((line, at) => (at ? line - lines[at - 1] : 0));
    if (apart.some((step) => step > 1 && step < 15)) faults.push(`${family}: base lines at ${lines}`);
    if (gap > 1) faults.push(`${family}: the search ends ${gap} px beside the text`);
  }
  return faults;
}

// Before a choice the builder shows no place for an answer.
async function nothingEmpty(page, base) {
  await page.goto(`${base}/feeds`);
  const live = page.locator('.builder .url, .builder .say, .builder .preview');
  const before = await live.evaluateAll((all) => all.filter((own) => own.getClientRects().length > 0).length);
  const faults = before ? [`${before} empty places`] : [];
  await page.locator('.builder [name=section]').first().check();
  if (!(await page.locator('.builder .url').isVisible())) faults.push('a choice shows no address');
  return faults;
}

async function measure(browser, results, { name, base }) {
  const issue = new URL((await (await fetch(`${base}/feed.json`)).json()).items[0].url).pathname;
  const checks = [
    ['on a phone the letter begins on the first screen', letterComesFirst],
    ['footnotes stand behind a rule, and in no sponsored text', footnotesApart],
    ['cells of tables are aligned as their author wants', cellsAligned],
    ['issues without a number leave no empty column', noEmptyColumn],
    ['the head is aligned at any font', headAligned],
    ['the builder shows nothing empty', nothingEmpty],
  ];
  const page = await browser.newPage();
  page.setDefaultTimeout(8000);
  for (const [check, act] of checks) await results.check(name, check, '', () => act(page, base, issue));
  await page.close();
}

module.exports = { PHONE, measure, targets };
