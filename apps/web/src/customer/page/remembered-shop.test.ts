import { expect, test } from 'vitest'
import { recallShop, rememberShop } from './remembered-shop.ts'

const memory = () => {
  const map = new Map<string, string>()
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, text: string) => void map.set(key, text),
  }
}

test('the shop of the last opened review page is recalled', () => {
  const store = memory()
  rememberShop(store, { name: 'Hearth & Wool', accessCode: 'HW1' })
  expect(recallShop(store)).toEqual({ name: 'Hearth & Wool', accessCode: 'HW1' })
})

test('nothing stored, nonsense, or no store at all recalls nothing', () => {
  const store = memory()
  expect(recallShop(store)).toBeNull()
  store.setItem('afterword:shop', '{')
  expect(recallShop(store)).toBeNull()
  store.setItem('afterword:shop', '{"name":""}')
  expect(recallShop(store)).toBeNull()
  expect(recallShop(null)).toBeNull()
})
