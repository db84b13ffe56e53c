import { expect, test } from 'vitest'
import { createActGate } from './act-gate.ts'

test('after an act the same review takes no further act until another one is selected', () => {
  const gate = createActGate()
  expect(gate.isOpen('a')).toBe(true)
  gate.close('a')
  expect(gate.isOpen('a')).toBe(false)
  expect(gate.isOpen('a')).toBe(false)
  expect(gate.isOpen('b')).toBe(true)
  expect(gate.isOpen('a')).toBe(true)
})

test('when nothing is left to select, the empty selection opens it', () => {
  const gate = createActGate()
  gate.close('a')
  expect(gate.isOpen(null)).toBe(true)
})

test('an act that failed leaves its review open for another try', () => {
  const gate = createActGate()
  gate.close('a')
  gate.open()
  expect(gate.isOpen('a')).toBe(true)
})
