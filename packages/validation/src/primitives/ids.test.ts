import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeId, encodeId, type IdKind, idPrefixes, idSchema } from './ids.ts'

const kinds = Object.keys(idPrefixes) as IdKind[]

test('every UUID survives the way out and back, and only as what it names', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.constantFrom(...kinds), fc.constantFrom(...kinds), (uuid, kind, other) => {
      const id = encodeId(kind, uuid)
      expect(id).toMatch(/^[a-z]{3}_[0-7][0-9a-hjkmnp-tv-z]{25}$/)
      expect(decodeId(kind, id)).toBe(uuid)
      if (other !== kind) expect(decodeId(other, id)).toBeNull()
    }),
  )
})

test('ids sort as their UUIDs do', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (one, two) => {
      expect(encodeId('review', one) < encodeId('review', two)).toBe(one < two)
    }),
  )
})

test('two different texts never name one thing', () => {
  const id = encodeId('review', '01a20b32-ccd6-7e83-965a-414fcbb354df')
  for (const other of [id.toUpperCase(), ` ${id}`, `${id} `, `${id}0`, id.slice(0, -1), id.replace('_', '-')]) {
    expect(decodeId('review', other), other).toBeNull()
  }
  expect(decodeId('review', `rev_8${'0'.repeat(25)}`), 'more than 128 bits').toBeNull()
})

test('garbage is id.invalid', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(idSchema('review').safeParse(text).error?.issues[0]?.message).toBe('id.invalid')
    }),
  )
})
