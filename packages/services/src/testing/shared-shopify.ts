import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseJson } from '@afterword/validation/primitives/json'
import { isPlatformTopic, platformTopics } from '@afterword/validation/shopify/topics'

const repository = path.resolve(import.meta.dirname, '../../../..')
const folder = path.join(process.env['AFTERWORD_SHARED_DATA'] ?? path.join(repository, '../shared/data'), 'shopify')

/** Whether the platform's own samples lie beside the checkout. Tests that need them skip without. */
export const hasSharedShopify = existsSync(folder)

export interface SampleMessage {
  readonly name: string
  readonly topic: string
  readonly body: string
}

const files = (pattern: string): string[] => globSync(pattern, { cwd: folder }).toSorted()
const readText = (file: string): string => readFileSync(path.join(folder, file), 'utf8')

/** Text for a value read by `parseJson`, its long ids written as numbers again, as a platform sends them. */
const toBody = (value: unknown): string => JSON.stringify(value).replaceAll(/"(\d{16,})"/g, '$1')

/** One documented payload per topic and version, kept under the key `response`. */
const topicSamples = (): SampleMessage[] =>
  files('topic-samples/*/*/*.json').flatMap((file) => {
    const topic = file
      .split('/')
      .slice(-2)
      .join('/')
      .replace(/\.json$/, '')
    const document = parseJson(readText(file)) as { response?: unknown }
    return isPlatformTopic(topic) ? [{ name: file, topic, body: toBody(document.response) }] : []
  })

/** Payloads by what they describe, each sent to every topic of that family. */
const byFamily = (): SampleMessage[] => {
  const families = { orders: 'order', products: 'product', fulfillments: 'fulfillment', refunds: 'refund' } as const
  return Object.entries(families).flatMap(([family, name]) => {
    const topics = platformTopics.filter((topic) => topic.startsWith(`${family}/`))
    const bodies = [
      ...files(`exemplars/*/${family}/*.json`).map((file) => [file, readText(file)] as const),
      ...files(`{go-shopify,python-api}/{${name},${name}_with_transaction,${family}}.json`).flatMap(unwrap),
    ]
    return bodies.flatMap(([file, body]) => topics.map((topic) => ({ name: `${file} as ${topic}`, topic, body })))
  })
}

/** A REST answer as it is, and each thing in it by itself, as a webhook would carry it. */
const unwrap = (file: string): (readonly [file: string, body: string])[] => {
  const text = readText(file)
  const document = parseJson(text)
  const inner = typeof document === 'object' && document !== null ? Object.values(document).flat() : []
  return [[file, text], ...inner.map((value) => [file, toBody(value)] as const)]
}

/** Every sample that fits one of our topics. */
export const readTopicSamples = (): SampleMessage[] => [...topicSamples(), ...byFamily()]

/** Every file of the folder, whatever it is (some are no JSON on purpose). */
export const readEveryFile = (): { name: string; body: string }[] =>
  files('**/*.json').map((name) => ({ name, body: readText(name) }))
