import { expect, test } from 'vitest'
import { createAdmission } from './admission.ts'

const calm = { loopDelayMs: 1, shortestWaitMs: 0 }
const standing = { loopDelayMs: 1, shortestWaitMs: 20 }
const create = () => createAdmission({ ceiling: 100, floor: 10 })
type Admission = ReturnType<typeof create>

const fill = (admission: Admission, count: number): void => {
  for (let taken = 0; taken < count; taken += 1) admission.tryEnter('vital')
}
const repeat = (count: number, act: () => void): void => {
  for (let done = 0; done < count; done += 1) act()
}

test('staff find the door closed first, visitors next, what is vital last', () => {
  const admission = create()
  const tryAll = () => (['staff', 'visitor', 'vital'] as const).map((workClass) => admission.tryEnter(workClass))
  fill(admission, 40)
  expect(tryAll()).toEqual([false, true, true])
  fill(admission, 28)
  expect(tryAll()).toEqual([false, false, true])
  fill(admission, 29)
  expect(tryAll()).toEqual([false, false, false])
})

test('a place that is given back is taken again', () => {
  const admission = create()
  fill(admission, 100)
  expect(admission.tryEnter('vital')).toBe(false)
  admission.leave()
  expect(admission.tryEnter('vital')).toBe(true)
})

test('a standing queue shrinks the limit to what keeps the connections busy, and no further', () => {
  const admission = create()
  repeat(50, () => admission.observe(standing))
  expect(admission.load().limit).toBe(10)
  fill(admission, 10)
  expect(admission.tryEnter('vital')).toBe(false)
})

test('when no queue stands any more the whole limit is back within three seconds of ten looks each', () => {
  const admission = create()
  repeat(50, () => admission.observe(standing))
  repeat(30, () => admission.observe(calm))
  expect(admission.load().limit).toBe(100)
})

test('an event loop that runs late refuses staff, then visitors, then all, even with nothing in flight', () => {
  const admission = create()
  const open = (loopDelayMs: number) => {
    admission.observe({ loopDelayMs, shortestWaitMs: 0 })
    return (['staff', 'visitor', 'vital'] as const).filter((workClass) => admission.tryEnter(workClass))
  }
  expect(open(1)).toEqual(['staff', 'visitor', 'vital'])
  expect(open(200)).toEqual(['visitor', 'vital'])
  expect(open(500)).toEqual(['vital'])
  expect(open(1_500)).toEqual([])
})

test('counts what it let in and refused, by class, once', () => {
  const admission = create()
  fill(admission, 40)
  admission.tryEnter('staff')
  expect(admission.takeCounts()).toEqual({
    vital: { admitted: 40, refused: 0 },
    visitor: { admitted: 0, refused: 0 },
    staff: { admitted: 0, refused: 1 },
  })
  expect(admission.takeCounts().vital.admitted).toBe(0)
})
