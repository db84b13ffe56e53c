import autocannon from 'autocannon'

/** A process of its own that asks one address: `load.ts <url> <connections> <seconds>`, JSON on standard output. */
const [url, connections, seconds] = process.argv.slice(2)
const { requests, latency, non2xx, errors } = await autocannon({
  url: url ?? '',
  connections: Number(connections),
  duration: Number(seconds),
})
console.log(
  JSON.stringify({ perSecond: requests.average, p50: latency.p50, p99: latency.p99, failed: non2xx + errors }),
)
