type Field = readonly [number: number, value: bigint | Buffer]

/** A message's fields in their order, as https://protobuf.dev/programming-guides/encoding/ lays them out. */
export const readFields = (message: Buffer): Field[] => {
  let at = 0
  const readVarint = (): bigint => {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = BigInt(message.readUInt8(at++))
      value |= (byte & 0x7fn) << shift
      if (byte < 0x80n) return value
    }
  }
  const take = (length: number): Buffer => message.subarray(at, (at += length))
  const readValue = (wireType: number): bigint | Buffer => {
    if (wireType === 0) return readVarint()
    if (wireType === 1) return take(8)
    if (wireType === 2) return take(Number(readVarint()))
    if (wireType === 5) return take(4)
    throw new Error(`no such wire type: ${wireType}`)
  }
  const fields: Field[] = []
  while (at < message.length) {
    const tag = Number(readVarint())
    fields.push([tag >> 3, readValue(tag & 7)])
  }
  return fields
}

/** Every message or text under a number. */
export const readAll = (message: Buffer, number: number): Buffer[] =>
  readFields(message).flatMap(([found, value]) => (found === number && Buffer.isBuffer(value) ? [value] : []))

/** The last message or text under a number; empty when there is none. */
export const readOne = (message: Buffer, number: number): Buffer => readAll(message, number).at(-1) ?? Buffer.alloc(0)

/** The number under a number; 0 when there is none, as protobuf has it. */
export const readNumber = (message: Buffer, number: number): number =>
  Number(readFields(message).findLast(([found, value]) => found === number && typeof value === 'bigint')?.[1] ?? 0n)
