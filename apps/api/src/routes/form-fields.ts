import type { FastifyReply } from 'fastify'

type Fields = Readonly<Record<string, unknown>>

/** The text of one field of a form, empty where there is none. */
export const textOf = (fields: unknown, name: string): string => {
  const value = (Object(fields) as Fields)[name]
  return typeof value === 'string' ? value : ''
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
