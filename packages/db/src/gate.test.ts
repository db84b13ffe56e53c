import { DomainError } from '@afterword/errors'
import { expect, test } from 'vitest'
import { createGate } from './gate.ts'

const deferred = () => Promise.withResolvers<void>()

test('never more pieces of work run than there are places, and those that wait go in order', async () => {
  const gate = createGate({ places: 2, maxWaiting: 10 })
  const doors = [deferred(), deferred(), deferred(), deferred()]
  const started: number[] = []
  const all = doors.map((door, index) =>
    gate.run(async () => {
      started.push(index)
      await door.promise
    }),
  )
  await Promise.resolve()
  expect(started).toEqual([0, 1])
  expect(gate.load()).toEqual({ running: 2, waiting: 2 })
  doors[1]?.resolve()
  await all[1]
  expect(started).toEqual([0, 1, 2])
  for (const door of doors) door.resolve()
  await Promise.all(all)
  expect(started).toEqual([0, 1, 2, 3])
  expect(gate.load()).toEqual({ running: 0, waiting: 0 })
})

test('work beyond the bound is refused at once with overloaded, and a failed piece gives its place back', async () => {
  const gate = createGate({ places: 1, maxWaiting: 1 })
  const door = deferred()
  const first = gate.run(async () => await door.promise)
  const second = gate.run(async () => await Promise.reject(new Error('it broke')))
  await expect(gate.run(async () => await Promise.resolve(1))).rejects.toEqual(new DomainError('overloaded'))
  door.resolve()
  await first
  await expect(second).rejects.toThrow('it broke')
  expect(gate.load()).toEqual({ running: 0, waiting: 0 })
})
