import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from './json.ts'

describe('parseJson', () => {
  it('keeps every digit of whole numbers beyond 2^53 as text', () => {
    expect(parseJson('{"id":820982911946154508,"low":-9007199254740993}')).toEqual({
      id: '820982911946154508',
      low: '-9007199254740993',
    })
  })

  it('leaves other numbers as numbers', () => {
    expect(parseJson('[0,-1,9007199254740991,19.99,1e3]')).toEqual([0, -1, 9_007_199_254_740_991, 19.99, 1000])
  })

  it('does not let a body set a prototype', () => {
    const value = parseJson('{"a":1,"__proto__":{"isAdmin":true},"b":{"__proto__":null}}') as Record<string, unknown>
    expect(Object.keys(value)).toEqual(['a', 'b'])
    expect(value['isAdmin']).toBeUndefined()
    expect({ ...value }).not.toHaveProperty('isAdmin')
  })

  it.each(['', '{', 'undefined', "{'a':1}", '{"a":NaN}', '\u0000', '['.repeat(200_000)])(
    'answers undefined for what is no JSON',
    (text) => {
      expect(parseJson(text)).toBeUndefined()
    },
  )

  it('survives a body nested so deeply that no stack holds it', () => {
    expect(() => parseJson('['.repeat(500_000) + ']'.repeat(500_000))).not.toThrow()
  })

  it('reads whatever JSON.stringify wrote', () => {
    const value = fc.jsonValue({ noUnicodeString: false })
    fc.assert(
      fc.property(value, (json) => {
        const text = JSON.stringify(json)
        fc.pre(!text.includes('__proto__') && !/\d{16}/.test(text) && !/\d[eE]/.test(text))
        expect(parseJson(text)).toEqual(JSON.parse(text))
      }),
    )
  })
})
