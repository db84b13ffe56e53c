import { expect, test } from 'vitest'
import { listSearch, summariesUrls } from './api.ts'
import { blend, contrast, parseColor, readableAccent, type Rgb } from './contrast.ts'
import { starsPercent } from './format.ts'
import { countText, viewOf } from './view.ts'

const rgb = (text: string): Rgb => {
  const [red, green, blue] = parseColor(text) ?? []
  if (red === undefined || green === undefined || blue === undefined) throw new Error(`${text} is no colour`)
  return [red, green, blue]
}

test('stars are filled exactly: 4.76 is not drawn as 5', () => {
  expect(starsPercent(4.76)).toBe(95.2)
  expect(starsPercent(0)).toBe(0)
  expect(starsPercent(5)).toBe(100)
  expect(starsPercent(99)).toBe(100)
})

test('any accent is readable on any background', () => {
  for (const accent of ['#ffffff', '#000000', '#2f5d50', '#ffe600']) {
    for (const background of ['#ffffff', '#000000', '#808080', '#fff8e1']) {
      const behind = rgb(background)
      const readable = rgb(readableAccent(rgb(accent), behind, 3))
      expect(contrast(readable, behind), `${accent} on ${background}`).toBeGreaterThanOrEqual(3)
    }
  }
})

test('colours are read as browsers write them, see-through ones with how much', () => {
  expect(parseColor('rgba(10, 20, 30, 0.5)')).toEqual([10, 20, 30, 0.5])
  expect(parseColor('rgb(10 20 30 / 0.25)')).toEqual([10, 20, 30, 0.25])
  expect(parseColor('color(srgb 1 0.2 none / 0.5)')).toEqual([255, 51, 0, 0.5])
  expect(parseColor('color(srgb 1.2 -0.1 2e-1)')).toEqual([255, 0, 51, 1])
  expect(blend([255, 255, 255, 0.2], [0, 0, 0])).toEqual([51, 51, 51])
  for (const other of ['oklch(0.2 0 0)', 'color(display-p3 1 0 0)', 'red', '', 'rgb()', 'color(srgb 1 0)'])
    expect(parseColor(other), other).toBeNull()
})

test('a page of reviews is asked for by key, and only with the filter that is on', () => {
  expect(listSearch({ sort: 'lowest', rating: null, cursor: null, limit: 5 })).toBe('sort=lowest&limit=5')
  expect(listSearch({ sort: 'newest', rating: 2, cursor: 'a b', limit: 5 })).toBe(
    'sort=newest&limit=5&rating=2&cursor=a+b',
  )
})

test('many products are asked for at once, at one address for the same products in any order', () => {
  const shop = { origin: 'https://reviews.example', shop: 'a b' }
  const [url, ...none] = summariesUrls(shop, ['9', '10', '9', 'x,y'])
  expect([url, none]).toEqual(['https://reviews.example/storefront/v1/a%20b/summaries?products=10,9,x%2Cy', []])
  expect(summariesUrls(shop, ['x,y', '10', '9'])).toEqual([url])
  const many = Array.from({ length: 250 }, (_, index) => `${index}`)
  expect(summariesUrls(shop, many)).toHaveLength(3)
})

test('a reader gets texts of their language and numbers of their locale', () => {
  for (const [locale, language] of Object.entries({ ko: 'ko', 'ko-KR': 'ko', kok: 'en', 'en-US': 'en', fr: 'en' }))
    expect(viewOf(locale).words.language, locale).toBe(language)
  expect(countText(1, viewOf('en'))).toBe('1 review')
  expect(countText(1_200, viewOf('en'))).toBe('1,200 reviews')
  expect(countText(1_200, viewOf('de'))).toBe('1.200 reviews')
  expect(countText(1, viewOf('ko'))).toBe('리뷰 1개')
})
