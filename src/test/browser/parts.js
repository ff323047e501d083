// A page that comes in parts, as over a slow network: what is there stays where it is.
'use strict';

// Cuts the page after each of its lines. Returns what stands elsewhere than in the whole page.
function moved(page, html) {
  return page.evaluate((whole) => {
    const places = () =>
      [...document.body.querySelectorAll('*')].map((element) => ({
        name: element.localName,
        // Nobody sees an empty box; a table in an issue's text takes its columns from all its rows.
        text: element.closest('.text table') ? '' : element.matches('img, input') ? element.localName : element.textContent.replace(/\s+/g, ' ').trim().slice(0, 30),
        place: element.getBoundingClientRect(),
      }));
    const show = (text) => {
      document.body.replaceWith(new DOMParser().parseFromString(text, 'text/html').body);
      return places();
    };
    const isMoved = (part, full) => Math.hypot(part.x - full.x, part.y - full.y) > 0.01;
    const last = show(whole);
    const faults = new Map();
    let end = whole.indexOf('<body');
    while ((end = whole.indexOf('\n', end) + 1) > 0) {
      show(whole.slice(0, end)).forEach(({ name, text, place }, index) => {
        const { name: same, place: full } = last[index];
        if (!text || name !== same || !isMoved(place, full)) return;
        const [x, y] = [full.x - place.x, full.y - place.y].map(Math.round);
        faults.set(index, `${name} "${text}" by ${x}, ${y} px`);
      });
    }
    show(whole);
    return [...faults.values()];
  }, html);
}

module.exports = { moved };
