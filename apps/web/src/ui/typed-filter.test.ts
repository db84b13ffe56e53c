import { expect, test } from 'vitest'
import { askAddress, hearAddress, startTypedFilter, stillToAsk } from './typed-filter.ts'

const typing = (typed: string, said = '') => ({ ...startTypedFilter(said), typed })

test('what was typed stays while the address still says the words before', () => {
  const asked = askAddress(typing('soft'), 'soft')
  expect(asked.typed).toBe('soft')
  expect(stillToAsk(asked)).toBeNull()
  expect(hearAddress(asked, 'soft')).toEqual({ typed: 'soft', said: 'soft', asked: [] })
})

test('what is typed while the address follows is neither lost nor asked for twice', () => {
  const first = askAddress(typing('so'), 'so')
  const second = askAddress({ ...first, typed: 'soft ' }, 'soft')
  const half = hearAddress(second, 'so')
  expect(half.typed).toBe('soft ')
  expect(stillToAsk(half)).toBeNull()
  expect(hearAddress(half, 'soft')).toEqual({ typed: 'soft ', said: 'soft', asked: [] })
  expect(hearAddress(second, 'soft').asked).toEqual([])
})

test('Back, a link and Clear change the field', () => {
  expect(hearAddress(typing('soft', 'soft'), '')).toEqual(startTypedFilter(''))
  expect(hearAddress(askAddress(typing('soft'), 'soft'), 'wool')).toEqual(startTypedFilter('wool'))
})

test('a space after a word asks for nothing, words taken away do', () => {
  expect(stillToAsk(typing('soft ', 'soft'))).toBeNull()
  expect(stillToAsk(typing('', 'soft'))).toBe('')
})
