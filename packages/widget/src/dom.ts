type Child = Node | string | null

/** Attributes by name; `onclick` and the like are listeners. A null attribute is left out. */
type Attributes = Readonly<Record<string, string | null | ((event: Event) => void)>>

/**
 * Makes an element. Text becomes text nodes and nothing is ever parsed as HTML, so that what a
 * customer wrote cannot become markup on a shop's page.
 */
export const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  children: readonly Child[] = [],
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value)
    else if (value !== null) made.setAttribute(name, value)
  }
  for (const child of children) if (child !== null) made.append(child)
  return made
}
