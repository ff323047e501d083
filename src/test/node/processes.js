// Temporary folders and processes of one run; whatever way the run ends, none of them is left behind.
'use strict';
const { spawn } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'offprint-check-'));
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
async function twoAtATime(things, act) {
  const waiting = [...things];
  const worker = async () => {
    while (waiting.length) await act(waiting.shift());
  };
  await Promise.all([worker(), worker()]);
}

module.exports = { folder, start, kill, run, until, twoAtATime };
