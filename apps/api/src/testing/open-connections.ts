import { connect } from 'node:net'
import { workerData } from 'node:worker_threads'

export interface ConnectionOrder {
  readonly port: number
  readonly count: number
  /** Counts the connections that the kernel has made; anyone who waits for it is woken by each. */
  readonly made: Int32Array<SharedArrayBuffer>
}

const { port, count, made } = workerData as ConnectionOrder
for (let opened = 0; opened < count; opened += 1) {
  connect(port, '127.0.0.1').once('connect', () => {
    Atomics.add(made, 0, 1)
    Atomics.notify(made, 0)
  })
}
