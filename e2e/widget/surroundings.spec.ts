import type { Page } from '@playwright/test'
import type { Demo } from '../fixtures/demo.ts'
import { embedOf, expect, scriptOf, test } from '../fixtures/embed.ts'

const heading = { en: 'Customer reviews', ko: '구매 리뷰' } as const

/** Both elements with further attributes. */
const bothOf = (demo: Demo, attributes = ''): string =>
  `<afterword-stars ${embedOf(demo)} ${attributes}></afterword-stars>
   <afterword-reviews ${embedOf(demo)} ${attributes}></afterword-reviews>`

test.describe('the language', () => {
  for (const [title, body, language] of [
    ['en_US is English', 'lang="ko" locale="en_US"', 'en'],
    ['ko_KR.UTF-8 is Korean', 'locale="ko_KR.UTF-8"', 'ko'],
    ['an empty one is left to the page', 'lang="ko" locale=""', 'ko'],
    ['C is left to the page', 'lang="ko-KR" locale="C"', 'ko'],
    ['nonsense is left to the page', 'lang="ko" locale="<b>"', 'ko'],
    ['kok is no Korean', 'locale="kok"', 'en'],
    ['nonsense everywhere is left to the shop', 'lang="C" locale="english"', 'en'],
  ] as const) {
    test(`of an attribute is read with care: ${title}`, async ({ page, site, demo }) => {
      const attributes = body.replace(/lang="[^"]*"/, '')
      const lang = /lang="[^"]*"/.exec(body)?.[0] ?? ''
      await page.goto(site.show(`<html ${lang}><body>${scriptOf(demo)}${bothOf(demo, attributes)}`))
      await expect(page.getByRole('heading', { name: heading[language] })).toBeVisible()
      await expect(page.locator('afterword-stars').getByRole('img')).toHaveAccessibleName(
        language === 'ko' ? /별점/ : /out of 5 stars/,
      )
    })
  }

  test('without an attribute is the nearest of the page, also from within another element’s shadow', async ({
    page,
    site,
    demo,
  }) => {
    const tree = `<div lang="ko"><theme-part><template shadowrootmode="open"><div lang="">${bothOf(demo)}</div></template></theme-part></div>`
    await page.goto(site.show(`<html lang="en"><body>${scriptOf(demo)}${tree}`))
    await expect(page.getByRole('heading', { name: heading.ko })).toBeVisible()
  })

  test('follows the attribute, and asks for nothing again', async ({ page, site, demo }) => {
    await page.goto(site.show(`<html lang="en"><body>${scriptOf(demo)}${bothOf(demo)}`))
    await page.getByRole('heading', { name: heading.en }).waitFor()
    let calls = 0
    page.on('request', () => (calls += 1))
    await page.locator('afterword-reviews').evaluate((embed) => embed.setAttribute('locale', 'ko'))
    await expect(page.getByRole('heading', { name: heading.ko })).toBeVisible()
    expect(calls).toBe(0)
  })
})

