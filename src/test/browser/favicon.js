// Draws favicon.ico from favicon.svg: run it after changing the mark (`src/test/browser/run favicon`).
'use strict';
const fs = require('fs');
const { chromium } = require('playwright-core');
const { CHROMIUM } = require('./harness');

const MARK = 'src/main/resources/org/offprint/page/favicon';
const WIDTHS = [16, 32, 48];

// An icon is a list of pictures: 6 bytes, then 16 for each picture, then the pictures.
function icon(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  pictures.forEach(({ width, png }, i) => {
    const at = 6 + 16 * i;
    head.writeUInt8(width, at);
    head.writeUInt8(width, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

async function main() {
  const browser = await chromium.launch(CHROMIUM);
  const svg = fs.readFileSync(`${MARK}.svg`, 'utf8').replace(/<title>.*<\/title>/, '');
  const pictures = [];
  for (const width of WIDTHS) {
    const page = await browser.newPage({ viewport: { width, height: width } });
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
    pictures.push({ width, png: await page.screenshot({ omitBackground: true }) });
    await page.close();
  }
  await browser.close();
  fs.writeFileSync(`${MARK}.ico`, icon(pictures));
}

main();
