const idText = /^(?:gid:\/\/shopify\/\w+\/)?([\w-]{1,64})$/

/**
 * A platform's id as it is stored, from any form it is written in: `123`, `gid://shopify/Product/123`, with spaces
 * around it. Plain, because the embed asks by it too.
 *
 * @returns Null for what is no id.
 */
export const readPlatformId = (text: string): string | null => idText.exec(text.trim())?.[1] ?? null
