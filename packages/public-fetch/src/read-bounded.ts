import { DomainError } from '@afterword/errors'

/**
 * A body as bytes, after decompression. Stops reading at the first byte too many, so that a body that unpacks to
 * gigabytes costs no more than what is allowed.
 *
 * @param maxBytes  How many bytes the body may have.
 * @throws DomainError `website.too_large`
 */
export const readBounded = async (body: AsyncIterable<Uint8Array> | null, maxBytes: number): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    // Leaving the loop cancels the stream, which closes the connection.
    if (size > maxBytes) throw new DomainError('website.too_large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}
