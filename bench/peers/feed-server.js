// A dynamic peer: serves entries as an Atom feed written by npm's `feed`.
//   node feed-server.js fresh|cached ENTRIES.json PORT
// fresh writes, packs and tags the feed at every request, from entries in memory; cached does so once.
'use strict'
const { createHash } = require('node:crypto')
const { readFileSync } = require('node:fs')
const { createServer } = require('node:http')
const { gzipSync } = require('node:zlib')
const { Feed } = require('feed')

const [mode, file, port] = process.argv.slice(2)
const source = JSON.parse(readFileSync(file, 'utf8'))

function write() {
  const feed = new Feed({ title: source.title, id: source.home_page_url, link: source.home_page_url, copyright: '' })
  for (const item of source.items) {
    feed.addItem({
      title: item.title,
      id: item.id,
      link: item.url,
      date: new Date(item.date_published),
      published: new Date(item.date_published),
      description: item.summary,
      content: item.content_html
    })
  }
  return Buffer.from(feed.atom1())
}

function represent() {
  const plain = write()
  const tag = createHash('sha1').update(plain).digest('base64')
  return { plain, tag: `W/"${tag}"` }
}

const kept = represent()
kept.gzip = gzipSync(kept.plain)

createServer((request, response) => {
  const form = mode === 'cached' ? kept : represent()
  response.setHeader('Content-Type', 'application/atom+xml; charset=utf-8')
  response.setHeader('ETag', form.tag)
  response.setHeader('Vary', 'Accept-Encoding')
  if (request.headers['if-none-match'] === form.tag) {
    response.writeHead(304).end()
    return
  }
  let body = form.plain
  if (/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
    response.setHeader('Content-Encoding', 'gzip')
    body = form.gzip ?? gzipSync(form.plain)
  }
  response.writeHead(200, { 'Content-Length': body.length }).end(body)
}).listen(Number(port), '127.0.0.1')
