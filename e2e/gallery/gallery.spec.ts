import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Appearance, appearanceOf, printAppearance, printChange } from './appearance-of.ts'

interface Surroundings {
  readonly colorScheme: 'light' | 'dark'
  readonly width: number
}

const usual: Surroundings = { colorScheme: 'light', width: 1280 }
const surroundings = [usual, { ...usual, width: 390 }, { ...usual, colorScheme: 'dark' }] as const

const titleOf = ({ colorScheme, width }: Surroundings): string => `${colorScheme}, ${width} px`

const openGallery = async (page: Page, { colorScheme, width }: Surroundings): Promise<void> => {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.setViewportSize({ width, height: 900 })
  await page.goto('/gallery')
  // Nothing is half-way between two colours.
  await page.addStyleTag({
    content: '*, *::before, *::after { transition: none !important; animation: none !important }',
  })
}

const usableOf = (part: Locator): Locator =>
  part.locator('button:enabled, a[href], input:enabled, select:enabled, textarea:enabled').first()

/** A part as it stands, and the first thing in it that can be used under the pointer and with the focus. */
const statesOf = async (page: Page, part: Locator): Promise<Record<string, readonly Appearance[]>> => {
  const resting = await appearanceOf(part)
  const usable = usableOf(part)
  if ((await usable.count()) === 0) return { resting }
  await usable.hover()
  const pointed = await appearanceOf(part)
  await page.mouse.move(0, 0)
  await usable.focus()
  const focused = await appearanceOf(part)
  await usable.blur()
  return { resting, 'under the pointer': pointed, 'with the focus': focused }
}

/** Every part in every state, once whole, and then what changes in each other state and surrounding. */
const describeGallery = async (page: Page): Promise<string> => {
  const described = new Map<string, string[]>()
  const whole = new Map<string, readonly Appearance[]>()
  for (const around of surroundings) {
    await openGallery(page, around)
    for (const part of await page.locator('[data-specimen]').all()) {
      const name = (await part.getAttribute('data-specimen')) ?? ''
      const states = await statesOf(page, part)
      for (const [state, found] of Object.entries(states)) {
        const key = `${name}, ${state}`
        const lines = described.get(name) ?? [`# ${name}`, printAppearance(found)]
        described.set(name, lines)
        const from = whole.get(around === usual ? `${name}, resting` : key) ?? found
        if (around === usual) whole.set(key, found)
        const change = printChange(from, found)
        if (change !== '')
          lines.push(`## ${[state, ...(around === usual ? [] : [titleOf(around)])].join(', ')}`, change)
      }
    }
  }
  return `${[...described.values()].map((lines) => lines.join('\n')).join('\n\n')}\n`
}

test('a part of the interface that no longer looks as agreed is noticed', async ({ page }) => {
  expect(await describeGallery(page)).toMatchSnapshot('parts.txt')
})

for (const around of [...surroundings, { colorScheme: 'dark', width: 390 }] as const) {
  test(`every part in every state can be read and used by all, and stays within the page: ${titleOf(around)}`, async ({
    page,
  }) => {
    await openGallery(page, around)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(around.width)
    await page.getByRole('button', { name: 'Open a dialog' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([])
    expect(`${printAppearance(await appearanceOf(dialog))}\n`).toMatchSnapshot(
      `dialog-${around.colorScheme}-${around.width}.txt`,
    )
  })
}

test('no part of the interface is missing from the gallery', async () => {
  const source = path.join(import.meta.dirname, '../../apps/web/src')
  const gallery = (await readdir(path.join(source, 'gallery'))).map((name) => path.join(source, 'gallery', name))
  const shown = (await Promise.all(gallery.map(async (file) => await readFile(file, 'utf8')))).join('\n')
  const parts = (await readdir(path.join(source, 'ui'))).filter(
    (name) => name.endsWith('.tsx') && !name.startsWith('use-'),
  )
  // The frame of a table, and the shape that all stars are made of: the parts around them are there.
  const within = new Set(['table-region.tsx', 'star-shape.tsx'])
  expect(parts.length).toBeGreaterThan(15)
  expect(parts.filter((name) => !within.has(name) && !shown.includes(`'#ui/${name}'`))).toEqual([])
})
