import { AsyncLocalStorage } from 'node:async_hooks'
import { expect, test } from 'vitest'
import { createStartLine } from './start-line.ts'

/** A line of two, and what it has started. */
const open = () => {
  const line = createStartLine(2)
  const started: string[] = []
  return {
    line,
    started,
    enter: (name: string) =>
      line.enter(
        () => void started.push(name),
        () => undefined,
      ),
  }
}

test('so many run, the others start one by one as they end, in the order of asking', () => {
  const { line, started, enter } = open()
  const [endA, endB] = [enter('a'), enter('b'), enter('c'), enter('d')]
  expect(started).toEqual(['a', 'b'])
  expect(line.load()).toEqual({ running: 2, waiting: 2 })
  endB?.()
  expect(started).toEqual(['a', 'b', 'c'])
  endA?.()
  expect(started).toEqual(['a', 'b', 'c', 'd'])
})

test('who goes away while waiting is never started, and keeps nobody else waiting', () => {
  const { line, started, enter } = open()
  const endA = enter('a')
  enter('b')
  const leave = enter('gone')
  enter('d')
  leave()
  leave()
  endA()
  expect(started).toEqual(['a', 'b', 'd'])
  expect(line.load()).toEqual({ running: 2, waiting: 0 })
})

test('an end that is told twice frees one place', () => {
  const { line, started, enter } = open()
  const endA = enter('a')
  for (const name of ['b', 'c', 'd']) enter(name)
  endA()
  endA()
  expect(started).toEqual(['a', 'b', 'c'])
  expect(line.load()).toEqual({ running: 2, waiting: 1 })
})

test('work starts in the context it was asked in, not in that of whoever made room', () => {
  const context = new AsyncLocalStorage<string>()
  const line = createStartLine(1)
  const seen: (string | undefined)[] = []
  const ask = (name: string) =>
    context.run(name, () =>
      line.enter(
        () => void seen.push(context.getStore()),
        () => undefined,
      ),
    )
  const end = ask('first')
  ask('second')
  context.run('first', end)
  expect(seen).toEqual(['first', 'second'])
})
