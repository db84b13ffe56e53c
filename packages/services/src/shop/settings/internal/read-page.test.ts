import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPage } from './read-page.ts'

const shopPage = `<!doctype html><html lang="ko-KR"><head>
  <title>마루 도자기 | 손으로 빚은 그릇</title>
  <meta name="theme-color" content="#17594A"><meta property="og:site_name" content=" 마루 &amp; 흙 ">
  <link rel="shortcut icon" href="/favicon.ico"><link rel="icon" sizes="192x192" href="/icon-192.png">
  <link rel="apple-touch-icon" href="/touch.png"><link rel="stylesheet" href="/a.css">
  <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},
    {"@type":["Organization"],"name":"Maru Ceramics","logo":{"@type":"ImageObject","url":"/logo.png"}}]}</script>
  </head><body><svg><title>cart</title></svg></body></html>`

test('a shop’s page tells its name, language, colour and logo, the best first', () => {
  expect(readPage(shopPage)).toEqual({
    language: 'ko-KR',
    names: ['마루 & 흙', 'Maru Ceramics', '마루 도자기'],
    colors: ['#17594A'],
    logos: ['/logo.png', '/touch.png', '/icon-192.png', '/favicon.ico'],
  })
})

test.each([
  ['nothing', ''],
  ['JSON that is none', '<script type="application/ld+json">{"@type":"Organization","name":</script>'],
  [
    'JSON of odd shapes',
    '<script type="application/ld+json">[null,3,"x",{"@type":null},{"@type":"Brand","name":{},"logo":[]}]</script>',
  ],
  ['tags that never end', '<html><head><title'],
])('a page with %s tells nothing and breaks nothing', (_name, html) => {
  expect(readPage(html)).toEqual({ language: null, names: [], colors: [], logos: [] })
})

test('no text breaks the reading', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readPage(`<html lang="en">${text}`)))
})
