import { createServer } from 'node:http'
import postgres from 'postgres'

/** What a rotation over HTTP costs at the least: node:http, and one UPDATE … RETURNING in `bench_floor`. */
const sql = postgres(process.env['DATABASE_URL'] ?? '', {
  max: Number(process.env['DATABASE_CONNECTIONS']),
  onnotice: () => undefined,
})
const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const { id } = JSON.parse(Buffer.concat(chunks).toString()) as { id: string }
    void sql`update bench_floor set gen = gen + 1, rotated_at = clock_timestamp() where id = ${id}
      returning id, gen, rotated_at`.then(([row]) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(row))
    })
  })
})
const ids = await sql<{ id: string }[]>`select id from bench_floor`
server.listen(Number(process.env['PORT']), '127.0.0.1', () =>
  process.send?.({ type: 'ready', tokens: ids.map(({ id }) => id) }),
)
process.once('disconnect', () => process.exit(0))
