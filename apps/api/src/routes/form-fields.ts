import type { FastifyReply, FastifyRequest } from 'fastify'
import { readOwnForm } from './one-click.ts'

type Fields = Readonly<Record<string, unknown>>

/** The text of one field of a form, empty where there is none. */
export const textOf = (fields: unknown, name: string): string => {
  const value = (Object(fields) as Fields)[name]
  return typeof value === 'string' ? value : ''
}

/** Every field of a posted form that is one text, read by a parser before or not. */
export const readFields = ({ body, headers }: FastifyRequest): Record<string, string> => {
  const fields = Buffer.isBuffer(body) ? readOwnForm(body, headers['content-type']) : body
  return Object.fromEntries(
    Object.entries(Object(fields) as Fields).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )
}

/** Answers a form by leading to a page, with what the page should say in its address. */
export const seeOther = async (
  reply: FastifyReply,
  path: string,
  query: Record<string, string>,
): Promise<FastifyReply> => {
  const search = new URLSearchParams(query).toString()
  return await reply.redirect(search === '' ? path : `${path}?${search}`, 303)
}
