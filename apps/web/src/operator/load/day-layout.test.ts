import { expect, test } from 'vitest'
import { type DaySeries, layOutDay } from './day-layout.ts'

const series = (values: readonly number[]): DaySeries => ({ name: 'x', unit: 'starts', tone: 'quiet', values })
const lay = (hasOneScale: boolean) =>
  layOutDay({ series: [series([0, 90, 3]), series([1, 0, 4])], stepCount: 3, width: 360, hasOneScale })

test('panels that are compared have one scale, others their own, and no bar leaves its panel', () => {
  expect(lay(true).panels.map(({ end }) => end)).toEqual([100, 100])
  const own = lay(false)
  expect(own.panels.map(({ end }) => end)).toEqual([100, 5])
  for (const panel of own.panels) {
    for (const value of panel.series.values) {
      expect(panel.base - own.barHeight(panel, value)).toBeGreaterThanOrEqual(panel.top)
    }
  }
})

test('the panels lie below each other, and the day spans the whole width', () => {
  const layout = lay(false)
  const [first, second] = layout.panels
  expect(second?.top).toBeGreaterThan(first?.base ?? Infinity)
  expect(layout.height).toBeGreaterThan(layout.base)
  expect([layout.x(0), layout.x(3)]).toEqual([layout.left, layout.right])
  expect(layout.right).toBeLessThan(360)
})
