// Temporary folders, processes and servers of one run; whatever way the run ends, none of them is left behind.
'use strict';
const { spawn } = require('child_process');
const fs = require('fs');
const http = require('http');
const os = require('os');
const path = require('path');

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'offprint-clients-'));
const running = new Set();

function folder(name) {
  const made = path.join(work, name);
  fs.mkdirSync(made, { recursive: true });
  return made;
}

// Each process leads a group of its own, so that what it starts ends with it.
function start(command, options = {}) {
  const child = spawn(command[0], command.slice(1), { detached: true, ...options });
  running.add(child);
  child.on('exit', () => running.delete(child));
  return child;
}

function kill(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (gone) {
    // It ended by itself.
  }
}

process.on('exit', () => {
  running.forEach((child) => kill(child, 'SIGKILL'));
  fs.rmSync(work, { recursive: true, force: true });
});
['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((signal) => process.on(signal, () => process.exit(130)));

// Runs a program to its end: `input` goes in as JSON, what it prints comes back.
function run(command, input, { seconds = 120, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = start(command, options);
    const out = [];
    const err = [];
    const late = setTimeout(() => kill(child, 'SIGKILL'), seconds * 1000);
    child.stdout.on('data', (bytes) => out.push(bytes));
    child.stderr.on('data', (bytes) => err.push(bytes));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(late);
      const said = Buffer.concat(err).toString().trim().split('\n').slice(-6).join('\n');
      if (code === 0) resolve(Buffer.concat(out).toString());
      else reject(new Error(`${command.join(' ')} ended with ${code ?? signal}: ${said}`));
    });
    child.stdin.on('error', () => {}); // it ended without reading; its exit code tells
    child.stdin.end(input === undefined ? '' : JSON.stringify(input));
  });
}

// Asks again and again until the answer is neither undefined nor false.
async function until(what, seconds, ask) {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`${what}: not within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

// Both cores have something to do, and no more.
async function twoAtATime(things, work) {
  const waiting = [...things];
  const worker = async () => {
    while (waiting.length) await work(waiting.shift());
  };
  await Promise.all([worker(), worker()]);
}

function listen(server, port = 0) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server.address().port));
  });
}

function close(server) {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
}

// Stands between readers and server, and keeps what it saw: {client, path, status}, client being the user agent's name.
async function countingProxy() {
  let seen = [];
  let upstream;
  const agent = new http.Agent({ keepAlive: true });
  const server = http.createServer((request, response) => {
    const client = (request.headers['user-agent'] ?? '').split('/')[0];
    const note = (status) => seen.push({ client, path: request.url, status });
    const { method, headers, url } = request;
    const onward = http.request({ agent, port: upstream, host: '127.0.0.1', path: url, method, headers }, (answer) => {
      note(answer.statusCode);
      response.writeHead(answer.statusCode, answer.rawHeaders);
      answer.pipe(response);
    });
    onward.on('error', () => {
      note(502);
      if (!response.headersSent) response.writeHead(502);
      response.end();
    });
    request.pipe(onward);
  });
  const port = await listen(server);
  return {
    base: `http://127.0.0.1:${port}`,
    leadTo: (uri) => (upstream = new URL(uri).port),
    take: () => seen.splice(0),
    close: () => close(server),
  };
}

// The packaged jar on a folder. `port` 0 is a free one.
async function offprint(issues, baseUrl, port = 0) {
  const log = path.join(folder('logs'), path.basename(issues));
  const file = fs.openSync(log, 'w');
  const command = ['java', '-jar', 'target/offprint.jar', 'serve', issues];
  const child = start([...command, '--host', '127.0.0.1', '--port', String(port), '--base-url', baseUrl], {
    stdio: ['ignore', file, file],
  });
  const said = () => fs.readFileSync(log, 'utf8');
  const uri = await until(`the server on ${issues}`, 60, () => {
    if (child.exitCode !== null) throw new Error(`the server did not start on ${issues}: ${said()}`);
    return said().match(/^Listening on (\S+)/m)?.[1];
  });
  return {
    uri,
    // The line that it greets with: how many issues it has read.
    issues: Number(said().match(/: (\d+) issues/)[1]),
    stop: () =>
      new Promise((resolve) => {
        child.on('exit', resolve);
        kill(child, 'SIGTERM');
      }),
  };
}

// A folder as plain files, as any web server delivers what a generator has built.
async function staticServer(root, port = 0) {
  const types = { '.xml': 'application/xml', '.html': 'text/html' };
  const server = http.createServer((request, response) => {
    const asked = path.join(root, path.normalize(new URL(request.url, 'http://here').pathname));
    const file = [asked, `${asked}.html`].find((name) => fs.existsSync(name) && fs.statSync(name).isFile());
    response.writeHead(file ? 200 : 404, { 'Content-Type': types[path.extname(file ?? '')] ?? 'text/plain' });
    response.end(file ? fs.readFileSync(file) : '');
  });
  return { port: await listen(server, port), close: () => close(server) };
}

module.exports = { folder, run, until, twoAtATime, countingProxy, offprint, staticServer };
