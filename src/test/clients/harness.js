// The servers of one run.
'use strict';
const fs = require('fs');
const http = require('http');
const path = require('path');
const { folder, start, kill, until } = require('../node/processes');

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

// The packaged jar on a folder. `port` 0 is a free one; `more` are flags.
async function offprint(issues, baseUrl, port = 0, more = []) {
  const log = path.join(folder('logs'), path.basename(issues));
  const file = fs.openSync(log, 'w');
  const command = ['java', '-jar', 'target/offprint.jar', 'serve', issues, '--metrics-port', 'off'];
  const child = start([...command, '--host', '127.0.0.1', '--port', String(port), '--base-url', baseUrl, ...more], {
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

module.exports = { countingProxy, offprint, staticServer };
