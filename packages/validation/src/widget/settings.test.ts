import { expect, test } from 'vitest'
import { defaultWidgetSettings, saveWidgetSchema, widgetSettingsSchema } from './settings.ts'

const base = defaultWidgetSettings('#2f5d50')

test('the settings a shop starts with are valid', () => expect(widgetSettingsSchema.parse(base)).toEqual(base))

test('a fixed compare-at price of 0 is valid', () => {
  const settings = { ...base, priceLine: { mode: 'fixed', compareAtMinor: 0 } }
  expect(widgetSettingsSchema.parse(settings)).toEqual(settings)
})

test.each([-1, 1.5, Number.NaN, '0', null, undefined, Number.POSITIVE_INFINITY])(
  'a fixed compare-at price of %j is refused',
  (compareAtMinor) => {
    const result = widgetSettingsSchema.safeParse({ ...base, priceLine: { mode: 'fixed', compareAtMinor } })
    expect(result.error?.issues[0]?.message).toBe('price.compare_at_invalid')
  },
)

test.each([
  { accentColor: 'red' },
  { accentColor: '#12345' },
  { accentColor: '#1234567' },
  { accentColor: '#123456;background:url(//evil.example)' },
  { accentColor: '#123456\n' },
  { pageSize: 0 },
  { pageSize: 51 },
  { pageSize: 2.5 },
])('%j is refused', (change) => {
  expect(widgetSettingsSchema.safeParse({ ...base, ...change }).error?.issues[0]?.message).toBe(
    'widget.settings_invalid',
  )
})

test.each([-1, 0.5, 2 ** 31])('no version %d is saved upon', (baseVersion) => {
  expect(saveWidgetSchema.safeParse({ settings: base, baseVersion }).success).toBe(false)
})