/** The colour of the first filled star, against what is seen behind it. */
const contrastOf = async (page: Page): Promise<number> =>
  await page
    .locator('afterword-reviews .on')
    .first()
    .evaluate((star) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
      const context = canvas.getContext('2d', { willReadFrequently: true })
      if (context === null) throw new Error('no canvas')
      const paint = (color: string) => {
        context.fillStyle = color
        context.fillRect(0, 0, 1, 1)
      }
      const luminance = () => {
        const parts = [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => value / 255)
        const [red = 0, green = 0, blue = 0] = parts.map((part) =>
          part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue
      }
      const [canvasColor, ...layers] = (document.body.dataset['layers'] ?? '').split('|')
      paint(canvasColor ?? '')
      for (const layer of layers) paint(layer)
      const behind = luminance()
      paint(getComputedStyle(star).fill)
      const [bright, dark] = [luminance(), behind].toSorted((one, other) => other - one)
      return ((bright ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
    })

for (const layers of [
  ['oklch(0.2 0.02 250)'],
  ['oklab(0.95 0 0)'],
  ['lab(10% 20 -30)'],
  ['lch(15% 30 200)'],
  ['color(display-p3 0.05 0.1 0.1)'],
  ['color(srgb-linear 0.01 0.01 0.02)'],
  ['color-mix(in oklch, black 80%, teal)'],
  ['hsl(200 30% 10%)'],
  ['#111', 'rgb(255 255 255 / 0.08)'],
  ['oklch(0.15 0 0)', 'color(srgb 1 1 1 / 0.1)', 'transparent'],
  ['#fff', 'rgb(0 0 0 / 0.9)'],
  ['rgb(255 255 255 / 0.2)'],
]) {
  test(`stars stand out from a page in ${layers.join(' under ')}`, async ({ page, site, demo }) => {
    const inside = layers.reduceRight(
      (content, color) => `<div style="background:${color};padding:1em">${content}</div>`,
      bothOf(demo),
    )
    await page.goto(
      site.show(
        `<html lang="en"><body style="background:#fff" data-layers="#fff|${layers.join('|')}">${scriptOf(demo)}${inside}`,
      ),
    )
    await page.locator('afterword-reviews .on').first().waitFor()
    expect(await contrastOf(page)).toBeGreaterThanOrEqual(3)
  })
}

test('stars stand out from a page that has no colour but a dark scheme', async ({ page, site, demo }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(
    site.show(
      `<html lang="en" style="color-scheme:light dark"><body data-layers="#121212">${scriptOf(demo)}${bothOf(demo)}`,
    ),
  )
  await page.locator('afterword-reviews .on').first().waitFor()
  expect(await contrastOf(page)).toBeGreaterThanOrEqual(3)
})

for (const [name, media, inkColor] of [
  ['in forced colours', { forcedColors: 'active' }, 'CanvasText'],
  ['on paper', { media: 'print' }, 'black'],
] as const) {
  test(`stars and bars are drawn ${name}, where backgrounds are not`, async ({ page, site, demo }) => {
    await page.goto(
      site.show(`<html lang="en"><body style="background:#102030;color:#fff">${scriptOf(demo)}${bothOf(demo)}`),
    )
    await page.locator('afterword-reviews .on').first().waitFor()
    await page.emulateMedia(media)
    const looks = await page.evaluate(() => {
      const roots = [...document.querySelectorAll('afterword-stars,afterword-reviews')].map((at) => at.shadowRoot)
      return roots.flatMap((root) =>
        [...(root?.querySelectorAll('.on,.off') ?? [])].map((part) => {
          const { fill, stroke } = getComputedStyle(part)
          return { kind: part.getAttribute('class'), fill, stroke, isDrawn: part instanceof SVGElement }
        }),
      )
    })
    expect(looks.length).toBeGreaterThan(10)
    const ink = await page.evaluate((color) => {
      document.body.style.color = color
      return getComputedStyle(document.body).color
    }, inkColor)
    for (const { kind, fill, stroke, isDrawn } of looks)
      expect({ isDrawn, fill, stroke }).toEqual({ isDrawn: true, fill: kind === 'on' ? ink : 'none', stroke: ink })
  })
}

test('a page whose policy forbids inline styles and data pictures has its stars all the same', async ({
  page,
  site,
  demo,
}) => {
  const policy = `default-src 'none'; script-src ${demo.publicUrl}; style-src 'self'; connect-src ${demo.publicUrl}`
  const violations: string[] = []
  await page.exposeFunction('note', (directive: string) => violations.push(directive))
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      // What `exposeFunction` put there.
      (globalThis as unknown as { note: (directive: string) => void }).note(effectiveDirective),
    ),
  )
  await page.goto(
    site.show(`<html lang="en"><body>${scriptOf(demo)}${bothOf(demo)}`, { 'content-security-policy': policy }),
  )
  for (const tag of ['afterword-stars', 'afterword-reviews']) {
    const box = await page.locator(tag).getByRole('img').first().boundingBox()
    expect(box?.width, tag).toBeGreaterThan(60)
    expect(box?.height, tag).toBeGreaterThan(10)
  }
  await page
    .locator('afterword-reviews')
    .getByRole('button', { name: /^5 stars/ })
    .click()
  await expect(page.locator('afterword-reviews .list')).toHaveAttribute('aria-busy', 'false')
  expect(violations.filter((directive) => directive !== 'img-src')).toEqual([])
})

for (const [name, load] of [
  ['as a module', (url: string) => `<script type="module" src="${url}"></script>`],
  ['by import()', (url: string) => `<script>import(${JSON.stringify(url)})</script>`],
  [
    'as a copy within another script',
    (url: string) =>
      `<script>fetch(${JSON.stringify(url)}).then((answer) => answer.text()).then((text) => {
        const copy = document.createElement('script'); copy.textContent = text; document.head.append(copy) })</script>`,
  ],
] as const) {
  test(`a script loaded ${name} asks its installation, not the shop`, async ({ page, site, demo }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(
      site.show(`<html lang="en"><body>${bothOf(demo)}${load(`${demo.publicUrl}/storefront/v1/widget.js`)}`),
    )
    await expect(page.locator('afterword-reviews').getByRole('listitem').first()).toBeVisible()
    expect(asked.filter((url) => url.startsWith(`${site.origin}/storefront`))).toEqual([])
  })
}
