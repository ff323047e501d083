// Asks a running Prometheus every query of the dashboard, while readers of all kinds ask the Offprint that it scrapes.
// Usage: node answers.mjs QUERIES PROMETHEUS OFFPRINT ISSUES_FOLDER OUT_FOLDER. Prints a line per panel; exits 1 if a query is
// refused, or answered by nothing or by no number. Writes the answers to OUT_FOLDER as text and as a page.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const [queriesFile, prometheus, offprint, issues, out] = process.argv.slice(2);
const ROUNDS = 6;

let clients = 0;

/** Another client each time: who fetches all of a feed a second time is refused. */
function another() {
  return `198.51.100.${++clients}`;
}

/** Asks Offprint for a client; gives status and headers. */
function ask(place, headers = {}, client = another()) {
  return new Promise((resolve, reject) => {
    const options = { headers: { "X-Forwarded-For": client, ...headers }, agent: false, timeout: 10_000 };
    http.get(offprint + place, options, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer));
    }).on("error", reject);
  });
}

async function publish(round) {
  const before = (await ask("/feed.rss")).headers.etag;
  const unfinished = path.join(issues, ".unfinished");
  fs.writeFileSync(
    unfinished,
    `---\ntitle: Round ${round}\ndate: 2025-12-0${round + 1}T10:00:00Z\n---\n\n# Tools\n\n[A tool](https://example.org/${round})\n`);
  fs.renameSync(unfinished, path.join(issues, `2025-12-0${round + 1}-round-${round}.md`));
  for (let attempt = 0; attempt < 200; attempt++) {
    const news = await ask("/feed.rss", { "If-None-Match": before }, "192.0.2.1");
    if (news.statusCode !== 304) {
      return;
    }
    await pause(20);
  }
  throw new Error(`issue ${round} did not come out`);
}

/** A change, and readers who get it in every way there is. */
async function readers(round) {
  await publish(round);
  for (const coding of ["gzip", "br"]) {
    await ask("/feed.atom", { "Accept-Encoding": coding });
    await ask("/sections/tools/items.rss", { "Accept-Encoding": coding, "User-Agent": "Feedbin feed-id:1 - 12 subscribers" });
  }
  const client = another();
  const feed = await ask("/feed.json", {}, client);
  await ask("/feed.json", {}, client);
  await ask("/feed.json", { "If-None-Match": feed.headers.etag });
  for (const place of ["/", "/status", "/feeds.opml", "/nowhere"]) {
    await ask(place);
  }
}

/** A subscriber of the hub, which says yes to everything. */
async function subscribe() {
  const server = http.createServer((request, response) => {
    const asked = new URL(request.url, "http://here").searchParams;
    request.resume();
    response.end(asked.get("hub.challenge") ?? "");
  });
  await new Promise((resolve) => server.listen(8080, "127.0.0.31", resolve));
  const body = new URLSearchParams({
    "hub.mode": "subscribe",
    "hub.topic": "https://news.example.org/feed.atom",
    "hub.callback": "http://127.0.0.31:8080/",
  });
  const { status } = await fetch(`${offprint}/hub`, { method: "POST", body });
  if (status !== 202) {
    throw new Error(`the hub answered ${status}`);
  }
  return server;
}

/** Waits until the hub has sent something, to the subscriber and to the other hub of the settings. */
async function delivered() {
  for (let attempt = 0; attempt < 300; attempt++) {
    const metrics = await (await fetch(`${offprint}/metrics`)).text();
    if (['outcome="2xx",receiver="subscriber"', 'receiver="hub"'].every((label) => metrics.includes(label))) {
      return;
    }
    await pause(100);
  }
  throw new Error("the hub sent nothing");
}

async function answer({ query }) {
  const response = await fetch(`${prometheus}/api/v1/query?${new URLSearchParams({ query })}`);
  const { status, error, data } = await response.json();
  return { status, error, series: data?.result ?? [] };
}

function fault({ status, error, series }) {
  if (status !== "success") {
    return error;
  }
  if (series.length === 0) {
    return "no answer";
  }
  return series.some(({ value }) => !Number.isFinite(Number(value[1]))) ? "no number" : "";
}

function name(legend, labels) {
  return legend.replaceAll(/\{\{(\w+)\}\}/g, (_, label) => labels[label] ?? "") || "value";
}

function rounded(value) {
  const number = Number(value);
  return Number.isInteger(number) ? String(number) : number.toPrecision(3);
}

const subscriber = await subscribe();
for (let round = 1; round <= ROUNDS; round++) {
  await readers(round);
  await pause(1100);
}
await delivered();
await pause(6500); // the server looks at its hub every five seconds, and Prometheus at the server
subscriber.close();
subscriber.closeAllConnections();

let wrong = 0;
const rows = [];
for (const asked of JSON.parse(fs.readFileSync(queriesFile, "utf8"))) {
  const answered = await answer(asked);
  const what = `the panel "${asked.panel}"${asked.legend && ` (${asked.legend})`}`;
  const why = fault(answered);
  wrong += why ? 1 : 0;
  console.log(why ? `WRONG ${what}: ${why}: ${asked.query}` : `ok    ${what} has an answer`);
  for (const { metric, value } of answered.series) {
    rows.push([asked.panel, name(asked.legend, metric), rounded(value[1]), asked.query]);
  }
}

fs.mkdirSync(out, { recursive: true });
fs.writeFileSync(path.join(out, "answers.txt"), rows.map((row) => row.join("\t") + "\n").join(""));
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>\n`).join("");
fs.writeFileSync(path.join(out, "answers.html"), `<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>The dashboard, asked</title>
<style>body{font:14px sans-serif;margin:1em}td,th{padding:.2em .7em;text-align:left;border-bottom:1px solid #ccc;vertical-align:top}
td:nth-child(3){text-align:right;white-space:nowrap}td:nth-child(4){font:11px monospace;color:#555}</style>
<h1>The dashboard, asked</h1>
<p>What Prometheus answers to each query of deploy/grafana-dashboard.json while Offprint serves the sample issues.</p>
<table><tr><th>Panel</th><th>Series</th><th>Value</th><th>Query</th></tr>
${cells}</table></html>
`);
process.exit(wrong === 0 ? 0 : 1);
