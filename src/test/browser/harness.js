// The browser, the servers and the list of results of one run.
'use strict';
const fs = require('fs');
const net = require('net');
const path = require('path');
const { folder, start, kill, until } = require('../node/processes');

const CHROMIUM = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
const OUT = 'target/browser';

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

// The packaged jar on a folder, under the very address that its feeds name: what is copied must work.
// Its status page is for everybody, or on a port of its own.
async function offprint(name, issues, isPrivate = false) {
  const port = await freePort();
  const operator = isPrivate ? await freePort() : port;
  const base = `http://127.0.0.1:${port}`;
  const log = path.join(folder('logs'), name);
  const file = fs.openSync(log, 'w');
  const flags = ['--host', '127.0.0.1', '--port', String(port), '--base-url', `${base}/`];
  flags.push(...(isPrivate ? ['--metrics-port', String(operator)] : ['--status', 'public']));
  const child = start(['java', '-jar', process.env.JAR, 'serve', issues, ...flags], {
    stdio: ['ignore', file, file],
  });
  await until(`the server on ${issues}`, 60, async () => {
    if (child.exitCode !== null) throw new Error(`no server on ${issues}: ${fs.readFileSync(log, 'utf8')}`);
    // The last that is ready after a start.
    return fetch(`${base}/search?q=word`).then((answer) => answer.ok, () => false);
  });
  return { name, base, operator: `http://127.0.0.1:${operator}`, stop: () => kill(child, 'SIGTERM') };
}

// The real issues with their vocabulary, which stands with the tests.
function corpus(issues) {
  const copy = folder('corpus');
  fs.cpSync(path.join(issues, 'devops-weekly'), copy, { recursive: true });
  fs.copyFileSync('src/test/resources/corpus/offprint.yaml', path.join(copy, 'offprint.yaml'));
  return copy;
}

// A newsletter in another language.
function translated(issues, language) {
  const copy = folder(`in-${language}`);
  fs.cpSync(issues, copy, { recursive: true });
  const settings = path.join(copy, 'offprint.yaml');
  fs.writeFileSync(settings, fs.readFileSync(settings, 'utf8').replace(/^language: .*/m, `language: ${language}`));
  return copy;
}

// What was found. A check of many pages is one line, and one more for each page that fails it.
class Results {
  #checks = new Map();

  add(newsletter, check, where, faults) {
    const key = `${newsletter}: ${check}`;
    const entry = this.#checks.get(key) ?? { passed: [], failed: [] };
    this.#checks.set(key, entry);
    const said = [faults].flat().filter(Boolean);
    if (said.length) entry.failed.push({ where, said });
    else entry.passed.push(where);
  }

  // Runs a check; whatever it throws or returns is its faults.
  async check(newsletter, check, where, act) {
    let faults;
    try {
      faults = await act();
    } catch (fault) {
      faults = [fault.message.split('\n')[0]];
    }
    this.add(newsletter, check, where, faults);
  }

  // What is wrong comes last: of a long log the end is read.
  print() {
    const wrong = [];
    for (const [check, { passed, failed }] of this.#checks) {
      const places = [...new Set(passed)].filter(Boolean);
      if (failed.length === 0) console.log(`ok    ${check}${places.length ? ` (${places.join(', ')})` : ''}`);
      for (const { where, said } of failed) {
        const more = said.length > 3 ? ` … ${said.length - 3} more` : '';
        wrong.push(`WRONG ${check}${where ? ` (${where})` : ''}: ${said.slice(0, 3).join(' | ')}${more}`);
      }
    }
    wrong.forEach((line) => console.log(line));
    console.log(`${this.#checks.size} checks, ${wrong.length} wrong`);
    return wrong.length;
  }
}

module.exports = { CHROMIUM, OUT, Results, corpus, offprint, translated };
