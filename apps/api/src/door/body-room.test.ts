import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { urlOf } from '../testing/api-server.ts'
import { openRaw, type RawConnection } from '../testing/raw-connection.ts'
import { createBodyRoom, type Received } from './body-room.ts'

const cleanUps: (() => void)[] = []
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp()
})

const open = async (mostBytes = { each: 100, network: 150, all: 200 }) => {
  const time = { ms: 0 }
  const room = createBodyRoom({ mostOfBody: () => mostBytes.each, mostBytes, clock: () => time.ms })
  const outcomes: Received[] = []
  const server = createServer((request, response) => {
    room.receive(request, String(request.headers['x-network']), (outcome) => {
      outcomes.push(outcome)
      response.end('body' in outcome ? `${outcome.body.length} bytes` : outcome.refusal)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanUps.push(() => server.close().closeAllConnections())
  const send = async (announced: number, sent: number, network = 'a'): Promise<RawConnection> => {
    const raw = await openRaw(urlOf(server))
    cleanUps.push(raw.end)
    const arrived = once(server, 'request')
    raw.write(`POST / HTTP/1.1\r\nhost: x\r\nx-network: ${network}\r\ncontent-length: ${announced}\r\n\r\n`)
    raw.write('x'.repeat(sent))
    await arrived
    return raw
  }
  return { room, time, outcomes, send }
}

const answerOf = async (raw: RawConnection): Promise<string | undefined> => {
  await raw.untilAnswers(1)
  while (!/\r\n\r\n.+/s.test(raw.text())) await new Promise(setImmediate)
  return raw.text().split('\r\n\r\n')[1]
}

test('a body is handed on when it is whole', async () => {
  const { send, outcomes } = await open()
  const raw = await send(10, 4)
  expect(outcomes).toEqual([])
  raw.write('x'.repeat(6))
  expect(await answerOf(raw)).toBe('10 bytes')
})

test('a byte every five seconds is too slow; what comes at a walk is waited for', async () => {
  const { room, time, send } = await open({ each: 100_000, network: 100_000, all: 100_000 })
  const [dripping, walking] = [await send(50_000, 1), await send(50_000, 49_999)]
  while (room.bytesHeld() < 50_000) await new Promise(setImmediate)
  time.ms = 7_000
  room.check()
  expect([dripping.text(), walking.text()]).toEqual(['', ''])
  time.ms = 9_000
  room.check()
  expect(await answerOf(dripping)).toBe('request.too_slow')
  walking.write('x')
  expect(await answerOf(walking)).toBe('50000 bytes')
})

test('one body, those of one network and all together are bounded, and what is released is free again', async () => {
  const { send, outcomes, room } = await open()
  expect(await answerOf(await send(300, 101))).toBe('body.too_large')
  const kept = [await send(90, 90), await send(60, 60)]
  expect([await answerOf(kept[0]!), await answerOf(kept[1]!)]).toEqual(['90 bytes', '60 bytes'])
  expect(await answerOf(await send(10, 10))).toBe('overloaded')
  expect(await answerOf(await send(50, 50, 'b'))).toBe('50 bytes')
  expect(await answerOf(await send(10, 10, 'c'))).toBe('overloaded')
  for (const outcome of outcomes) if ('body' in outcome) outcome.release()
  expect(room.bytesHeld()).toBe(0)
  expect(await answerOf(await send(100, 100))).toBe('100 bytes')
})

test('a sender who goes away takes nothing of the room', async () => {
  const { room, send } = await open()
  const raw = await send(90, 80)
  while (room.bytesHeld() < 80) await new Promise(setImmediate)
  raw.end()
  while (room.bytesHeld() > 0) await new Promise(setImmediate)
})

test('in a full room the network that holds most makes room for one that holds less', async () => {
  const { send, room } = await open({ each: 100, network: 150, all: 200 })
  const [first, second] = [await send(100, 80, 'a'), await send(100, 70, 'a')]
  const other = await send(100, 40, 'b')
  while (room.bytesHeld() < 190) await new Promise(setImmediate)
  const newcomer = await send(30, 30, 'c')
  expect(await answerOf(newcomer)).toBe('30 bytes')
  expect(await answerOf(first)).toBe('overloaded')
  expect([second.text(), other.text()]).toEqual(['', ''])
})
