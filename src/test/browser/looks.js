// Takes pictures of every kind of page to compare by eye: four widths, light and dark, two fonts. See README.md.
'use strict';
const fs = require('fs');
const path = require('path');
const { chromium } = require('playwright-core');
const { twoAtATime } = require('../node/processes');
const { CHROMIUM, offprint } = require('./harness');
const { kinds, settled } = require('./pages');

const OUT = path.join('target/looks', process.env.NAME ?? 'after');
const WIDTHS = [320, 390, 768, 1280];
const MOST_HEIGHT = 2200;
// What readers have who have the first font of the stylesheet (Charis is a Charter), and who have none of them.
const FONTS = { charter: '"Charis SIL", Charis, Charter', fallback: 'serif' };

async function take(browser, { name, base }, { kind, path: address }) {
  for (const [font, family] of Object.entries(FONTS)) {
    const context = await browser.newContext();
    await context.route(/\.css$/, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace(/--text:[^;]*/, `--text: ${family}`);
      await route.fulfill({ response: answer, body });
    });
    const page = await context.newPage();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(base + address);
      await settled(page);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      const clip = { x: 0, y: 0, width, height: Math.min(height, MOST_HEIGHT) };
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: path.join(OUT, `${name}-${kind}-${width}-${colorScheme}-${font}.png`), fullPage: true, clip });
      }
    }
    await context.close();
  }
}

async function main() {
  fs.mkdirSync(OUT, { recursive: true });
  const browser = await chromium.launch(CHROMIUM);
  for (const [name, issues, word] of [['sample', 'issues', 'caddy'], ['plain', 'src/test/browser/plain', 'lamp']]) {
    const newsletter = await offprint(name, issues);
    const { pages } = await kinds(newsletter.base, word);
    const wanted = pages.filter(({ kind }) => !process.env.KINDS || process.env.KINDS.split(',').includes(kind));
    await twoAtATime(wanted.map((page) => () => take(browser, newsletter, page)), (act) => act());
    newsletter.stop();
  }
  await browser.close();
  console.log(`pictures: ${OUT}`);
}

main().catch((fault) => {
  console.error(fault);
  process.exit(1);
});
