// Loaded before everything else (`--import …/shift-clock.ts?minutes=5`): the process's clock is wrong by so much.
const shiftMs = Number(new URL(import.meta.url).searchParams.get('minutes')) * 60_000
const trueNow = Date.now

globalThis.Date = class extends Date {
  constructor(...parts: [] | [number | string | Date]) {
    if (parts.length === 0) super(trueNow() + shiftMs)
    else super(...parts)
  }

  static override now(): number {
    return trueNow() + shiftMs
  }
} as DateConstructor
