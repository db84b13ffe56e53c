import type { Page } from '@playwright/test'
import type { Demo } from '../fixtures/demo.ts'
import { embedOf, expect, holdCalls, scriptOf, test } from '../fixtures/embed.ts'

const tags = ['afterword-stars', 'afterword-reviews'] as const

interface Summary {
  readonly product: { readonly title: string }
  readonly rating: { readonly count: number }
}

const summaryOf = async (demo: Demo, product: number): Promise<Summary> => {
  const base = `${demo.publicUrl}/storefront/v1/${demo.shop.accessCode}/products`
  return (await (await fetch(`${base}/${demo.productIds[product]}/summary`)).json()) as Summary
}

/** What an element shows for a product: how many reviews it has. */
const expectShown = async (page: Page, demo: Demo, product: number): Promise<void> => {
  const { rating } = await summaryOf(demo, product)
  await expect(page.locator('#embed').getByText(`${rating.count} reviews`)).toBeAttached()
}

for (const tag of tags) {
  test.describe(`<${tag}>`, () => {
    test.beforeEach(async ({ page, site, demo }) => {
      await page.goto(site.show(`<html lang="en"><body>${scriptOf(demo)}<p id="place"></p></body></html>`))
      await page.waitForFunction((name) => customElements.get(name) !== undefined, tag)
    })

    test('shows its product whatever the order of its attributes, before and after it is attached', async ({
      page,
      demo,
    }) => {
      const attributes = [
        ['shop', demo.shop.accessCode],
        ['product-id', demo.productIds[0]],
        ['locale', 'en'],
      ] as const
      const orders = attributes.flatMap((first) => {
        const [second, third] = attributes.filter((other) => other !== first)
        return [
          [first, second, third],
          [first, third, second],
        ]
      })
      for (const order of orders) {
        for (const attachedAt of [0, 1, 2, 3]) {
          await page.evaluate(
            async ([name, steps, at]) => {
              document.querySelector('#embed')?.remove()
              const made = document.createElement(name)
              made.id = 'embed'
              for (const [index, [attribute = '', value = ''] = []] of steps.entries()) {
                if (index === at) document.body.append(made)
                // A task of its own for each, as when a framework fills in what it has fetched.
                await new Promise((resolve) => setTimeout(resolve))
                made.setAttribute(attribute, value)
              }
              if (at === steps.length) document.body.append(made)
            },
            [tag, order.map((pair) => [...(pair ?? [])]), attachedAt] as const,
          )
          await expectShown(page, demo, 0)
        }
      }
    })

    test('follows its product when it changes, also while the one before is on its way', async ({ page, demo }) => {
      await page.evaluate(
        ([name, shop, product]) => {
          const made = document.createElement(name)
          made.id = 'embed'
          made.setAttribute('shop', shop)
          made.setAttribute('product-id', product)
          document.body.append(made)
        },
        [tag, demo.shop.accessCode, demo.productIds[0] ?? ''] as const,
      )
      await expectShown(page, demo, 0)
      const change = async (product: number) =>
        await page
          .locator('#embed')
          .evaluate((embed, id) => embed.setAttribute('product-id', id), demo.productIds[product] ?? '')
      await change(1)
      await expectShown(page, demo, 1)
      const held = await holdCalls(page, '/storefront/v1/')
      await change(2)
      await expect.poll(held.count).toBe(1)
      await change(3)
      await expect.poll(held.count).toBe(2)
      const shown: string[] = []
      await page.exposeFunction('note', (text: string) => shown.push(text))
      await page.locator('#embed').evaluate((embed) => {
        // What `exposeFunction` put there.
        const note = (globalThis as unknown as { note: (text: string) => void }).note
        const look = () => note(embed.shadowRoot?.textContent ?? '')
        if (embed.shadowRoot !== null)
          new MutationObserver(look).observe(embed.shadowRoot, { childList: true, subtree: true, characterData: true })
      })
      await held.end()
      await expectShown(page, demo, 3)
      const { rating } = await summaryOf(demo, 2)
      expect(shown.filter((text) => text.includes(`${rating.count} reviews`))).toEqual([])
    })

    test('shows its product when it is moved, copied, or comes back after it was taken out with a call in flight', async ({
      page,
      site,
      demo,
    }) => {
      await page.goto(
        site.show(
          `<html lang="en"><body><${tag} id="embed" ${embedOf(demo)}></${tag}><p id="place"></p></body></html>`,
        ),
      )
      const held = await holdCalls(page, `/storefront/v1/${demo.shop.accessCode}/`)
      await page.addScriptTag({ url: `${demo.publicUrl}/storefront/v1/widget.js` })
      await expect.poll(held.count).toBe(1)
      await page.evaluate(() => {
        const embed = document.querySelector('#embed')
        embed?.remove()
        Object.assign(globalThis, { kept: embed })
      })
      await held.end()
      // Kept there above.
      await page.evaluate(() => document.body.append((globalThis as unknown as { kept: Element }).kept))
      await expectShown(page, demo, 0)
      let calls = 0
      page.on('request', (request) => (calls += request.url().includes('/storefront/v1/') ? 1 : 0))
      await page.evaluate(() => document.querySelector('#place')?.append(document.querySelector('#embed') ?? ''))
      await expectShown(page, demo, 0)
      expect(calls, 'what is only moved asks for nothing').toBe(0)
      await page.evaluate(() => {
        const embed = document.querySelector('#embed')
        const copy = embed?.cloneNode(true)
        embed?.replaceWith(copy ?? '')
      })
      await expectShown(page, demo, 0)
    })

    test('waits for what it is about, and says of a missing attribute no failure', async ({ page, demo }) => {
      await page.evaluate(
        ([name, shop]) => {
          const made = document.createElement(name)
          made.id = 'embed'
          made.setAttribute('shop', shop)
          made.setAttribute('product-id', ' ')
          document.body.append(made)
        },
        [tag, demo.shop.accessCode] as const,
      )
      await expect(page.locator('#embed').getByText('could not be loaded')).toHaveCount(0)
      await page
        .locator('#embed')
        .evaluate((embed, id) => embed.setAttribute('product-id', id), demo.productIds[0] ?? '')
      await expectShown(page, demo, 0)
      await page.locator('#embed').evaluate((embed) => embed.removeAttribute('product-id'))
      await expect(page.locator('#embed').getByText(/reviews/)).toHaveCount(0)
    })
  })
}
