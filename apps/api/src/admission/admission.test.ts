import { describe, expect, test } from 'vitest'
import { type Congestion, createAdmission, type Lane } from './admission.ts'

const calm = { loopDelayMs: 1, shortestWaitMs: 0, slowness: undefined }
const standing = { ...calm, shortestWaitMs: 20 }
const slow = { ...calm, slowness: 6 }
const create = (mostReviews = 100) => createAdmission({ ceiling: 100, floor: 10, mostReviews })
type Admission = ReturnType<typeof create>

const fill = (admission: Admission, count: number, lane: Lane = 'vital'): void => {
  for (let taken = 0; taken < count; taken += 1) admission.tryEnter(lane, 'here')
}
const empty = (admission: Admission): void => {
  while (admission.load().inFlight > 0) admission.leave('review', 'here')
}
const repeat = (count: number, act: () => void): void => {
  for (let done = 0; done < count; done += 1) act()
}

test('staff find the door closed first, visitors next, what is vital last', () => {
  const admission = create()
  const tryAll = () =>
    (['staff', 'visitor', 'vital'] as const).map((workClass) => admission.tryEnter(workClass, 'here'))
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
  expect(admission.tryEnter('vital', 'here')).toBe(false)
  admission.leave('vital', 'here')
  expect(admission.tryEnter('vital', 'here')).toBe(true)
})

test('a standing queue shrinks the limit to what keeps the connections busy, and no further', () => {
  const admission = create()
  repeat(50, () => admission.observe(standing))
  expect(admission.load().limit).toBe(10)
  fill(admission, 10)
  expect(admission.tryEnter('vital', 'here')).toBe(false)
})

test('when no queue stands any more the whole limit is back within three seconds of ten looks each', () => {
  const admission = create()
  repeat(50, () => admission.observe(standing))
  repeat(30, () => admission.observe(calm))
  expect(admission.load().limit).toBe(100)
})

/** Who is let in while the event loop runs so late. */
const openAt = (admission: Admission, loopDelayMs: number) => {
  admission.observe({ ...calm, loopDelayMs })
  return (['staff', 'visitor', 'vital', 'review'] as const).filter((lane) => {
    const isAdmitted = admission.tryEnter(lane, 'here')
    if (isAdmitted) admission.leave(lane, 'here')
    return isAdmitted
  })
}

test('an event loop that runs late refuses staff, then visitors, then all', () => {
  const admission = create()
  fill(admission, 3)
  expect(openAt(admission, 1)).toEqual(['staff', 'visitor', 'vital', 'review'])
  expect(openAt(admission, 200)).toEqual(['visitor', 'vital', 'review'])
  expect(openAt(admission, 500)).toEqual(['vital', 'review'])
  expect(openAt(admission, 1_500)).toEqual([])
})

test('a machine that stalls refuses nobody while few are in flight', () => {
  const admission = create()
  fill(admission, 2)
  expect(openAt(admission, 1_500)).toEqual(['staff', 'visitor', 'vital', 'review'])
})

describe('the parts of a page that was let in', () => {
  test('are let in too while everything else is refused', () => {
    const admission = create()
    fill(admission, 100)
    expect([...openAt(admission, 1_500), admission.tryEnter('asset', 'here')]).toEqual([true])
  })

  test('are bounded, and take no place from anybody else', () => {
    const admission = create()
    fill(admission, 100, 'asset')
    expect(admission.tryEnter('asset', 'here')).toBe(false)
    expect(openAt(admission, 1)).toEqual(['staff', 'visitor', 'vital', 'review'])
  })
})

test('a network that reads as much as it may can still send reviews, and each lane knows its own share', () => {
  const admission = createAdmission({ ceiling: 320, floor: 32, mostReviews: 32, networkShare: 0.5 })
  let reads = 0
  while (admission.tryEnter('visitor', 'office')) reads += 1
  expect(reads).toBeGreaterThan(16)
  const reviews = Array.from({ length: 20 }, () => admission.tryEnter('review', 'office'))
  expect(reviews.filter(Boolean)).toHaveLength(16)
  expect(admission.tryEnter('review', 'elsewhere')).toBe(true)
})

test('counts what it let in and refused, by class, once', () => {
  const admission = create()
  fill(admission, 40)
  admission.tryEnter('staff', 'here')
  expect(admission.takeCounts()).toEqual({
    vital: { admitted: 40, refused: 0 },
    visitor: { admitted: 0, refused: 0 },
    staff: { admitted: 0, refused: 1 },
  })
  expect(admission.takeCounts().vital.admitted).toBe(0)
})

describe('a review being sent', () => {
  /** Windows in which more of it is asked for than is let in. */
  const flood = (admission: Admission, windows: number, congestion: Congestion = slow): void =>
    repeat(windows, () => {
      fill(admission, 100, 'review')
      admission.observe(congestion)
      empty(admission)
    })

  test('is refused early once it is slow and more is asked for, and two at once never', () => {
    const admission = create(40)
    flood(admission, 20)
    expect(admission.load().reviewLimit).toBe(2)
    fill(admission, 1, 'review')
    expect([admission.tryEnter('review', 'here'), admission.tryEnter('review', 'here')]).toEqual([true, false])
  })

  test('is refused early at the start of a flood, when a queue stands and none has been finished yet', () => {
    const admission = create(40)
    flood(admission, 3, standing)
    expect(admission.load().reviewLimit).toBeLessThan(20)
  })

  test('is not refused for being slow when nobody waits for its place', () => {
    const admission = create(40)
    repeat(50, () => {
      fill(admission, 30, 'review')
      admission.observe(slow)
      empty(admission)
    })
    expect(admission.load().reviewLimit).toBe(40)
  })

  test('is not refused for being asked for more than is let in, as long as it is fast', () => {
    const admission = create(40)
    flood(admission, 50, { ...calm, slowness: 2 })
    expect(admission.load().reviewLimit).toBe(40)
  })

  test('has its whole limit back within three seconds of the flood', () => {
    const admission = create(40)
    flood(admission, 20)
    repeat(30, () => admission.observe(calm))
    expect(admission.load().reviewLimit).toBe(40)
  })

  test('keeps the others outside while some of it is refused for being slow, but for one of each in a window', () => {
    const admission = create(40)
    flood(admission, 2)
    const tryTwice = () => [admission.tryEnter('visitor', 'here'), admission.tryEnter('visitor', 'here')]
    expect(tryTwice()).toEqual([true, false])
    admission.leave('visitor', 'here')
    repeat(5, () => admission.observe(calm))
    expect(tryTwice()).toEqual([true, true])
  })
})
