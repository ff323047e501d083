// A page that comes in parts, as over a slow network: what is there stays where it is.
'use strict';

// A page is cut after so many of its first and last lines, and after about as many in between.
const MOST = 16;

// Cuts the page after some of its lines. Returns what stands elsewhere than in the whole page.
function moved(page, html) {
  return page.evaluate(([whole, most]) => {
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
    const body = whole.indexOf('<body');
    const ends = [...whole.matchAll(/\n/g)].map(({ index }) => index + 1).filter((end) => end > body);
    const step = Math.ceil(ends.length / most);
    const isCut = (line) => line < most || line >= ends.length - most || line % step === 0;
    for (const end of ends.filter((_, line) => isCut(line))) {
      show(whole.slice(0, end)).forEach(({ name, text, place }, index) => {
        const { name: same, place: full } = last[index];
        if (!text || name !== same || !isMoved(place, full)) return;
        const [x, y] = [full.x - place.x, full.y - place.y].map(Math.round);
        faults.set(index, `${name} "${text}" by ${x}, ${y} px`);
      });
    }
    show(whole);
    return [...faults.values()];
  }, [html, MOST]);
}

module.exports = { moved };
