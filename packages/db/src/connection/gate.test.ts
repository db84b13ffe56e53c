import { DomainError } from '@afterword/errors'
import { expect, test } from 'vitest'
import { createGate } from './gate.ts'
import { runInClass, type WorkClass } from './work-class.ts'

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

/** One place, taken; `ask` lines up behind it in a class at a time of its own. */
const busyGate = (maxWaiting = 100) => {
  let now = 0
  const gate = createGate({ places: 1, maxWaiting, clock: () => now })
  const door = deferred()
  const served: string[] = []
  const first = gate.run(async () => await door.promise)
  const asked: Promise<unknown>[] = [first]
  const ask = (workClass: WorkClass, at: number): Promise<unknown> => {
    now = at
    const name = `${workClass} ${at}`
    const answer = runInClass(workClass, async () => await gate.run(async () => served.push(name)))
    asked.push(answer)
    return answer
  }
  const finish = async (): Promise<string[]> => {
    door.resolve()
    await Promise.all(asked)
    return served
  }
  return { gate, ask, finish, letPass: (to: number) => (now = to) }
}

test('what is urgent goes first, each class in the order of asking', async () => {
  const { ask, finish } = busyGate()
  for (const workClass of ['staff', 'visitor', 'vital'] as const) {
    void ask(workClass, 1)
    void ask(workClass, 2)
  }
  expect(await finish()).toEqual(['vital 1', 'vital 2', 'visitor 1', 'visitor 2', 'staff 1', 'staff 2'])
})

test('nobody starves: who has waited long goes before what is urgent and new', async () => {
  const { ask, finish } = busyGate()
  void ask('staff', 0)
  void ask('visitor', 0)
  void ask('vital', 150)
  void ask('vital', 250)
  void ask('vital', 1_050)
  expect(await finish()).toEqual(['vital 150', 'visitor 0', 'vital 250', 'staff 0', 'vital 1050'])
})

test('a full line of one class refuses that class alone', async () => {
  const { ask, finish } = busyGate(10)
  const refused = new DomainError('overloaded')
  for (let count = 0; count < 2; count += 1) void ask('staff', count)
  await expect(runInClass('staff', async () => await ask('staff', 9))).rejects.toEqual(refused)
  for (let count = 0; count < 5; count += 1) void ask('visitor', count)
  await expect(ask('visitor', 9)).rejects.toEqual(refused)
  for (let count = 0; count < 10; count += 1) void ask('vital', count)
  await expect(ask('vital', 9)).rejects.toEqual(refused)
  await expect(finish()).rejects.toEqual(refused)
})

test('the window tells a standing line from a burst, and a line that does not move from none', async () => {
  const { gate, ask, finish, letPass } = busyGate()
  expect(gate.takeWindow()).toEqual({ shortestWaitMs: 0, longestWaitMs: 0 })
  void ask('vital', 100)
  letPass(180)
  expect(gate.takeWindow()).toEqual({ shortestWaitMs: 80, longestWaitMs: 80 })
  await finish()
  expect(gate.takeWindow()).toEqual({ shortestWaitMs: 80, longestWaitMs: 80 })
  expect(gate.takeWindow()).toEqual({ shortestWaitMs: 0, longestWaitMs: 0 })
})
