// Loaded before everything else: the process prints the address of every module of OpenTelemetry it loads.
import { registerHooks } from 'node:module'

registerHooks({
  load(url, context, nextLoad) {
    if (url.includes('/@opentelemetry/')) process.stderr.write(`loaded ${url}\n`)
    return nextLoad(url, context)
  },
})
